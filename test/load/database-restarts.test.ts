import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { listRequests, submitRequest } from '../../src/contract/index.js';
import {
  canStartPostgres,
  createDatabase,
  startPostgres,
  type PostgresServer,
} from '../tools/postgres-server.mjs';
import { runs } from '../tools/runs.js';
import { inCircles, Person, Tally, unlimited } from '../server/tools/people.js';
import { Program } from '../server/tools/program.js';
import { sampleRequest } from '../server/tools/samples.js';

/** Connections that are ended, and restarts of the server, half of them as by a crash. */
const ENDS = runs(900, 60);
const RESTARTS = runs(25, 2);

/** Ends connections of the endpoints one after the other, and gives how many. */
async function endConnections(url: string, count: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  let ended = 0;
  while (ended < count) {
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'support-endpoint' order by random() limit 1`,
    );
    ended += rowCount ?? 0;
    await wait(10);
  }
  await client.end();
  return ended;
}

/** As if by somebody who administers it: connections are ended, then the server is restarted, again and again. */
async function disturb(server: PostgresServer, url: string): Promise<number> {
  let ended = 0;
  for (let restart = 0; restart < RESTARTS; restart += 1) {
    const share = Math.ceil(((restart + 1) * ENDS) / RESTARTS) - ended;
    ended += await endConnections(url, share);
    await server.restart(restart % 2 ? 'QUIT' : 'INT');
  }
  return ended;
}

if (canStartPostgres()) {
  describe('Whoever sends requests to two instances while their database is restarted and connections end', () => {
    it('is told to come back, loses nothing that was confirmed, and has nothing twice', async (test) => {
      const server = await startPostgres({ isDurable: true });
      const { url } = await createDatabase(server.url);
      const start = () =>
        new Program(['--demo'], { DATABASE_URL: url, LOG_LEVEL: 'error', ...unlimited });
      const programs = [start(), start()];
      const addresses = await Promise.all(programs.map((program) => program.address()));
      const person = await Person.signIn(addresses[0] ?? '');

      const tally = new Tally();
      const confirmed: string[] = [];
      const harmful: string[] = [];
      let isOver = false;
      const send = async (index: number) => {
        const id = randomUUID();
        for (let tries = index; ; tries += 1) {
          const outcome = await person.ask(
            addresses[tries % 2] ?? '',
            tries % 5 === 4 ? listRequests : submitRequest,
            tries % 5 === 4 ? {} : { params: { id }, body: sampleRequest() },
          );
          tally.add(outcome);
          if (outcome.status >= 500 && !(outcome.status === 503 && outcome.retryAfter))
            harmful.push(`${outcome.status} ${outcome.text}`);
          if (outcome.status === 0) harmful.push('a connection to the endpoint broke');
          if (outcome.status >= 300) await wait(20);
          else if (tries % 5 !== 4) break;
        }
        confirmed.push(id);
      };
      const sending = inCircles(8, () => isOver, send);
      const ended = await disturb(server, url);
      isOver = true;
      await sending;

      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query<{ id: string }>('select id from support_requests');
      await client.end();
      test.diagnostic(
        `${ended} connections ended, ${RESTARTS} restarts; ${confirmed.length} requests confirmed; ${tally.toString()}`,
      );
      const deaths = await Promise.all(
        programs.map(async (program) => {
          const { code, output } = await program.kill('SIGTERM');
          return code === 0 ? undefined : output;
        }),
      );
      await server.stop();
      assert.deepEqual(harmful, []);
      assert.deepEqual(rows.map(({ id }) => id).sort(), [...confirmed].sort());
      assert.deepEqual(deaths, [undefined, undefined]);
    });
  });
}
