import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { listRequests, submitRequest } from '../../src/contract/index.js';
import { runs } from '../tools/runs.js';
import { waitUntil } from '../tools/wait-until.js';
import { DatabaseGate } from './tools/database-gate.js';
import { hasPostgres, newDatabase } from './tools/postgres.js';
import { sampleRequest } from './tools/samples.js';
import { TestEndpoint, type Answer } from './tools/test-endpoint.js';

const submit = (endpoint: TestEndpoint, id: string): Promise<Answer> =>
  endpoint.ask(submitRequest, { as: 'main-user', params: { id }, body: sampleRequest() });

/** Nobody is told of a fault of ours: asking again helps. */
const isHarmless = ({ status, headers }: Answer): boolean =>
  status < 300 || (status === 503 && headers.get('Retry-After') !== null);

if (hasPostgres) {
  describe('Whoever sends requests while connections to the database end', () => {
    it('is told to come back, loses nothing that was confirmed, and has nothing twice', async () => {
      const url = await newDatabase();
      const endpoint = await TestEndpoint.open({ storage: { kind: 'postgres', url } });
      const somebody = new pg.Client({ connectionString: url });
      await somebody.connect();
      const endOne = () =>
        somebody.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'support-endpoint' order by random() limit 1",
        );
      const refused: Answer[] = [];
      const confirmed: string[] = [];
      const send = async () => {
        while (confirmed.length < runs(1_000, 150)) {
          const id = randomUUID();
          for (let isTaken = false; !isTaken;) {
            const answer = await submit(endpoint, id);
            assert.ok(isHarmless(answer), `${answer.status} ${answer.text}`);
            isTaken = answer.status < 300;
            if (!isTaken) refused.push(answer);
          }
          confirmed.push(id);
          await endOne();
        }
      };
      await Promise.all(Array.from({ length: 8 }, send));
      assert.ok(refused.length > 0, 'no call met a connection that ended');
      const { rows } = await somebody.query<{ id: string }>('select id from support_requests');
      assert.deepEqual(rows.map(({ id }) => id).sort(), [...confirmed].sort());
      await somebody.end();
      await endpoint.close();
    });
  });

  describe('Whoever sends requests through a pooler', () => {
    const patience = 500;
    let gate: DatabaseGate;
    let endpoint: TestEndpoint;

    before(async () => {
      gate = await DatabaseGate.open(await newDatabase());
      // It starts, although the pooler takes no settings of a session.
      endpoint = await TestEndpoint.open({
        storage: { kind: 'postgres', url: gate.url, patience },
      });
    });
    after(async () => {
      await endpoint.close();
      await gate.close();
    });

    it('gets an answer when its connections have gone silent, and from then on by new ones', async () => {
      const atOnce = () =>
        Promise.all(Array.from({ length: 15 }, () => submit(endpoint, randomUUID())));
      await atOnce();
      gate.silence();
      const answers = await atOnce();
      assert.ok(answers.every(isHarmless));
      assert.ok(
        answers.some(({ status }) => status === 503),
        'nobody met a silent connection',
      );
      assert.equal((await submit(endpoint, randomUUID())).status, 201);
    });

    it('is not kept by somebody who was cut off in the middle of a transaction', async () => {
      const id = randomUUID();
      const holder = new pg.Client({ connectionString: gate.url });
      holder.on('error', () => undefined);
      await holder.connect();
      await holder.query('begin; set local idle_in_transaction_session_timeout = 1000');
      await holder.query('lock table support_requests');
      const waiting = submit(endpoint, id);
      assert.ok(isHarmless(await waiting));
      await waitUntil(
        async () => (await submit(endpoint, id)).status < 300,
        'The request was never taken',
      );
    });

    it('lets the endpoint stop, although nothing answers any more', async () => {
      const url = await newDatabase();
      const silent = await DatabaseGate.open(url);
      const stopped = await TestEndpoint.open({
        storage: { kind: 'postgres', url: silent.url, patience },
      });
      silent.silence();
      silent.isSilentForNew = true;
      const asked = stopped.ask(listRequests, { as: 'main-user' });
      await stopped.close();
      assert.equal((await asked).status, 503);
      await silent.close();
    });
  });
}
