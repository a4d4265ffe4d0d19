import { sql, type Kysely, type Migration } from 'kysely';

/**
 * The log of advisory access: for each customer a Merkle tree over signed statements. What was done before it existed has no
 * statement; `advisory_log_start` tells where the history goes on with them.
 */
export const advisoryLog: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      create table advisory_log_heads (
        tenant text primary key,
        size bigint not null
      )`.execute(db);
    await sql`
      create table advisory_log (
        tenant text not null,
        index bigint not null,
        history bigint not null unique references advisory_history,
        request uuid not null references advisory_access,
        salt bytea,
        jws text,
        primary key (tenant, index)
      )`.execute(db);
    await sql`create index advisory_log_of_request on advisory_log (request, index)`.execute(db);
    await sql`
      create table advisory_log_nodes (
        tenant text not null,
        level integer not null,
        index bigint not null,
        hash bytea not null,
        primary key (tenant, level, index)
      )`.execute(db);
    await sql`create table advisory_log_start (history bigint not null)`.execute(db);
    await sql`insert into advisory_log_start select coalesce(max(serial), 0) from advisory_history`.execute(
      db,
    );
    for (const table of ['advisory_log', 'advisory_log_nodes']) {
      await sql`
        create trigger append_only before update or delete or truncate on ${sql.table(table)}
        for each statement execute function refuse_change()`.execute(db);
      await sql`alter table ${sql.table(table)} enable always trigger append_only`.execute(db);
    }
    // The demonstration keeps a second key: the one that signs statements.
    await sql`alter table demo_keys drop constraint demo_keys_id_check`.execute(db);
  },
};
