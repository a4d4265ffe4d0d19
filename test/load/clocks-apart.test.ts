import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import {
  advisoryAccess,
  askAdvisoryAccess,
  checkAccess,
  decideAdvisoryAccess,
  getAdvisoryAccess,
  listAdvisoryAccess,
  revokeAdvisoryAccess,
} from '../../src/contract/index.js';
import { runs } from '../tools/runs.js';
import { sampleAsk } from '../server/tools/advisory.js';
import { inCircles, Person, Tally, unlimited, type Outcome } from '../server/tools/people.js';
import { hasPostgres, newDatabase } from '../server/tools/postgres.js';
import { Program } from '../server/tools/program.js';

const CALLS = runs(10_000, 600);
/** Grants that start and end together, in each round. */
const GRANTS = 5;
/** Milliseconds from the asking until they end. */
const LASTING = 1_500;
/** How far from the database's clock an instance may be that isn't told the time at every call. */
const TOLERANCE = 50;

/** A program whose own clock goes ahead of everybody's. */
const ahead = (milliseconds: number): string =>
  `--import=data:text/javascript,${encodeURIComponent(`
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) { given.length ? super(...given) : super(Real.now() + ${milliseconds}); }
      static now() { return Real.now() + ${milliseconds}; }
    };`)}`;

const answered = z.object({ allowed: z.boolean() });

if (hasPostgres) {
  describe('Access that starts and ends together on two instances whose clocks are five seconds apart', () => {
    it('is never open after its end or its revocation, and nobody meets a fault of ours', async (test) => {
      const url = await newDatabase();
      const start = (env: Readonly<Record<string, string>>) =>
        new Program(['--demo'], { DATABASE_URL: url, LOG_LEVEL: 'error', ...unlimited, ...env });
      const programs = [start({}), start({ NODE_OPTIONS: ahead(5_000) })];
      const addresses = await Promise.all(programs.map((program) => program.address()));
      const address = (n: number) => addresses[n % 2] ?? assert.fail('It did not start');
      const agent = await Person.signIn(address(0), 'agent');
      const granter = await Person.signIn(address(1), 'main-user');

      const tally = new Tally();
      const wrong: string[] = [];
      let yes = 0;
      const keep = (outcome: Outcome): Outcome => {
        tally.add(outcome);
        if (outcome.status === 0 || outcome.status === 500)
          wrong.push(`${outcome.status} ${outcome.text}`);
        return outcome;
      };

      /** What everybody is at now: the company, and from when on there must be no yes. */
      let current = { company: '', closedAt: Infinity };
      const check = async (n: number) => {
        const { company } = current;
        if (!company) return wait(5);
        const began = Date.now();
        const query = { tenant: 'tenant-1', company, area: 'kirjanpito', access: 'view' };
        const round = current;
        const { status, text } = keep(await agent.ask(address(n), checkAccess, { query }));
        const isAllowed = status === 200 && z.parse(answered, JSON.parse(text)).allowed;
        if (isAllowed) yes += 1;
        if (isAllowed && began > round.closedAt)
          wrong.push(`open ${began - round.closedAt} ms after it was closed, on instance ${n % 2}`);
      };

      const round = async (number: number) => {
        const company = String(200_000 + number);
        const isRevoked = number % 2 === 1;
        const now = Date.now();
        const until = now + (isRevoked ? 3_600_000 : LASTING);
        const ids = Array.from({ length: GRANTS }, () => randomUUID());
        const body = sampleAsk({
          companies: [{ number: company, name: 'Asiakas Oy' }],
          from: new Date(now + 300).toISOString(),
          until: new Date(until).toISOString(),
        });
        await Promise.all(
          ids.map(async (id, n) => {
            const params = { id };
            keep(await agent.ask(address(n), askAdvisoryAccess, { params, body }));
            const approval = { version: 1, outcome: 'approved' };
            keep(
              await granter.ask(address(n + 1), decideAdvisoryAccess, { params, body: approval }),
            );
          }),
        );
        current = { company, closedAt: isRevoked ? Infinity : until + TOLERANCE };
        if (isRevoked) {
          await wait(500);
          await Promise.all(
            ids.map(async (id, n) => {
              const { status, text } = keep(
                await granter.ask(address(n), revokeAdvisoryAccess, { params: { id }, body: {} }),
              );
              const state =
                status === 200 ? z.parse(advisoryAccess, JSON.parse(text)).state : String(status);
              if (state !== 'revoked') wrong.push(`revoked, and it is ${state}`);
            }),
          );
          current.closedAt = Date.now();
          await wait(200);
        } else await wait(until + 200 - Date.now());
        for (const n of [0, 1]) {
          keep(await granter.ask(address(n), listAdvisoryAccess));
          const params = { id: ids[n] ?? '' };
          const { text } = keep(await granter.ask(address(n), getAdvisoryAccess, { params }));
          const { state } = z.parse(advisoryAccess, JSON.parse(text));
          if (!['revoked', 'ended'].includes(state)) wrong.push(`over, and it is ${state}`);
        }
      };

      let isOver = false;
      const checking = inCircles(6, () => isOver, check);
      let rounds = 0;
      for (; tally.all < CALLS; rounds += 1) await round(rounds);
      isOver = true;
      await checking;
      test.diagnostic(`${rounds} rounds, ${tally.toString()}; ${yes} times yes`);
      await Promise.all(programs.map((program) => program.kill('SIGTERM')));
      assert.deepEqual(wrong, []);
      assert.ok(yes > 0, 'nobody was ever let in');
    });
  });
}
