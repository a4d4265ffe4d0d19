import { execFile, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

const folders = (parent: string): string[] =>
  existsSync(parent)
    ? readdirSync(parent)
        .sort()
        .reverse()
        .map((name) => join(parent, name))
    : [];

function pgConfig(): string[] {
  try {
    return [
      execFileSync('pg_config', ['--bindir'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim(),
    ];
  } catch {
    return [];
  }
}

/** Debian keeps the server out of the path, and its `pg_config` may belong to the client's library. */
const places = [
  ...pgConfig(),
  ...folders('/usr/lib/postgresql').map((version) => join(version, 'bin')),
  ...['/opt/homebrew/opt', '/usr/local/opt', '/home/linuxbrew/.linuxbrew/opt']
    .flatMap(folders)
    .filter((path) => /\/postgresql(?:@\d+)?$/.test(path))
    .map((path) => join(path, 'bin')),
];
const programs = places.find(
  (place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres')),
);
const given = process.env['TEST_DATABASE_URL'];

export const hasPostgres = given !== undefined || programs !== undefined;
if (!hasPostgres) {
  console.log(
    'PostgreSQL not found: install it, or name a server in TEST_DATABASE_URL. What runs on both databases runs on the embedded one only.',
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The server refuses to run as root, so root lends it the account that its package made. */
const asRoot = process.getuid?.() === 0;
const command = (program: string, args: string[]): [string, string[]] =>
  asRoot ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, args];

/**
 * Runs the server until its input ends, which it does with this process, whichever way that goes: then the server is
 * stopped and its folder removed.
 */
const script = `"$0/postgres" -D "$1/data" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories="$1" -c fsync=off &
read -r line
kill -QUIT $!
wait
rm -rf "$1"`;

async function isReady(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function start(bin: string): Promise<string> {
  const folder = await mkdtemp('/tmp/support-postgres-');
  if (asRoot) await run('chown', ['postgres', folder]);
  const port = await freePort();
  await run(
    ...command(join(bin, 'initdb'), [
      '-D',
      join(folder, 'data'),
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-sync',
    ]),
    { cwd: folder },
  );
  const server = spawn(...command('sh', ['-c', script, bin, folder, String(port)]), {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  server.unref();
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  while (!(await isReady(url))) {
    if (server.exitCode !== null) throw new Error('PostgreSQL did not start');
    await wait(20);
  }
  return url;
}

let server: Promise<string> | undefined;

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

const made: string[] = [];
after(async () => {
  if (given !== undefined)
    for (const name of made) await execute(given, `drop database ${name} with (force)`);
});

/** The address of a new, empty database; it is dropped when the tests of the file are over. */
export async function newDatabase(): Promise<string> {
  if (!programs && given === undefined) throw new Error('There is no PostgreSQL');
  const url = given ?? (await (server ??= start(programs ?? '')));
  const name = `support_test_${randomUUID().replaceAll('-', '')}`;
  await execute(url, `create database ${name}`);
  made.push(name);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
