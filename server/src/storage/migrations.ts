import { sql, type Kysely, type Migration, type Transaction } from 'kysely';
import { addAdvisoryAccess } from './migrations/advisory-access.js';
import { advisoryLog } from './migrations/advisory-log.js';
import { addAdvisoryNotices } from './migrations/advisory-notices.js';
import { callCounts } from './migrations/call-counts.js';
import { outbox } from './migrations/outbox.js';
import { settingsChanges } from './migrations/settings-changes.js';
import { twoApprovers } from './migrations/two-approvers.js';
import { StorageError } from './storage-error.js';
import type { Database, Tables } from './tables.js';
import { inTransaction } from './transaction.js';

/**
 * The database's history. A migration that has been released is never changed; the next one is added below it. Every
 * key begins with tenant and owner, so that nobody's id can meet another's.
 */
const migrations: Record<string, Migration> = {
  '0001-support-requests': {
    async up(db: Kysely<never>) {
      await sql`
        create table tenants (
          id text primary key,
          name text not null,
          number text
        )`.execute(db);
      await sql`
        create table people (
          tenant text not null references tenants,
          id text not null,
          name text not null,
          email text not null,
          phone text,
          user_ids jsonb not null,
          roles jsonb not null,
          help_desk_account text not null,
          primary key (tenant, id)
        )`.execute(db);
      await sql`
        create table companies (
          tenant text not null references tenants,
          number text not null,
          name text not null,
          search text not null,
          primary key (tenant, number)
        )`.execute(db);
      await sql`
        create table support_requests (
          tenant text not null,
          owner text not null,
          id uuid not null,
          serial bigserial not null,
          number text not null unique,
          subject text not null,
          status text not null,
          help_desk_number text,
          sender text not null,
          content jsonb not null,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          primary key (tenant, owner, id)
        )`.execute(db);
      await sql`create index support_requests_of_owner on support_requests (tenant, owner, serial)`.execute(
        db,
      );
      await sql`create index support_requests_of_tenant on support_requests (tenant, serial)`.execute(
        db,
      );
      await sql`create index support_requests_by_id on support_requests (id)`.execute(db);
      await sql`
        create table attachments (
          tenant text not null,
          owner text not null,
          id uuid not null,
          type text not null,
          bytes integer not null,
          digest text not null,
          content bytea not null,
          created_at timestamptz not null,
          request_owner text,
          request_id uuid,
          primary key (tenant, owner, id),
          foreign key (tenant, request_owner, request_id) references support_requests
        )`.execute(db);
      // Pictures are compressed already.
      await sql`alter table attachments alter column content set storage external`.execute(db);
      await sql`create index attachments_by_id on attachments (id)`.execute(db);
      await sql`create index attachments_unbound on attachments (created_at) where request_id is null`.execute(
        db,
      );
      await sql`
        create table timeline (
          tenant text not null,
          request_owner text not null,
          request_id uuid not null,
          side text not null,
          author text not null,
          id uuid not null,
          serial bigserial not null,
          kind text not null,
          author_name text not null,
          content jsonb not null,
          created_at timestamptz not null,
          primary key (tenant, request_owner, request_id, side, author, id),
          foreign key (tenant, request_owner, request_id) references support_requests
        )`.execute(db);
      await sql`
        create table demo_keys (
          id integer primary key check (id = 1),
          jwk jsonb not null
        )`.execute(db);
    },
  },

  '0002-incidents-and-articles': {
    async up(db: Kysely<never>) {
      await sql`
        create table incidents (
          id text primary key,
          product text not null,
          application text,
          severity text not null,
          texts jsonb not null,
          link text,
          started_at timestamptz not null,
          updated_at timestamptz,
          ended_at timestamptz
        )`.execute(db);
      await sql`create index incidents_by_end on incidents (product, ended_at)`.execute(db);
      // Marks within words are taken as spaces, or "tilikausi/tilikaudet" would be a path and "alv.n" a host.
      await sql`
        create function article_words(language text, content text) returns tsvector language sql immutable as $$
          select to_tsvector(
            case language when 'en' then 'english'::regconfig when 'sv' then 'swedish'::regconfig else 'finnish'::regconfig end,
            translate(content, './-_:', '     ')
          )
        $$`.execute(db);
      // The ends of long words, so that "raportti" finds "yleisraportti": no stemmer takes compounds apart.
      await sql`
        create function word_tails(words tsvector) returns tsvector language sql immutable as $$
          select array_to_tsvector(coalesce(array_agg(distinct substr(word, start)), '{}'))
          from unnest(tsvector_to_array(words)) word, generate_series(4, length(word) - 3) start
        $$`.execute(db);
      await sql`
        create table articles (
          id text not null,
          language text not null,
          product text not null,
          application text,
          source text not null,
          link text not null,
          title text not null,
          content text not null,
          title_words tsvector not null generated always as (article_words(language, title)) stored,
          title_tails tsvector not null generated always as (word_tails(article_words(language, title))) stored,
          content_words tsvector not null generated always as (article_words(language, content)) stored,
          primary key (id, language)
        )`.execute(db);
      // Asked at every keystroke and seldom changed: nothing waits outside the index to be gone through one by one.
      await sql`create index articles_by_words on articles using gin (title_words, title_tails, content_words) with (fastupdate = off)`.execute(
        db,
      );
    },
  },
  '0003-advisory-access': addAdvisoryAccess,
  '0004-requests-of-everybody': {
    async up(db: Kysely<never>) {
      await sql`create index support_requests_by_serial on support_requests (serial)`.execute(db);
    },
  },
  '0005-outbox': outbox,
  '0006-retention': {
    async up(db: Kysely<never>) {
      await sql`create index support_requests_over on support_requests (updated_at) where status in ('resolved', 'closed')`.execute(
        db,
      );
      await sql`create index attachments_of_request on attachments (request_id) where request_id is not null`.execute(
        db,
      );
    },
  },
  '0007-ids-for-staff': {
    async up(db: Kysely<never>) {
      for (const [table, order] of [
        ['support_requests', 'serial'],
        ['attachments', 'created_at, tenant, owner'],
      ] as const) {
        const name = sql.table(table);
        await sql`alter table ${name} add column staff_id uuid`.execute(db);
        await sql`
          update ${name} as numbered set staff_id = case when place = 1 then numbered.id else gen_random_uuid() end
          from (select tenant, owner, id, row_number() over (partition by id order by ${sql.raw(order)}) as place from ${name}) as places
          where (numbered.tenant, numbered.owner, numbered.id) = (places.tenant, places.owner, places.id)`.execute(
          db,
        );
        await sql`alter table ${name} alter column staff_id set not null`.execute(db);
        await sql`create unique index ${sql.raw(`${table}_by_staff_id`)} on ${name} (staff_id)`.execute(
          db,
        );
      }
    },
  },
  '0008-lists-of-owners': {
    async up(db: Kysely<never>) {
      // Of all requests, but only for whoever asks for a serial: while there are no statistics, the database would else take it for
      // a key's, and read all requests of a person for each row that refers to one.
      await sql`create index support_requests_of_person on support_requests (tenant, owner, serial) where serial > 0`.execute(
        db,
      );
      await sql`drop index support_requests_of_owner`.execute(db);
    },
  },
  '0009-active-content': {
    async up(db: Kysely<never>) {
      await sql`alter table attachments add column active_content jsonb`.execute(db);
    },
  },
  '0010-call-counts': callCounts,
  '0011-advisory-log': advisoryLog,
  '0012-advisory-notices': addAdvisoryNotices,
  '0013-reported-uses': {
    async up(db: Kysely<never>) {
      await sql`
        create unique index advisory_history_of_report on advisory_history (request, (use ->> 'report'))
        where use ->> 'report' is not null`.execute(db);
    },
  },
  '0014-open-critical-requests': {
    async up(db: Kysely<never>) {
      // Few of all, which staff sees first.
      await sql`create index support_requests_open_critical on support_requests (serial) where content @> '{"critical": true}' and status not in ('resolved', 'closed')`.execute(
        db,
      );
    },
  },
  '0015-two-approvers': twoApprovers,
  '0016-settings-changes': settingsChanges,
  '0020-lists-by-state': {
    async up(db: Kysely<never>) {
      // Without them, a state that few or none have is looked for in all that there are. Those of requests are only for whoever asks
      // for a serial, as the one of a person's.
      await sql`create index support_requests_by_status on support_requests (status, serial) where serial > 0`.execute(
        db,
      );
      await sql`create index support_requests_of_tenant_by_status on support_requests (tenant, status, serial) where serial > 0`.execute(
        db,
      );
      await sql`create index advisory_access_of_all_by_state on advisory_access (state, serial)`.execute(
        db,
      );
    },
  },
};

/** Any number that nobody else in the database locks. */
const LOCK = 3_853_314_791;

/** What has been done already; instances that start at once wait for each other here. */
async function doneIn(trx: Transaction<Tables>): Promise<ReadonlySet<string>> {
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx);
  await sql`
    create table if not exists kysely_migration (
      name varchar(255) not null primary key,
      timestamp varchar(255) not null
    )`.execute(trx);
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(trx);
  return new Set(rows.map(({ name }) => name));
}

/**
 * Brings the database up to date. Not by Kysely's own migrator, which locks in the session: behind a pooler that gives each
 * transaction another session, such a lock is never let go.
 */
export const migrate = (db: Database): Promise<void> =>
  inTransaction(db, async (trx) => {
    const done = await doneIn(trx);
    const unknown = [...done].filter((name) => !Object.hasOwn(migrations, name));
    if (unknown.length)
      throw new StorageError(
        `The database has been brought up to date by a newer version of the endpoint (${unknown.join(', ')}). Start that version or a later one, or give another database.`,
      );
    for (const [name, { up }] of Object.entries(migrations)) {
      if (done.has(name)) continue;
      await up(trx);
      await sql`insert into kysely_migration (name, timestamp) values (${name}, ${new Date().toISOString()})`.execute(
        trx,
      );
    }
  });
