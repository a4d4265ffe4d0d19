import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { advisoryAccess } from './migrations/advisory-access.js';
import type { Database } from './tables.js';

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
      await sql`create index support_requests_of_owner on support_requests (tenant, owner, serial)`.execute(db);
      await sql`create index support_requests_of_tenant on support_requests (tenant, serial)`.execute(db);
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
      await sql`create index attachments_unbound on attachments (created_at) where request_id is null`.execute(db);
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
  '0003-advisory-access': advisoryAccess,
};

/** Brings the database up to date. Instances that start at once wait for each other. */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw new Error('The database could not be brought up to date', { cause: error });
}
