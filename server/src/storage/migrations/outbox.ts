import { sql, type Kysely, type Migration } from 'kysely';

/** What is on its way to the HelpDesk's mailbox: one row a request, and one a reply. */
export const outbox: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      create table outbox (
        serial bigserial primary key,
        tenant text not null,
        owner text not null,
        request uuid not null,
        author text,
        message uuid,
        state text not null default 'waiting',
        attempts integer not null default 0,
        next_at timestamptz not null,
        held_until timestamptz,
        problem text,
        is_bare boolean not null default false,
        created_at timestamptz not null,
        sent_at timestamptz,
        foreign key (tenant, owner, request) references support_requests
      )`.execute(db);
    await sql`create index outbox_waiting on outbox (serial) where state = 'waiting'`.execute(db);
    await sql`create index outbox_failed on outbox (serial) where state = 'failed'`.execute(db);
    await sql`create index outbox_by_request on outbox (request)`.execute(db);
  },
};
