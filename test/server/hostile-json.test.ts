import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import { getRequest, listCompanies } from '../../src/contract/index.js';
import { onOneDatabase } from './tools/databases.js';
import { sampleRequest } from './tools/samples.js';
import { problemOf, TestEndpoint } from './tools/test-endpoint.js';

const json = (changes: object = {}): string => JSON.stringify({ ...sampleRequest(), ...changes });
const withField = (field: string, value: string): string =>
  json().replace(/\}$/, `,"${field}":${value}}`);
const MEGABYTE = 1024 * 1024;

onOneDatabase('Whoever sends hostile JSON', (storage) => {
  let endpoint: TestEndpoint;

  before(async () => {
    endpoint = await TestEndpoint.open({ storage: await storage() });
  });
  after(() => endpoint.close());

  const put = (body: BodyInit, type: string | undefined = 'application/json', id = randomUUID()) =>
    endpoint.fetch(`/support-requests/${id}`, {
      method: 'PUT',
      headers: {
        Authorization: `Bearer ${endpoint.token('main-user')}`,
        ...(type && { 'Content-Type': type }),
      },
      body,
    });

  const notJson: readonly (readonly [name: string, body: BodyInit, type?: string])[] = [
    ['nothing', ''],
    ['half of it', json().slice(0, 100)],
    ['a comma too many', json().replace(/\}$/, ',}')],
    ['two values', '{} {}'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['UTF-16', Buffer.from(json(), 'utf16le')],
    [
      'Latin-1 under its own name',
      Buffer.from(json(), 'latin1'),
      'application/json; charset=iso-8859-1',
    ],
    ['JSON that says it is text', json(), 'text/plain'],
    ['JSON that says it is a form', json(), 'application/x-www-form-urlencoded'],
    ['JSON without a type', Buffer.from(json()), ''],
    ['100,000 open brackets', '['.repeat(100_000)],
    ['a number in words', 'NaN'],
  ];
  for (const [name, body, type] of notJson) {
    it(`gets a problem for ${name}`, async () => {
      const answer = await put(body, type);
      assert.deepEqual(problemOf(answer).errors, [{ pointer: '', code: 'format' }]);
      assert.equal(answer.status, 422);
    });
  }

  const wrong: readonly (readonly [name: string, body: string])[] = [
    ['null', 'null'],
    ['a list', '[]'],
    ['a list in a list in a list …', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['a number beyond all numbers', '1e999'],
    [
      'a deep object as its text',
      withField('description', '{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)),
    ],
    ['a number as its text', json({ summary: 1 })],
    ['an object as its list', json({ userIds: { length: 1, 0: 'ayras-maija' } })],
    ['a language that is a prototype', json({ language: 'constructor' })],
    ['a kind that is a prototype', json({ kind: '__proto__' })],
    ['60,000 wrong company numbers', json({ companyNumbers: Array<string>(60_000).fill('x') })],
    ['a text that is too long', json({ description: 'x'.repeat(20_001) })],
    ['a date that never was', json({ neededBy: '2026-02-30T00:00:00Z' })],
    ['an attachment whose id is no UUID', json({ attachments: [{ id: "' or 1=1", name: 'x' }] })],
  ];
  for (const [name, body] of wrong) {
    it(`gets a problem for ${name}`, async () => {
      const answer = await put(body);
      const { code, errors = [] } = problemOf(answer);
      assert.equal(code, 'validation');
      assert.ok(errors.length > 0 && errors.length <= 100);
    });
  }

  const harmless: readonly (readonly [name: string, body: string])[] = [
    ['NUL in its texts', json({ description: 'a\0b', diagnostics: '\0' })],
    ['half a surrogate pair', json().replace('"tilikauden', '"\\ud800 tilikauden')],
    ['__proto__ with something in it', withField('__proto__', '{"critical":true,"isAdmin":true}')],
    ['constructor with something in it', withField('constructor', '{"prototype":{"x":1}}')],
    ['a huge number where nobody looks', withField('x', `${'9'.repeat(10_000)}e${'9'.repeat(10)}`)],
    ['the same field twice', withField('critical', 'false')],
    [
      'a deep object where nobody looks',
      withField('x', '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)),
    ],
    [
      'markup, quotes and SQL',
      json({
        description: `'; drop table support_requests; -- <script>alert(1)</script> \\ " $1 %s {{x}}`,
      }),
    ],
    ['letters of the whole world', json({ description: 'Äänekoski 𝕏 👩‍👩‍👧‍👦 \u202e ﷽ \ufeff \u2028' })],
  ];
  for (const [name, body] of harmless) {
    it(`sends a plain request with ${name}`, async () => {
      const id = randomUUID();
      const first = await put(body, 'application/json; charset=UTF-8', id);
      assert.equal(first.status, 201, first.text);
      assert.equal((await put(body, 'application/json', id)).status, 200);
      const details = await endpoint.get(getRequest, { as: 'main-user', params: { id } });
      assert.equal(details.critical, false);
      assert.ok(!('isAdmin' in details) && !('isAdmin' in {}));
      assert.ok(!/[\0\ud800]/.test(details.description + details.summary));
    });
  }

  it('gets a problem for a body over one megabyte, whether it says so or not', async () => {
    const large = json({ x: 'x'.repeat(MEGABYTE) });
    const announced = await put(large);
    const streamed = await endpoint.fetch(
      `/support-requests/${randomUUID()}`,
      streaming(large, endpoint.token('main-user')),
    );
    assert.deepEqual(
      [problemOf(announced).code, problemOf(streamed).code],
      ['tooLarge', 'tooLarge'],
    );
  });

  it('may still send the largest request that the rules allow', async () => {
    const companyNumbers = Array.from({ length: 10_000 }, (_, i) => String(1_000_000_000 + i));
    const answer = await put(
      json({ companyNumbers, diagnostics: 'ä'.repeat(100_000), description: 'ö'.repeat(20_000) }),
    );
    assert.equal(answer.status, 201, answer.text);
  });

  it('gets nowhere with hostile addresses', async () => {
    const headers = { Authorization: `Bearer ${endpoint.token('main-user')}` };
    for (const path of [
      '/support-requests/%00',
      '/support-requests/..%2f..%2fservice',
      "/support-requests/'",
      '/support-requests/%E0%A4%A',
      '/support-requests?status=__proto__',
    ]) {
      const { status } = await endpoint.fetch(path, { headers });
      assert.ok([404, 422].includes(status), `${path} answered ${status}`);
    }
    for (const q of ['\0', '%', '_', "' or 1=1 --", '\ud800', 'x'.repeat(200)]) {
      const { items } = await endpoint.get(listCompanies, { as: 'main-user', query: { q } });
      assert.equal(items.length, q === '\0' ? 42 : 0, q);
    }
  });
});

function streaming(body: string, token: string): RequestInit & { duplex: 'half' } {
  const stream = new Blob([body]).stream();
  return {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: stream,
    duplex: 'half',
  };
}
