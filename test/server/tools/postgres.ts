import { after } from 'node:test';
import {
  canStartPostgres,
  createDatabase,
  startPostgres,
  type CreatedDatabase,
  type PostgresServer,
} from '../../tools/postgres-server.mjs';

/** Of a server that runs already: `npm test` starts one for all files. */
const given = process.env['TEST_DATABASE_URL'] || undefined;

export const hasPostgres = given !== undefined || canStartPostgres();
if (!hasPostgres) {
  console.log(
    'PostgreSQL not found: install it, or name a server in TEST_DATABASE_URL. What runs on both databases runs on the embedded one only.',
  );
}

/** Started by a file that runs by itself, when it first needs it. */
let own: Promise<PostgresServer> | undefined;

const serverUrl = async (): Promise<string> => given ?? (await (own ??= startPostgres())).url;

const made: CreatedDatabase[] = [];
after(async () => {
  if (own) return (await own).stop();
  for (const database of made) await database.drop();
});

/** The address of a new, empty database; it is dropped when the tests of the file are over. */
export async function newDatabase(): Promise<string> {
  const database = await createDatabase(await serverUrl());
  made.push(database);
  return database.url;
}
