import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  askAdvisoryAccess,
  operations,
  putAttachment,
  putMessage,
  submitRequest,
  type Operation,
  type OperationName,
} from '../../src/contract/index.js';
import { demoUserNames, type DemoUserName } from '../../server/src/demo-data/users.js';
import { sampleAsk } from './tools/advisory.js';
import { anyDatabase } from './tools/databases.js';
import { png } from './tools/pictures.js';
import { sampleRequest, upload } from './tools/samples.js';
import { forgedToken } from './tools/tokens.js';
import { problemOf, TestEndpoint, type Asked } from './tools/test-endpoint.js';

/** Whom a row answers with what: 403 by role, 404 for what is somebody else's. */
type Row = Readonly<Record<DemoUserName, number>> & Pick<Asked, 'query' | 'body' | 'headers'>;

const everybody = (status: number) => ({
  'main-user': status,
  'second-granter': status,
  accountant: status,
  'other-tenant': status,
  agent: status,
  developer: status,
});
/** The second granter may do what everybody in the company may, and where it says so grant. */
const customers = (mainUser: number, accountant: number, otherTenant: number) => ({
  'main-user': mainUser,
  'second-granter': accountant,
  accountant,
  'other-tenant': otherTenant,
  agent: 403,
  developer: 403,
});
const staff = (status: number) => ({
  'main-user': 403,
  'second-granter': 403,
  accountant: 403,
  'other-tenant': 403,
  agent: status,
  developer: status,
});

const HOUR = 60 * 60 * 1000;
const picture = png(3, 3);
const asked = sampleAsk({
  from: new Date().toISOString(),
  until: new Date(Date.now() + 48 * HOUR).toISOString(),
});
const message = { text: 'Tarkennan vielä', attachments: [] };

/**
 * Every route's row, asked for main-user's own things. Who adds a route to the contract says here who may use it.
 */
const rows: Readonly<Record<OperationName, Row>> = {
  getService: everybody(200),
  getRemoteSupport: everybody(200),
  getMe: customers(200, 200, 200),
  listCompanies: customers(200, 200, 200),
  listIncidents: customers(200, 200, 200),
  listArticles: { ...customers(200, 200, 200), query: { q: 'tilikausi' } },
  putAttachment: { ...customers(200, 403, 201), ...upload(picture) },
  getAttachment: { ...customers(200, 404, 200), agent: 200, developer: 200 },
  removeAttachment: customers(409, 404, 204),
  submitRequest: {
    ...customers(409, 403, 201),
    body: sampleRequest({ description: 'Oma pyyntö' }),
  },
  listRequests: customers(200, 200, 200),
  getRequest: customers(200, 404, 200),
  putMessage: { ...customers(200, 403, 201), body: message },
  listAdvisoryAccess: customers(200, 200, 200),
  getAdvisoryAccess: customers(200, 200, 404),
  listAdvisoryUses: customers(200, 200, 404),
  getAdvisoryKeys: everybody(200),
  getAdvisoryCheckpoint: customers(200, 200, 200),
  getAdvisoryConsistency: { ...customers(200, 200, 422), query: { from: '1', size: '2' } },
  getAdvisoryReceipt: customers(200, 200, 404),
  decideAdvisoryAccess: {
    ...customers(200, 403, 404),
    'second-granter': 409,
    body: { version: 1, outcome: 'approved' },
  },
  revokeAdvisoryAccess: { ...customers(200, 403, 404), 'second-granter': 200, body: {} },
  getAdvisoryNotices: customers(200, 200, 200),
  putAdvisoryNotices: { ...customers(200, 200, 200), body: { language: 'fi' } },
  askAdvisoryAccess: { ...staff(200), developer: 409, body: asked },
  amendAdvisoryAccess: { ...staff(409), developer: 403, body: { reason: 'Tarkennus' } },
  withdrawAdvisoryAccess: { ...staff(409), developer: 403 },
  listStaffAdvisoryAccess: staff(200),
  getStaffAdvisoryAccess: staff(200),
  checkAccess: {
    ...staff(200),
    query: { tenant: 'tenant-1', company: '1234', area: 'kirjanpito', access: 'view' },
  },
  // Nobody has a grant here.
  reportAdvisoryUse: {
    ...staff(403),
    body: { company: '1234', area: 'kirjanpito', access: 'view', what: 'Avasi tositteen' },
  },
  listStaffRequests: staff(200),
  getStaffRequest: staff(200),
  changeStaffRequest: { ...staff(200), body: {} },
  relayStaffRequest: { ...staff(200), body: {} },
  putStaffMessage: { ...staff(201), body: message },
  putStaffAttachment: { ...staff(201), ...upload(picture) },
  getStaffAttachment: staff(200),
  getAdvisorySettings: customers(200, 403, 200),
  putAdvisorySettings: { ...customers(200, 403, 200), body: { maxHours: 8 } },
};

describe('The table of authorization', () => {
  it('has a row for every operation of the contract', () => {
    assert.deepEqual(Object.keys(rows).sort(), Object.keys(operations).sort());
  });
});

describe('Every route', () => {
  let endpoint: TestEndpoint;
  let now = new Date();
  const params = { id: randomUUID(), messageId: randomUUID() };
  const others = { ...params, id: randomUUID() };

  before(async () => {
    endpoint = await TestEndpoint.open({ storage: await anyDatabase(), now: () => now });
    await endpoint.get(putAttachment, { as: 'main-user', params, ...upload(picture) });
    const attachments = [{ id: params.id, name: 'kuva.png' }];
    await endpoint.get(submitRequest, {
      as: 'main-user',
      params,
      body: sampleRequest({ attachments }),
    });
    await endpoint.get(putMessage, { as: 'main-user', params, body: message });
    await endpoint.get(putAttachment, { as: 'main-user', params: others, ...upload(picture) });
    await endpoint.get(submitRequest, { as: 'main-user', params: others, body: sampleRequest() });
    for (const place of [params, others])
      await endpoint.get(askAdvisoryAccess, { as: 'agent', params: place, body: asked });
  });
  after(() => endpoint.close());

  const table = Object.values<Operation>(operations);
  const rowOf = (name: string) =>
    Object.entries(rows).find(([row]) => row === name)?.[1] ?? assert.fail(`${name} has no row`);
  const ask = (row: Operation, as: Asked['as']) => {
    const { query, body, headers } = rowOf(row.name);
    return endpoint.ask(row, { as, params, query, body, headers });
  };

  for (const row of table.filter(({ audience }) => audience !== 'anyone')) {
    it(`${row.name} asks who doesn't sign in to do so`, async () => {
      const answer = await ask(row, undefined);
      assert.equal(answer.status, 401);
      assert.equal(answer.headers.get('WWW-Authenticate'), 'Bearer');
    });

    it(`${row.name} takes no token that is forged or no token at all`, async () => {
      const good = endpoint.token('main-user');
      const [head, claims, signature] = good.split('.');
      const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
      const tokens = [
        await forgedToken(good),
        unsigned,
        `${head}.${claims}.${signature?.replace(/.$/, '')}`,
        'x',
        'a.b.c',
        '..',
        `${good}.`,
      ];
      for (const token of tokens) {
        const answer = await ask(row, { token });
        assert.equal(answer.status, 401);
        assert.equal(answer.headers.get('WWW-Authenticate'), 'Bearer error="invalid_token"');
      }
    });

    it(`${row.name} takes no token whose time is over`, async () => {
      now = new Date(now.getTime() + 13 * HOUR);
      assert.equal((await ask(row, 'main-user')).status, 401);
      now = new Date(now.getTime() - 13 * HOUR);
    });
  }

  for (const row of table) {
    it(`${row.name} answers each person as its row says`, async () => {
      const expected = rowOf(row.name);
      // One after the other: who decides first has decided.
      for (const user of demoUserNames)
        assert.equal((await ask(row, user)).status, expected[user], `${row.name} for ${user}`);
    });
  }

  it("hides other people's things byte for byte", async () => {
    const toColleagues = ['getRequest', 'getAttachment', 'removeAttachment'];
    const toOtherCustomers = [
      'putMessage',
      'getAdvisoryAccess',
      'listAdvisoryUses',
      'decideAdvisoryAccess',
      'revokeAdvisoryAccess',
    ];
    for (const row of table.filter(({ name }) =>
      [...toColleagues, ...toOtherCustomers].includes(name),
    )) {
      const question = {
        as: toColleagues.includes(row.name) ? 'accountant' : 'other-tenant',
        body: rowOf(row.name).body,
      } as const;
      const foreign = await endpoint.ask(row, { ...question, params: others });
      const never = await endpoint.ask(row, {
        ...question,
        params: { ...params, id: randomUUID() },
      });
      assert.equal(problemOf(foreign).code, 'notFound');
      assert.deepEqual(foreign.bytes, never.bytes);
    }
  });
});
