import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import * as z from 'zod/mini';
import {
  askAdvisoryAccess,
  operations,
  putAttachment,
  submitRequest,
  type Operation,
  type OperationName,
} from '../../src/contract/index.js';
import { demoUserNames } from '../../server/src/demo-data/users.js';
import { runs } from '../tools/runs.js';
import { sampleAsk } from './tools/advisory.js';
import { onOneDatabase } from './tools/databases.js';
import { png } from './tools/pictures.js';
import { sampleRequest, upload } from './tools/samples.js';
import { TestEndpoint, type Asked } from './tools/test-endpoint.js';

/** Of those who may do something, so many try everything. */
const PEOPLE = runs(Infinity, 1);

const HOUR = 60 * 60 * 1000;
const asked = sampleAsk({
  from: new Date().toISOString(),
  until: new Date(Date.now() + 4 * HOUR).toISOString(),
});
const message = { text: 'Tarkennan vielä', attachments: [] };
const use = { company: '1234', area: 'kirjanpito', access: 'view' };

/** What is right in each operation that takes something: from it everything hostile is made. */
const right: Partial<Record<OperationName, Pick<Asked, 'query' | 'body'>>> = {
  listArticles: { query: { q: 'tilikausi' } },
  submitRequest: { body: sampleRequest() },
  putMessage: { body: message },
  getAdvisoryConsistency: { query: { from: '1', size: '1' } },
  decideAdvisoryAccess: { body: { version: 1, outcome: 'returned', reason: 'Miksi?' } },
  revokeAdvisoryAccess: { body: {} },
  putAdvisoryNotices: { body: {} },
  putAdvisorySettings: { body: {} },
  askAdvisoryAccess: { body: asked },
  amendAdvisoryAccess: { body: { reason: 'Tarkennus' } },
  checkAccess: { query: { tenant: 'tenant-1', ...use } },
  reportAdvisoryUse: { body: { ...use, what: 'Avasi tositteen' } },
  changeStaffRequest: { body: {} },
  relayStaffRequest: { body: {} },
  putStaffMessage: { body: message },
};

const texts: readonly string[] = [
  '',
  '\0',
  'a\0b',
  '\ud800',
  '__proto__',
  'constructor',
  'toString',
  "' or 1=1 --",
  '%',
  '../..',
  '-1',
  '0',
  '2147483648',
  '99999999999999999999',
  '999999999999',
  'NaN',
  '1e400',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2026-01-05T07:05:00.' + '0'.repeat(500) + 'Z',
  '275760-09-13',
  '00000000-0000-0000-0000-000000000000',
  randomUUID().toUpperCase(),
  'ﬁ\u202e\u200d',
  'x'.repeat(300),
];
/** Cursors are ours, but whoever gets one can write another. */
const cursors: readonly string[] = [
  ['-1'],
  ['99999999999999999999'],
  ['0000-01-01T00:00:00Z', randomUUID()],
  [null],
  {},
  '\0',
].map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'));
const values: readonly unknown[] = [
  ...texts,
  null,
  true,
  0,
  -1,
  0.5,
  1e300,
  2 ** 31,
  2 ** 53 - 1,
  -(2 ** 53),
  [],
  {},
  [[]],
  [null],
  Array<string>(2_000).fill('x'),
  { __proto__: null, constructor: { prototype: {} } },
  JSON.parse('{"__proto__":{"version":1}}'),
  JSON.parse('['.repeat(500) + ']'.repeat(500)),
];

type Place = readonly (string | number)[];
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Every field of a body, by the contract. */
function placesIn({ properties = {}, items, anyOf = [], oneOf = [] }: Schema): Place[] {
  const inside = Object.entries(properties).flatMap(([name, schema]) =>
    placesIn(schema).map((place) => [name, ...place]),
  );
  const inItems = items ? placesIn(items).map((place) => [0, ...place]) : [];
  return [[], ...inside, ...inItems, ...[...anyOf, ...oneOf].flatMap(placesIn)];
}

/** The same with another value at one place. */
function withValue(given: unknown, [at, ...further]: Place, value: unknown): unknown {
  if (at === undefined) return value;
  if (typeof at === 'number')
    return [withValue(Array.isArray(given) ? given[0] : {}, further, value)];
  const fields = typeof given === 'object' && given ? { ...given } : {};
  const former: unknown = Object.hasOwn(fields, at) ? Reflect.get(fields, at) : undefined;
  return { ...fields, [at]: withValue(former, further, value) };
}

const fieldsOf = (schema: Operation['query']): string[] =>
  schema
    ? placesIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema).flatMap(
        ([name]) => (typeof name === 'string' ? [name] : []),
      )
    : [];

/** Everything hostile that an operation can be given, one thing at a time. */
function* hostile(row: Operation, params: Readonly<Record<string, string>>): Generator<Asked> {
  const given = Object.entries(right).find(([name]) => name === row.name)?.[1] ?? {};
  const body = row.body === 'binary' ? upload(png(3, 3)) : { body: given.body };
  for (const [, name = ''] of row.path.matchAll(/\{(\w+)\}/g))
    for (const text of texts)
      if (text && text.isWellFormed())
        yield { ...given, ...body, params: { ...params, [name]: text } };
  for (const name of new Set(fieldsOf(row.query)))
    for (const text of [...texts, ...(name === 'cursor' ? cursors : [])])
      yield { ...given, params, query: { ...given.query, [name]: text } };
  if (typeof row.body !== 'object') return;
  const schema = z.toJSONSchema(row.body, { io: 'input', unrepresentable: 'any' }) as Schema;
  for (const place of placesIn(schema))
    for (const value of values)
      yield { ...given, params, body: withValue(given.body, place, value) };
}

onOneDatabase('Whatever is given to an operation', (storage) => {
  let endpoint: TestEndpoint;
  const params = { id: randomUUID(), messageId: randomUUID() };

  before(async () => {
    endpoint = await TestEndpoint.open({
      storage: await storage(),
      limits: { calls: 1_000_000, searches: 1_000_000, waitingFiles: 10_000 },
    });
    await endpoint.get(putAttachment, { as: 'main-user', params, ...upload(png(3, 3)) });
    await endpoint.get(submitRequest, { as: 'main-user', params, body: sampleRequest() });
    await endpoint.get(askAdvisoryAccess, { as: 'agent', params, body: asked });
  });
  after(() => endpoint.close());

  for (const row of Object.values<Operation>(operations))
    it(`${row.name} is answered as its row says or by a problem, and by no fault of ours`, async () => {
      let people = 0;
      for (const as of demoUserNames) {
        let isAllowed = false;
        for (const call of hostile(row, params)) {
          const { status, text } = await endpoint.ask(row, { ...call, as });
          const told = `${as}: ${status} ${text} for ${JSON.stringify(call).slice(0, 500)}`;
          assert.ok(status < 500, told);
          isAllowed ||= status !== 403;
          if (!isAllowed) break;
        }
        if (isAllowed) people += 1;
        if (people === PEOPLE) break;
      }
    });
});
