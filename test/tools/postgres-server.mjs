import { execFile, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

const folders = (parent) =>
  existsSync(parent)
    ? readdirSync(parent)
        .sort()
        .reverse()
        .map((name) => join(parent, name))
    : [];

const pgConfig = () => {
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    return [execFileSync('pg_config', ['--bindir'], options).trim()];
  } catch {
    return [];
  }
};

/** Debian keeps the server out of the path, and its `pg_config` may belong to the client's library. */
const findPrograms = () =>
  [
    ...folders('/usr/lib/postgresql').map((version) => join(version, 'bin')),
    ...['/opt/homebrew/opt', '/usr/local/opt', '/home/linuxbrew/.linuxbrew/opt']
      .flatMap(folders)
      .filter((path) => /\/postgresql(?:@\d+)?$/.test(path))
      .map((path) => join(path, 'bin')),
    ...pgConfig(),
  ].find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres')));

const programs = process.env.TEST_DATABASE_URL ? undefined : findPrograms();

/** Whether PostgreSQL can be started here. */
export const canStartPostgres = () => programs !== undefined;

/** The server refuses to run as root, so root lends it the account that its package made. */
const asRoot = process.getuid?.() === 0;
const command = (program, args) =>
  asRoot ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, args];

/**
 * What is not needed where nothing has to outlive a crash, nor to live for long: the more databases there are, the more often the
 * server starts a process that looks whether one of them is to be vacuumed, with a hundred of them twice a second.
 */
const QUICK = '-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off';

/**
 * Runs the server until its input ends, which it does with this process, whichever way that goes: then the server is
 * stopped and its folder removed. A line of its input is a signal by which the server is ended and started again. It listens on
 * a socket in its folder, so that it needs no port that must be free.
 */
const script = `start() {
  "$0/postgres" -D "$1/data" -c listen_addresses= -c unix_socket_directories="$1" -c max_connections=200 $2 2>&1 &
}
start "$@"
while read -r signal; do
  kill -"$signal" $!
  wait
  start "$@"
done
kill -QUIT $!
wait
rm -rf "$1"`;

/** Resolves when the server says that it takes connections. */
const isReady = (server) =>
  new Promise((resolve, reject) => {
    let output = '';
    const fail = (error) => settle(() => reject(error));
    const ended = () => fail(new Error(`PostgreSQL did not start:\n${output}`));
    const read = (text) => {
      output = (output + text).slice(-10_000);
      if (output.includes('ready to accept connections')) settle(resolve);
    };
    const settle = (end) => {
      server.stdout.off('data', read);
      server.off('error', fail).off('exit', ended);
      end();
    };
    server.stdout.setEncoding('utf8').on('data', read);
    server.once('error', fail).once('exit', ended);
  });

/**
 * Starts a PostgreSQL server with a folder of its own, for one run of tests. It ends with this process at the latest.
 *
 * @param {{ isDurable?: boolean }} options whether what it confirms outlives a crash
 * @returns {Promise<{ url: string, restart(signal: 'INT' | 'QUIT'): Promise<void>, stop(): Promise<void> }>} the address of its
 *   database `postgres`; give it to tests in TEST_DATABASE_URL
 */
export const startPostgres = async ({ isDurable = false } = {}) => {
  if (!programs) throw new Error('There is no PostgreSQL to start');
  const folder = await mkdtemp('/tmp/support-postgres-');
  try {
    if (asRoot) await run('chown', ['postgres', folder]);
    const data = ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'];
    await run(
      ...command(join(programs, 'initdb'), [
        ...data,
        '--no-sync',
        '--no-instructions',
        '--lc-messages=C',
      ]),
      {
        cwd: folder,
      },
    );
    const server = spawn(
      ...command('sh', ['-c', script, programs, folder, isDurable ? '' : QUICK]),
      {
        cwd: '/',
        stdio: ['pipe', 'pipe', 'ignore'],
      },
    );
    await isReady(server);
    // Nothing keeps this process from ending; what the server says later is passed over.
    server.stdout.resume();
    for (const handle of [server, server.stdin, server.stdout]) handle.unref();
    const address = new URL('postgresql://postgres@localhost/postgres');
    address.searchParams.set('host', folder);
    return {
      url: address.href,
      async restart(signal) {
        const ready = isReady(server);
        server.ref();
        server.stdin.write(`${signal}\n`);
        await ready;
        server.stdout.resume();
        server.unref();
      },
      async stop() {
        if (server.exitCode !== null || server.signalCode !== null) return;
        const ended = once(server, 'exit');
        server.ref();
        server.stdin.end();
        await ended;
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
};

const execute = async (url, statement) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/**
 * Makes a new database in a server: an empty one, or a copy of one that nobody is connected to.
 *
 * @param {string} server the address of any of its databases
 * @param {string} [template] the address of the database to copy
 */
export const createDatabase = async (server, template) => {
  const name = `support_test_${randomUUID().replaceAll('-', '')}`;
  const copied = template ? ` template ${new URL(template).pathname.slice(1)}` : '';
  await execute(server, `create database ${name}${copied}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return {
    url: address.href,
    drop: () => execute(server, `drop database ${name} with (force)`),
  };
};
