import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { askAdvisoryAccess, decideAdvisoryAccess, getAdvisoryAccess, listAdvisoryAccess, type Operation } from '../../src/contract/index.js';
import { AdvisoryDesk, manyCompanies } from './tools/advisory.js';
import { onEachDatabase } from './tools/databases.js';

const FEW = 10;
const MANY = 10_000;
const TIMES = 9;

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

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

  /** Milliseconds of each step, at the middle of several tries. */
  async function measure(count: number) {
    const companies = manyCompanies(count);
    const numbers = companies.slice(1).map(({ number }) => number);
    const tries: Record<string, number[]> = {};
    const step = async (name: string, does: () => Promise<unknown>) => (tries[name] ??= []).push(await took(does));
    for (let n = 0; n < TIMES; n += 1) {
      let id = '';
      const tagged = async (row: Operation) => (await desk.endpoint.ask(row, { as: 'main-user', params: { id } })).headers.get('ETag') ?? '';
      const again = async (row: Operation, tag: string) => {
        const answer = await desk.endpoint.ask(row, { as: 'main-user', params: { id }, headers: { 'If-None-Match': tag } });
        assert.equal(answer.status, 304);
      };
      await step('ask', async () => ({ id } = await desk.ask({ companies })));
      await step('list', () => desk.list());
      await step('read', () => desk.read(id));
      const [list, whole] = [await tagged(listAdvisoryAccess), await tagged(getAdvisoryAccess)];
      await step('list, unchanged', () => again(listAdvisoryAccess, list));
      await step('read, unchanged', () => again(getAdvisoryAccess, whole));
      await step('decide', () => desk.decide(id, { version: 1, outcome: 'approved', companies: numbers }));
      await step('access check', async () => assert.equal((await desk.mayLook({ company: numbers.at(-1) ?? '' })).allowed, true));
      await step('end', () => desk.revoke(id));
    }
    return Object.fromEntries(Object.entries(tries).map(([name, times]) => [name, median(times)]));
  }

  it('costs a poll nothing more than one for ten, and an access check little', async () => {
    await measure(FEW);
    const few = await measure(FEW);
    const many = await measure(MANY);
    const ratio = (name: string) => (many[name] ?? NaN) / (few[name] ?? NaN);
    for (const name of Object.keys(few)) {
      console.log(`${name.padEnd(16)} ${few[name]?.toFixed(1).padStart(7)} ms for ${FEW}, ${many[name]?.toFixed(1).padStart(7)} ms for ${MANY}: ${ratio(name).toFixed(1)} ×`);
    }
    for (const name of ['list', 'list, unchanged', 'read, unchanged']) assert.ok(ratio(name) < 5, `${name}: ${ratio(name)} ×`);
    // A thousandfold of companies.
    for (const name of Object.keys(few)) assert.ok(ratio(name) < 100, `${name}: ${ratio(name)} ×`);
  });

  it('is stored and answered whole, and no more than a megabyte is taken', async () => {
    const companies = manyCompanies(MANY);
    const { id } = await desk.ask({ companies });
    assert.deepEqual((await desk.read(id)).companies, companies);
    assert.equal((await desk.list()).items[0]?.companyCount, MANY);
    assert.equal(await desk.refused(decideAdvisoryAccess, id, { version: 1, outcome: 'approved', companies: ['1', ...companies.map(({ number }) => number)] }), '422 validation: /companies/0 wider');
    const wordy = companies.map(({ number }) => ({ number, name: 'Ä'.repeat(200) }));
    assert.equal(await desk.refused(askAdvisoryAccess, id, { ...(await desk.read(id)), companies: wordy }, 'agent'), '413 tooLarge');
  });
});
