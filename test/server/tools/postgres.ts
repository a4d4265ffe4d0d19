import { after } from 'node:test';
import { openDatabase } from '../../../server/src/storage/database.js';
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

/** The address of a new database; it is dropped when the tests of the file are over. */
async function addDatabase(template?: string): Promise<string> {
  const database = await createDatabase(await serverUrl(), template);
  made.push(database);
  return database.url;
}

/** A new, empty one, for whoever looks at what the endpoint makes of it. */
export const newDatabase = (): Promise<string> => addDatabase();

/**
 * By which variables a program keeps its data, where a test isn't about the folder that it keeps them in by itself: making a
 * folder's database is the most work of a start.
 */
export const dataOfProgram = async (folder: string): Promise<Record<string, string>> =>
  hasPostgres ? { DATABASE_URL: await newDatabase() } : { DATA_DIR: folder };

let template: Promise<string> | undefined;

async function addTemplate(): Promise<string> {
  const url = await newDatabase();
  await (await openDatabase({ kind: 'postgres', url })).close();
  return url;
}

/** A new one that has the endpoint's tables already, which takes half the time. */
export const databaseWithTables = async (): Promise<string> =>
  addDatabase(await (template ??= addTemplate()));
