import { randomUUID } from 'node:crypto';
import { after } from 'node:test';
import pg from 'pg';
import {
  canStartPostgres,
  startPostgres,
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

async function execute(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}

const made: string[] = [];
after(async () => {
  if (own) return (await own).stop();
  if (given !== undefined)
    await execute(
      given,
      made.map((name) => `drop database ${name} with (force)`),
    );
});

/** The address of a new, empty database; it is dropped when the tests of the file are over. */
export async function newDatabase(): Promise<string> {
  const url = await serverUrl();
  const name = `support_test_${randomUUID().replaceAll('-', '')}`;
  await execute(url, [`create database ${name}`]);
  made.push(name);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
