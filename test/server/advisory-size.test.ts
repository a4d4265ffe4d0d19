import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  askAdvisoryAccess,
  decideAdvisoryAccess,
  getAdvisoryAccess,
  listAdvisoryAccess,
  type Operation,
} from '../../src/contract/index.js';
import { AdvisoryDesk, manyCompanies } from './tools/advisory.js';
import { anyDatabase } from './tools/databases.js';
import { workOf, type Work } from './tools/statements.js';

const FEW = 10;
const MANY = 10_000;

describe('A request for ten thousand companies', () => {
  let desk: AdvisoryDesk;

  before(async () => {
    desk = await AdvisoryDesk.open(await anyDatabase());
  });
  after(() => desk.close());

  /** Goes once through all that is done with a request, and notes what each step asked of the database. */
  async function goThrough(count: number): Promise<ReadonlyMap<string, Work>> {
    const companies = manyCompanies(count);
    const numbers = companies.slice(1).map(({ number }) => number);
    const works = new Map<string, Work>();
    const step = async (name: string, does: () => Promise<unknown>) =>
      works.set(name, await workOf(does));
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
    return works;
  }

  it('asks the database as much as one for ten does, and a poll reads no more from it', async () => {
    const few = await goThrough(FEW);
    const many = await goThrough(MANY);
    for (const [name, { statements, length }] of few) {
      const other = many.get(name) ?? assert.fail(name);
      assert.equal(other.statements, statements, name);
      // Beside the lists of companies, which are a thousand times longer, nothing that is read grows.
      const isPolled = name.startsWith('list') || name.endsWith('unchanged');
      if (isPolled)
        assert.ok(other.length < 2 * length, `${name}: ${other.length} instead of ${length}`);
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
