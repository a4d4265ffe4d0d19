import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import { waitUntil } from '../tools/wait-until.js';
import { hasPostgres, newDatabase } from './tools/postgres.js';
import { demoToken, Program, temporaryFolder } from './tools/program.js';
import { sampleRequest } from './tools/samples.js';

const usual = new URL('../../support.config.yaml', import.meta.url);

if (hasPostgres) {
  describe('An endpoint of two processes on PostgreSQL', () => {
    let folder: Awaited<ReturnType<typeof temporaryFolder>>;
    let program: Program;
    let address: string;
    let token: string;
    let file: string;

    before(async () => {
      folder = await temporaryFolder();
      file = join(folder.path, 'support.yaml');
      await writeFile(file, await readFile(usual));
      program = new Program(['--demo'], {
        DATABASE_URL: await newDatabase(),
        PROCESSES: '2',
        METRICS_PORT: '0',
        CONFIG_FILE: file,
      });
      address = (await program.address()) ?? assert.fail((await program.ended).output);
      await waitUntil(() => pids().length === 2, 'The second process never took calls');
      token = await demoToken(address);
    });
    after(async () => {
      await program.kill('SIGKILL');
      await folder.remove();
    });

    const pids = () =>
      [
        ...program.output.matchAll(/"pid":(\d+),"msg":"a process of the endpoint takes calls"/g),
      ].map(([, pid]) => Number(pid));
    /** Each call on a connection of its own: the processes have connections by turns. */
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${address}${path}`, {
        ...init,
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          Connection: 'close',
        },
      });
    const phone = async (): Promise<string> =>
      z.parse(
        z.object({ contact: z.object({ phone: z.string() }) }),
        await (await ask('/api/support/service')).json(),
      ).contact.phone;
    const metric = async (name: RegExp): Promise<number> => {
      const at = /Metrics at (http:\S+)/.exec(program.output)?.[1];
      const text = await (await fetch(at ?? assert.fail(program.output))).text();
      return Number(name.exec(text)?.[1] ?? assert.fail(`${String(name)} is not in ${text}`));
    };

    it('answers by all of them, and adds up what they count', async () => {
      for (let sent = 0; sent < 6; sent += 1) {
        const answer = await ask(`/api/support/support-requests/${randomUUID()}`, {
          method: 'PUT',
          body: JSON.stringify(sampleRequest()),
        });
        assert.equal(answer.status, 201);
      }
      assert.equal(await metric(/calls_total\{operation="submitRequest",status="201"\} (\d+)/), 6);
      assert.equal(await metric(/healthy\{check="database"\} (\d+)/), 1);
    });

    it('tells all of them to read its file anew', async () => {
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace(/phone: .+/, 'phone: 09 123 4567'));
      process.kill(program.pid, 'SIGHUP');
      await waitUntil(
        () => program.output.match(/was read anew/g)?.length === 2,
        'One of them did not read the file',
      );
      for (let asked = 0; asked < 4; asked += 1) assert.equal(await phone(), '09 123 4567');
    });

    it('goes on when one of them is killed, and starts another in its place', async () => {
      const [killed] = pids();
      process.kill(killed ?? 0, 'SIGKILL');
      await waitUntil(() => pids().length === 3, 'None was started in its place');
      for (let asked = 0; asked < 4; asked += 1)
        assert.equal((await ask('/api/support/me')).status, 200);
    });

    it('ends when all of them have, once it is told to', async () => {
      const { code, signal } = await program.kill('SIGTERM');
      assert.deepEqual({ code, signal }, { code: 0, signal: null });
      await assert.rejects(ask('/healthz'));
      for (const pid of pids()) assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
    });
  });

  describe('An endpoint of two processes that can’t start', () => {
    it('says why, once, and ends', async () => {
      const { code, output } = await new Program(['--demo'], {
        DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
        PROCESSES: '2',
      }).refusal();
      assert.equal(code, 1);
      assert.equal(output.match(/127\.0\.0\.1:1/g)?.length, 1, output);
    });
  });
}
