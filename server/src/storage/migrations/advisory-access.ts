import { sql, type Kysely, type Migration } from 'kysely';

/** What has been asked, decided and done stays as it was written, whoever is signed in to the database. */
const appendOnly = ['advisory_versions', 'advisory_decisions', 'advisory_history'];

/**
 * Advisory access. The key of a request is its id alone: only staff makes them, staff sees those of all customers, and a
 * customer's question names the tenant beside it.
 */
export const addAdvisoryAccess: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      create table advisory_access (
        id uuid primary key,
        serial bigserial not null,
        tenant text not null,
        asker text not null,
        asker_name text not null,
        asker_unit text not null,
        digest text not null,
        extends uuid references advisory_access,
        version integer not null,
        state text not null,
        revision integer not null default 1,
        created_at timestamptz not null,
        lapses_at timestamptz not null,
        starts_at timestamptz,
        ends_at timestamptz,
        due_at timestamptz,
        used_at timestamptz,
        check (ends_at >= starts_at)
      )`.execute(db);
    await sql`create index advisory_access_of_tenant on advisory_access (tenant, serial)`.execute(
      db,
    );
    await sql`create index advisory_access_by_serial on advisory_access (serial)`.execute(db);
    await sql`create index advisory_access_by_state on advisory_access (tenant, state, serial)`.execute(
      db,
    );
    await sql`create index advisory_access_due on advisory_access (due_at) where due_at is not null`.execute(
      db,
    );
    await sql`
      create table advisory_versions (
        request uuid not null references advisory_access,
        version integer not null,
        granted_kind text not null,
        granted_id text not null,
        granted_name text not null,
        access text not null,
        environment jsonb not null,
        reason text not null,
        support_request text,
        from_at timestamptz not null,
        until_at timestamptz not null,
        companies jsonb not null,
        areas jsonb not null,
        company_count integer not null,
        area_count integer not null,
        primary key (request, version)
      )`.execute(db);
    await sql`
      create table advisory_decisions (
        request uuid not null,
        version integer not null,
        outcome text not null,
        by text not null,
        by_name text not null,
        at timestamptz not null,
        until_at timestamptz,
        companies jsonb,
        areas jsonb,
        reason text,
        digest text not null,
        primary key (request, version),
        foreign key (request, version) references advisory_versions
      )`.execute(db);
    await sql`
      create table advisory_history (
        serial bigserial primary key,
        request uuid not null,
        version integer not null,
        at timestamptz not null,
        act text not null,
        by text,
        by_name text,
        text text,
        use jsonb,
        foreign key (request, version) references advisory_versions
      )`.execute(db);
    // A grant may be used ten thousand times; who reads it wants all acts and the latest uses.
    await sql`create index advisory_acts on advisory_history (request, serial) where act <> 'used'`.execute(
      db,
    );
    await sql`create index advisory_uses on advisory_history (request, serial) where act = 'used'`.execute(
      db,
    );
    await sql`
      create table advisory_settings (
        tenant text primary key,
        max_hours integer not null check (max_hours between 1 and 168),
        changed_by text not null,
        changed_at timestamptz not null
      )`.execute(db);
    await sql`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
      end
      $$`.execute(db);
    for (const table of appendOnly) {
      await sql`
        create trigger append_only before update or delete or truncate on ${sql.table(table)}
        for each statement execute function refuse_change()`.execute(db);
      // Always: also where a session says that it only replays another database's changes.
      await sql`alter table ${sql.table(table)} enable always trigger append_only`.execute(db);
    }
  },
};
