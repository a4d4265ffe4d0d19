import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import {
  decideAdvisoryAccess,
  getAdvisoryAccess,
  getStaffAdvisoryAccess,
  listAdvisoryAccess,
  listStaffAdvisoryAccess,
  revokeAdvisoryAccess,
} from '../../src/contract/index.js';
import { askFor, hours, morning } from './tools/advisory.js';
import { onEachDatabase } from './tools/databases.js';
import { problemOf, TestEndpoint } from './tools/test-endpoint.js';

onEachDatabase('Whoever may grant advisory access', (storage) => {
  let endpoint: TestEndpoint;
  let now = morning;

  before(async () => {
    endpoint = await TestEndpoint.open({ storage: await storage(), now: () => now });
  });
  after(() => endpoint.close());

  const as = 'main-user';
  const list = (query: Record<string, string> = {}) => endpoint.get(listAdvisoryAccess, { as, query });
  const read = (id: string) => endpoint.get(getAdvisoryAccess, { as, params: { id } });
  const tell = (id: string, body: object, row: typeof decideAdvisoryAccess | typeof revokeAdvisoryAccess = decideAdvisoryAccess) =>
    endpoint.ask(row, { as, params: { id }, body });
  const decide = (id: string, body: object) => endpoint.get(decideAdvisoryAccess, { as, params: { id }, body });

  it('finds the demonstration’s request waiting', async () => {
    const { items, pendingCount, maxHours, maxHoursSetIn, serverTime } = await list();
    assert.deepEqual([pendingCount, maxHours, serverTime], [1, 4, morning.toISOString()]);
    assert.match(maxHoursSetIn, /^Palvelunhallinta \| Yleiset asetukset/);
    const [item] = items;
    assert.deepEqual([item?.state, item?.companyCount, item?.areaCount, item?.requestedBy.name], ['pending', 3, 2, 'Laura Niemi']);
  });

  it('sees a request whole, as it was asked', async () => {
    const asked = await askFor(endpoint);
    assert.deepEqual(await read(asked.id), asked);
    assert.deepEqual([asked.version, asked.state, asked.from, asked.until], [1, 'pending', morning.toISOString(), hours(8).toISOString()]);
    assert.deepEqual(asked.requestedBy, { name: 'Laura Niemi', unit: 'customer-service' });
    assert.deepEqual(asked.history, [{ at: morning.toISOString(), act: 'asked', by: { name: 'Laura Niemi' }, version: 1 }]);
  });

  it('approves as asked, within the customer’s own maximum', async () => {
    const { id } = await askFor(endpoint);
    const granted = await decide(id, { version: 1, outcome: 'approved' });
    assert.deepEqual([granted.state, granted.startsAt, granted.endsAt], ['active', morning.toISOString(), hours(4).toISOString()]);
    assert.deepEqual(granted.decision, {
      outcome: 'approved',
      by: { name: 'Maija Mäkelä' },
      at: morning.toISOString(),
      version: 1,
      until: hours(4).toISOString(),
    });
  });
});
