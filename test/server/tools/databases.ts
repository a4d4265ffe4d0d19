import { describe } from 'node:test';
import type { Storage } from '../../../server/src/storage/database.js';
import { hasPostgres, newDatabase } from './postgres.js';

const databases: readonly { readonly name: string; readonly storage: () => Promise<Storage> }[] = [
  { name: 'the embedded database', storage: () => Promise.resolve({ kind: 'memory' }) },
  ...(hasPostgres
    ? [
        {
          name: 'PostgreSQL',
          storage: async (): Promise<Storage> => ({ kind: 'postgres', url: await newDatabase() }),
        },
      ]
    : []),
];

/** Describes what holds on either database. */
export function onEachDatabase(
  what: string,
  tests: (storage: () => Promise<Storage>) => void,
): void {
  for (const { name, storage } of databases) describe(`${what} on ${name}`, () => tests(storage));
}

/** For what has nothing to do with the database: whichever is there first. */
export const anyDatabase = async (): Promise<Storage> =>
  hasPostgres ? { kind: 'postgres', url: await newDatabase() } : { kind: 'memory' };
