import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import {
  askAdvisoryAccess,
  decideAdvisoryAccess,
  getAdvisoryAccess,
  listAdvisoryAccess,
  type Operation,
} from '../../src/contract/index.js';
import { AdvisoryDesk, manyCompanies } from './tools/advisory.js';
import { onEachDatabase } from './tools/databases.js';

const FEW = 10;
const MANY = 10_000;
const TIMES = 9;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

onEachDatabase('A request for ten thousand companies', (storage) => {
  let desk: AdvisoryDesk;

  before(async () => {
    desk = await AdvisoryDesk.open(await storage());
  });
  after(() => desk.close());

  const took = async (does: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await does();
    return performance.now() - started;
  };

  type Times = Map<string, number[]>;

  /** Goes once through all that is done with a request, and notes how many milliseconds each step took. */
  async function goThrough(count: number, times: Times): Promise<void> {
    const companies = manyCompanies(count);
    const numbers = companies.slice(1).map(({ number }) => number);
    const step = async (name: string, does: () => Promise<unknown>) =>
      times.set(name, [...(times.get(name) ?? []), await took(does)]);
    const asked = (row: Operation, tag = '') =>
      desk.endpoint.ask(row, {
        as: 'main-user',
        params: { id },
        headers: { 'If-None-Match': tag },
      });
    const again = async (row: Operation, tag: string) =>
      assert.equal((await asked(row, tag)).status, 304);
    let id = '';
    await step('ask', async () => ({ id } = await desk.ask({ companies })));
    await step('list', () => desk.list());
    await step('read', () => desk.read(id));
    const [list, whole] = [await asked(listAdvisoryAccess), await asked(getAdvisoryAccess)].map(
      ({ headers }) => headers.get('ETag') ?? '',
    );
    await step('list, unchanged', () => again(listAdvisoryAccess, list ?? ''));
    await step('read, unchanged', () => again(getAdvisoryAccess, whole ?? ''));
    await step('decide', () =>
      desk.decide(id, { version: 1, outcome: 'approved', companies: numbers }),
    );
    await step('access check', async () =>
      assert.equal((await desk.mayLook({ company: numbers.at(-1) ?? '' })).allowed, true),
    );
    await step('end', () => desk.revoke(id));
  }

  it('costs a poll nothing more than one for ten, and the rest far less than a thousandfold', async () => {
    await goThrough(FEW, new Map());
    const [few, many]: [Times, Times] = [new Map(), new Map()];
    // By turns, so that what else the computer does is in both.
    for (let n = 0; n < TIMES; n += 1) {
      await goThrough(FEW, few);
      await goThrough(MANY, many);
    }
    for (const [name, times] of few) {
      const [one, other] = [median(times), median(many.get(name) ?? [])];
      const ratio = other / one;
      console.log(
        `${name.padEnd(16)} ${one.toFixed(1).padStart(7)} ms for ${FEW}, ${other.toFixed(1).padStart(7)} ms for ${MANY}: ${ratio.toFixed(1)} ×`,
      );
      const isPolled = name.startsWith('list') || name.endsWith('unchanged');
      assert.ok(ratio < (isPolled ? 10 : 100), `${name}: ${ratio} ×`);
    }
  });

  it('is stored and answered whole, and no more than a megabyte is taken', async () => {
    const companies = manyCompanies(MANY);
    const { id } = await desk.ask({ companies });
    assert.deepEqual((await desk.read(id)).companies, companies);
    assert.equal((await desk.list()).items[0]?.companyCount, MANY);
    assert.equal(
      await desk.refused(decideAdvisoryAccess, id, {
        version: 1,
        outcome: 'approved',
        companies: ['1', ...companies.map(({ number }) => number)],
      }),
      '422 validation: /companies/0 wider',
    );
    const wordy = companies.map(({ number }) => ({ number, name: 'Ä'.repeat(200) }));
    assert.equal(
      await desk.refused(
        askAdvisoryAccess,
        id,
        { ...(await desk.read(id)), companies: wordy },
        'agent',
      ),
      '413 tooLarge',
    );
  });
});
