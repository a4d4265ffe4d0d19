import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { getMe, getService, listRequests, submitRequest } from '../../src/contract/index.js';
import { endWithThisProcess } from '../tools/helpers.mjs';
import { runs } from '../tools/runs.js';
import { inCircles, Person, Tally } from '../server/tools/people.js';
import { pngOfSize } from '../server/tools/pictures.js';
import { hasPostgres, newDatabase } from '../server/tools/postgres.js';
import { demoToken, Program, temporaryFolder } from '../server/tools/program.js';
import { sampleRequest } from '../server/tools/samples.js';

const tool = (name: string): string =>
  fileURLToPath(new URL(`../server/tools/${name}.mjs`, import.meta.url));
const run = promisify(execFile);

const UPLOADS = runs(1_000, 100);
const UPLOAD_BYTES = 9 * 1024 * 1024;
const SLOW_BODIES = runs(200, 50);
/** Uploads to where nothing is done with them, before and after. */
const REFERENCE_UPLOADS = runs(200, 30);
/** How much longer others may wait beside the flood than beside one that the endpoint doesn't see, on an idle computer. */
const MOST = runs(1.25, Infinity);

/** The most memory that a process had, in megabytes; only Linux tells. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;

if (hasPostgres) {
  describe('Beside somebody who floods the endpoint with uploads, slow bodies and requests', () => {
    it('others work on, and memory and disk stay within their bounds', async (test) => {
      const url = await newDatabase();
      const program = new Program(['--demo'], { DATABASE_URL: url, LOG_LEVEL: 'error' });
      const address = (await program.address()) ?? assert.fail('It did not start');
      const others = [
        await Person.signIn(address, 'other-tenant'),
        await Person.signIn(address, 'accountant'),
      ];
      const tally = new Tally();

      /** How long each call of others took until it is over, in milliseconds. */
      const watch = async (isOver: () => boolean): Promise<number[]> => {
        const times: number[] = [];
        let submitted = 0;
        await inCircles(others.length, isOver, async (index) => {
          const person = others[index] ?? assert.fail();
          const row = [getMe, listRequests, getService][times.length % 3] ?? getMe;
          const isSent = index === 0 && times.length % 20 === 0 && (submitted += 1) < 20;
          const began = performance.now();
          tally.add(
            isSent
              ? await person.ask(address, submitRequest, {
                  params: { id: randomUUID() },
                  body: sampleRequest(),
                })
              : await person.ask(address, row),
          );
          times.push(performance.now() - began);
          await wait(100);
        });
        return times;
      };

      const folder = await temporaryFolder();
      const picture = join(folder.path, 'picture.png');
      await writeFile(picture, pngOfSize(UPLOAD_BYTES));

      const token = await demoToken(address, 'main-user');
      const flood = async (where: string, uploads: number): Promise<string> => {
        const { stdout } = await run(process.execPath, [
          tool('abuser'),
          where,
          token,
          String(uploads),
          picture,
          String(SLOW_BODIES),
          '10',
          JSON.stringify(sampleRequest()),
        ]);
        return stdout.trim();
      };
      /** How long others wait while somebody floods an address. */
      const beside = async (where: string, uploads: number) => {
        let isOver = false;
        const watching = watch(() => isOver);
        const outcome = await flood(where, uploads);
        isOver = true;
        return { times: await watching, outcome };
      };

      // What the flood takes of this computer, it takes wherever it goes.
      const sink = spawn(process.execPath, [tool('sink')], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      endWithThisProcess(sink);
      const [elsewhere] = (await once(sink.stdout, 'data')) as [Buffer];
      const reference = async () =>
        (await beside(elsewhere.toString().trim(), REFERENCE_UPLOADS)).times;
      const before = await reference();
      const memoryBefore = await peakOf(program.pid);
      const { times: during, outcome } = await beside(address, UPLOADS);
      const alone = [...before, ...(await reference())];
      sink.kill();

      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const { rows } = await client.query<{ bytes: string }>(
        'select coalesce(sum(bytes), 0) as bytes from attachments',
      );
      await client.end();
      const disk = Number(rows[0]?.bytes) / 1024 ** 2;
      const memory = await peakOf(program.pid);
      const [usual, flooded] = [percentile(alone, 0.95), percentile(during, 0.95)];
      test.diagnostic(
        `others' p95 ${usual.toFixed(1)} ms beside a flood that goes elsewhere, and ${flooded.toFixed(1)} ms beside one that goes to the endpoint (${(flooded / usual).toFixed(2)} times, ` +
          `${alone.length} and ${during.length} calls; p50 ${percentile(alone, 0.5).toFixed(1)} and ${percentile(during, 0.5).toFixed(1)}); ` +
          `memory ${memoryBefore.toFixed(0)} and ${memory.toFixed(0)} MB; ${disk.toFixed(0)} MB stored; others ${tally.toString()}; the flood ${outcome}`,
      );
      await program.kill('SIGTERM');
      await folder.remove();
      assert.ok(tally.of(200) + tally.of(201) === tally.all, tally.toString());
      assert.ok(memory < 512, `${memory} MB`);
      assert.ok(disk <= 250, `${disk} MB`);
      assert.ok(flooded / usual <= MOST, `${(flooded / usual).toFixed(2)} times as long`);
    });
  });
}
