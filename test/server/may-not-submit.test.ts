import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { listRequests, submitRequest } from '../../src/contract/index.js';
import { demoUsers } from '../../server/src/demo-data/users.js';
import { sampleRequest, upload } from './tools/samples.js';
import { png } from './tools/pictures.js';
import { TestEndpoint, type Answer } from './tools/test-endpoint.js';

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('who is neither main user nor primary contact [guide 1.1]', () => {
  let endpoint: TestEndpoint;
  const mainUsers = randomUUID();
  before(async () => {
    endpoint = await TestEndpoint.open();
    await endpoint.get(submitRequest, {
      as: 'main-user',
      params: { id: mainUsers },
      body: sampleRequest(),
    });
  });
  after(() => endpoint.close());

  const put = (
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
    method = 'PUT',
  ) =>
    endpoint.fetch(path, {
      method,
      body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
      headers: {
        Authorization: `Bearer ${endpoint.token('accountant')}`,
        'Content-Type': 'application/json',
        ...headers,
      },
    });
  const request = (id: string = randomUUID()) => `/support-requests/${id}`;

  /** Ways in which somebody might try, each with what they would send. */
  const crafted: readonly [string, () => Promise<Answer>][] = [
    ['a whole request', () => put(request(), sampleRequest())],
    ['a question, feedback or an idea', () => put(request(), sampleRequest({ kind: 'question' }))],
    ['a critical one', () => put(request(), sampleRequest({ critical: true }))],
    [
      'the same problem as an incident',
      () => put(request(), sampleRequest({ relatedIncident: 'incident-1' })),
    ],
    ['another language', () => put(`${request()}?language=en`, sampleRequest())],
    ['the id of a request of the main user', () => put(request(mainUsers), sampleRequest())],
    ['an id in capitals', () => put(request(mainUsers.toUpperCase()), sampleRequest())],
    [
      'permissions in the body',
      () =>
        put(request(), {
          ...sampleRequest(),
          permissions: ['submitRequests'],
          roles: ['mainUser'],
          owner: 'main-user',
        }),
    ],
    [
      'permissions in headers',
      () => put(request(), sampleRequest(), { 'X-Roles': 'mainUser', 'X-User': 'main-user' }),
    ],
    [
      'a reply to a request of the main user',
      () =>
        put(`${request(mainUsers)}/messages/${randomUUID()}`, { text: 'Lisäys', attachments: [] }),
    ],
    [
      'an attachment',
      () => put(`/attachments/${randomUUID()}`, png(2, 2), upload(png(2, 2)).headers),
    ],
  ];
  for (const [what, ask] of crafted) {
    it(`can't submit: ${what}`, async () => {
      assert.equal((await ask()).status, 403);
    });
  }

  it("can't submit by another method", async () => {
    for (const method of ['POST', 'PATCH']) {
      const answer = await put(
        request(),
        sampleRequest(),
        { 'X-HTTP-Method-Override': 'PUT' },
        method,
      );
      assert.ok([403, 404, 405].includes(answer.status), `${method}: ${answer.status}`);
    }
  });

  it("can't submit with roles written into the token", async () => {
    const [head = '', , signature = ''] = endpoint.token('accountant').split('.');
    const claims = {
      ...decodeJwt(endpoint.token('accountant')),
      roles: demoUsers['main-user'].roles,
    };
    for (const token of [
      `${head}.${base64(claims)}.${signature}`,
      `${base64({ alg: 'none' })}.${base64(claims)}.`,
    ]) {
      assert.equal(
        (await put(request(), sampleRequest(), { Authorization: `Bearer ${token}` })).status,
        401,
      );
    }
  });

  it('has sent nothing by all that', async () => {
    const { items } = await endpoint.get(listRequests, { as: 'accountant' });
    assert.deepEqual(items, []);
    const { items: mine } = await endpoint.get(listRequests, { as: 'main-user' });
    assert.deepEqual(
      mine.map(({ id }) => id),
      [mainUsers],
    );
  });
});
