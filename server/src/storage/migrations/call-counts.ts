import { sql, type Kysely, type Migration } from 'kysely';

/** What callers have done within windows of time. Nothing is lost with it, so it isn't written twice. */
export const callCounts: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      create unlogged table call_counts (
        key text primary key,
        points integer not null,
        expire bigint not null
      )`.execute(db);
    // For counting the files of a person that wait for their request.
    await sql`create index attachments_unbound_of on attachments (tenant, owner) where request_id is null`.execute(
      db,
    );
  },
};
