import { openAsBlob } from 'node:fs';
import { describe } from 'node:test';
import { sql } from 'kysely';
import type { Storage } from '../../../server/src/storage/database.js';
import type { Database } from '../../../server/src/storage/tables.js';
import { databaseWithTables, hasPostgres } from './postgres.js';

/** The files of an empty embedded database, which `npm test` makes once for all files. */
const dump = process.env['TEST_EMBEDDED_DUMP'];

/** A new, empty embedded database. */
export const embeddedDatabase = async (): Promise<Storage> => ({
  kind: 'memory',
  ...(dump && { dump: await openAsBlob(dump) }),
});

const postgresDatabase = async (): Promise<Storage> => ({
  kind: 'postgres',
  url: await databaseWithTables(),
});

const databases: readonly { readonly name: string; readonly storage: () => Promise<Storage> }[] = [
  { name: 'the embedded database', storage: embeddedDatabase },
  ...(hasPostgres ? [{ name: 'PostgreSQL', storage: postgresDatabase }] : []),
];

/**
 * Describes what holds on either database, where the two can differ: transactions, what they store, search and sort, and what
 * they do about time. That every operation works on the embedded one is shown by the conformance check.
 */
export function onEachDatabase(
  what: string,
  tests: (storage: () => Promise<Storage>) => void,
): void {
  for (const { name, storage } of databases) describe(`${what} on ${name}`, () => tests(storage));
}

/** For what has nothing to do with the database: PostgreSQL where it is installed, whose tests take a third of the time. */
export const anyDatabase = hasPostgres ? postgresDatabase : embeddedDatabase;

/** Describes what the endpoint does on whichever database. */
export function onOneDatabase(
  what: string,
  tests: (storage: () => Promise<Storage>) => void,
): void {
  describe(what, () => tests(anyDatabase));
}

/** Takes all requests away with what belongs to them, so that tests of one file share a database instead of making one each. */
export async function emptyOfRequests(db: Database): Promise<void> {
  await sql`truncate support_requests, timeline, attachments, outbox cascade`.execute(db);
}
