import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { isLong, runs, seedOf } from '../tools/runs.js';
import { checkRules } from './schedules/rules.js';
import { schedule } from './schedules/schedule.js';
import { Stage } from './schedules/stage.js';
import { hasPostgres, newDatabase } from './tools/postgres.js';

const numRuns = runs(1000, 15);

if (hasPostgres) {
  describe('Advisory access that many people act on at once, on two instances', () => {
    let stage: Stage;

    before(async () => {
      stage = await Stage.open({ kind: 'postgres', url: await newDatabase() });
    });
    after(() => stage.close());

    it('has one decision a version, of what was seen, never wider than asked, and never after its end', async () => {
      const seed = seedOf();
      const counts = new Map<string, number>();
      const property = fc.asyncProperty(schedule, async (generated) => {
        const account = await stage.play(generated);
        for (const [what, count] of account.counts)
          counts.set(what, (counts.get(what) ?? 0) + count);
        checkRules(account);
      });
      // Which of two acts comes first is up to the database: a smaller schedule need not fail again.
      await fc.assert(property, { numRuns, seed, endOnFailure: true });
      console.log(`${numRuns} schedules, seed ${seed} (TEST_SEED=${seed} plays the same ones)`);
      for (const [what, count] of [...counts].sort())
        console.log(`${String(count).padStart(7)} ${what}`);
      // In the long run most schedules come to a decision; a few may chance to come to fewer.
      const decided = counts.get('decideAdvisoryAccess 200') ?? 0;
      assert.ok(decided > runs(numRuns / 2, 0), `${decided} decisions`);
    });

    it('grants nothing by one person where two have to approve, nor more than both chose', async () => {
      const seed = seedOf();
      let grants = 0;
      const property = fc.asyncProperty(schedule, async (generated) => {
        grants += checkRules(await stage.play(generated, 2), 2);
      });
      await fc.assert(property, { numRuns, seed, endOnFailure: true });
      console.log(`${numRuns} schedules, seed ${seed}: ${grants} grants by two, none by one`);
      // In a few schedules two people may never agree; that they can, advisory-two-approvers.test.ts shows.
      if (isLong) assert.ok(grants > numRuns / 20, `${grants} grants`);
    });
  });
}
