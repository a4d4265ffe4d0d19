import { sql, type Kysely, type Migration } from 'kysely';

/** Changes of the customer's own rules of advisory access: each a statement in the log, and told by mail. */
export const settingsChanges: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      create table advisory_settings_changes (
        serial bigserial primary key,
        tenant text not null,
        at timestamptz not null,
        by text not null,
        by_name text not null,
        max_hours integer not null,
        approvers_required integer not null
      )`.execute(db);
    await sql`create index advisory_settings_changes_of on advisory_settings_changes (tenant, serial)`.execute(
      db,
    );
    await sql`
      create trigger append_only before update or delete or truncate on advisory_settings_changes
      for each statement execute function refuse_change()`.execute(db);
    await sql`alter table advisory_settings_changes enable always trigger append_only`.execute(db);
    await sql`
      alter table advisory_log
        alter column history drop not null,
        alter column request drop not null,
        add column settings bigint unique references advisory_settings_changes,
        add check ((history is null) = (request is null)),
        add check ((history is null) = (settings is not null))`.execute(db);
    await sql`
      create table settings_notices (
        change bigint not null references advisory_settings_changes,
        person text not null,
        mail bigint not null references outbox on delete cascade,
        primary key (change, person)
      )`.execute(db);
    await sql`create index settings_notices_of_mail on settings_notices (mail)`.execute(db);
  },
};
