import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Notices of advisory access by mail. A mail in the outbox is of a request or a reply, or of the notices to one person: whatever
 * happens until it is first tried goes into the same one.
 */
export const addAdvisoryNotices: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      alter table outbox
        alter column owner drop not null,
        alter column request drop not null,
        add column side text,
        add column person text,
        add check ((request is null) = (person is not null))`.execute(db);
    await sql`
      create unique index outbox_collecting on outbox (side, tenant, person)
      where person is not null and state = 'waiting' and attempts = 0`.execute(db);
    await sql`
      create table advisory_notices (
        request uuid not null,
        version integer not null,
        kind text not null,
        side text not null,
        person text not null,
        mail bigint not null references outbox on delete cascade,
        primary key (request, version, kind, side, person),
        foreign key (request, version) references advisory_versions
      )`.execute(db);
    await sql`create index advisory_notices_of_mail on advisory_notices (mail)`.execute(db);
    await sql`
      create table notice_settings (
        tenant text not null,
        person text not null,
        wants text not null default 'all',
        language text,
        seen bigint,
        seen_at timestamptz,
        primary key (tenant, person)
      )`.execute(db);
    // Where whoever asks now is told what became of it.
    await sql`
      alter table advisory_access
        add column asker_email text,
        add column asker_language text`.execute(db);
  },
};
