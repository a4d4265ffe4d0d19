import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { checkAccess, getMe, submitRequest } from '../../src/contract/index.js';
import { sampleRequest } from './tools/samples.js';
import { origin, pathOf, problemOf, TestEndpoint } from './tools/test-endpoint.js';

const portal = 'https://portal.example';

describe('A page that signs in by a cookie', () => {
  let endpoint: TestEndpoint;

  before(async () => {
    endpoint = await TestEndpoint.open({ sessionCookie: 'SESSION', allowedOrigins: [portal] });
  });
  after(() => endpoint.close());

  const cookies = (xsrf = 'secret') =>
    `theme=dark; SESSION=${endpoint.token('main-user')}; XSRF-TOKEN=${xsrf}`;
  const submit = (headers: Record<string, string>) =>
    endpoint.ask(submitRequest, { params: { id: randomUUID() }, body: sampleRequest(), headers });

  it('may read with the cookie alone', async () => {
    const { text } = await endpoint.ask(getMe, { headers: { Cookie: cookies() } });
    assert.match(text, /Maija Mäkelä/);
  });

  it('may send with the token of the cookie in a header, from its own origin or an allowed one', async () => {
    for (const from of [origin, portal, origin.replace('http:', 'https:')]) {
      assert.equal(
        (await submit({ Cookie: cookies(), 'X-XSRF-TOKEN': 'secret', Origin: from })).status,
        201,
      );
    }
  });

  it('sends nothing without that header, with another, or from a foreign origin', async () => {
    const forged: Record<string, string>[] = [
      { Cookie: cookies(), Origin: origin },
      { Cookie: cookies(), Origin: origin, 'X-XSRF-TOKEN': '' },
      { Cookie: cookies(), Origin: origin, 'X-XSRF-TOKEN': 'Secret' },
      { Cookie: cookies(''), Origin: origin, 'X-XSRF-TOKEN': '' },
      { Cookie: cookies(), 'X-XSRF-TOKEN': 'secret' },
      { Cookie: cookies(), 'X-XSRF-TOKEN': 'secret', Origin: 'null' },
      { Cookie: cookies(), 'X-XSRF-TOKEN': 'secret', Origin: 'https://evil.example' },
      { Cookie: cookies(), 'X-XSRF-TOKEN': 'secret', Origin: `${origin}.evil.example` },
      { Cookie: cookies(), 'X-XSRF-TOKEN': 'secret', Origin: `${portal}:444` },
    ];
    for (const headers of forged) {
      const answer = await submit(headers);
      assert.equal(problemOf(answer).code, 'forbidden', JSON.stringify({ ...headers, Cookie: '' }));
    }
  });

  it('uses no access from a foreign page, although asking for it is a GET', async () => {
    const session = `SESSION=${endpoint.token('agent')}; XSRF-TOKEN=secret`;
    const query = { tenant: 'tenant-1', company: '1234', area: 'kirjanpito', access: 'view' };
    const look = async (headers: Record<string, string>, method = 'GET') =>
      (
        await endpoint.fetch(`${checkAccess.path}?${new URLSearchParams(query).toString()}`, {
          method,
          headers: { Cookie: session, ...headers },
        })
      ).status;
    const proof = { 'X-XSRF-TOKEN': 'secret' };
    for (const method of ['GET', 'HEAD']) {
      assert.equal(await look({}, method), 403);
      assert.equal(await look({ ...proof, Origin: 'https://evil.example' }, method), 403);
      assert.equal(await look({ ...proof, 'Sec-Fetch-Site': 'cross-site' }, method), 403);
      assert.equal(await look(proof, method), 403);
      assert.equal(await look({ ...proof, 'Sec-Fetch-Site': 'same-origin' }, method), 200);
      assert.equal(await look({ ...proof, Origin: portal }, method), 200);
    }
    const bearer = { Cookie: '', Authorization: `Bearer ${endpoint.token('agent')}` };
    assert.equal(await look(bearer), 200);
  });

  it('is not signed in by a cookie of another name or another value', async () => {
    for (const cookie of [`session=${endpoint.token('main-user')}`, 'SESSION=', 'SESSION=x']) {
      assert.equal((await endpoint.ask(getMe, { headers: { Cookie: cookie } })).status, 401);
    }
  });

  it('may send a bearer token instead, which no browser adds by itself', async () => {
    const answer = await endpoint.ask(submitRequest, {
      as: 'main-user',
      params: { id: randomUUID() },
      body: sampleRequest(),
      headers: { Cookie: cookies() },
    });
    assert.equal(answer.status, 201);
  });
});

describe('A page from another origin', () => {
  let endpoint: TestEndpoint;

  before(async () => {
    endpoint = await TestEndpoint.open({ allowedOrigins: [portal], allowedHeaders: ['X-Shop'] });
  });
  after(() => endpoint.close());

  const preflight = (from: string) =>
    endpoint.fetch(pathOf(submitRequest, { id: randomUUID() }), {
      method: 'OPTIONS',
      headers: {
        Origin: from,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'authorization,content-digest,content-type',
      },
    });

  it('may send what programs that trace calls add to them, and what was set', async () => {
    const { headers } = await preflight(portal);
    const allowed = (headers.get('Access-Control-Allow-Headers') ?? '').toLowerCase().split(',');
    for (const name of ['sentry-trace', 'baggage', 'traceparent', 'tracestate', 'x-shop'])
      assert.ok(allowed.includes(name), name);
    assert.ok(!allowed.includes('*') && !allowed.includes('x-other'));
  });

  it('may ask when its origin is allowed, and needn’t ask before for a while', async () => {
    const { status, headers } = await preflight(portal);
    assert.equal(status, 204);
    assert.equal(headers.get('Access-Control-Allow-Origin'), portal);
    assert.match(headers.get('Access-Control-Allow-Methods') ?? '', /PUT/);
    for (const name of [
      'Authorization',
      'Content-Type',
      'Content-Digest',
      'If-None-Match',
      'X-XSRF-TOKEN',
    ]) {
      assert.ok(headers.get('Access-Control-Allow-Headers')?.includes(name), name);
    }
    assert.ok(Number(headers.get('Access-Control-Max-Age')) >= 600);
  });

  it('reads answers and problems, and the headers that it needs', async () => {
    for (const as of ['main-user', undefined] as const) {
      const { headers } = await endpoint.ask(getMe, { as, headers: { Origin: portal } });
      assert.equal(headers.get('Access-Control-Allow-Origin'), portal);
      assert.equal(headers.get('Access-Control-Allow-Credentials'), 'true');
      assert.deepEqual(headers.get('Access-Control-Expose-Headers')?.split(/, ?/), [
        'ETag',
        'Retry-After',
        'Date',
      ]);
      assert.match(headers.get('Vary') ?? '', /Origin/);
    }
  });

  it('reads nothing when its origin is not on the list, letter by letter', async () => {
    for (const from of [
      'https://evil.example',
      'null',
      'http://portal.example',
      `${portal}.evil.example`,
      `${portal}:8443`,
      'https://PORTAL.example',
    ]) {
      const { headers } = await endpoint.ask(getMe, { as: 'main-user', headers: { Origin: from } });
      assert.equal(headers.get('Access-Control-Allow-Origin'), null, from);
      assert.equal((await preflight(from)).headers.get('Access-Control-Allow-Origin'), null, from);
    }
  });
});
