import { sql, type Kysely, type Migration } from 'kysely';

/** What the first of two approvers chose: one a version, and it stays as it was written. */
export const twoApprovers: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      alter table advisory_settings
        add column approvers_required integer not null default 1 check (approvers_required in (1, 2)),
        alter column max_hours drop not null`.execute(db);
    await sql`
      create table advisory_first_approvals (
        request uuid not null,
        version integer not null,
        by text not null,
        by_name text not null,
        at timestamptz not null,
        until_at timestamptz not null,
        companies jsonb,
        areas jsonb,
        reason text,
        digest text not null,
        primary key (request, version),
        foreign key (request, version) references advisory_versions
      )`.execute(db);
    await sql`
      create trigger append_only before update or delete or truncate on advisory_first_approvals
      for each statement execute function refuse_change()`.execute(db);
    await sql`alter table advisory_first_approvals enable always trigger append_only`.execute(db);
  },
};
