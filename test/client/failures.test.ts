import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { stub, type SinonStub } from 'sinon';
import { exchange } from '../../src/client/transport.js';
import { SupportError, type SupportErrorCode } from '../../src/client/support-error.js';
import { getMe } from '../../src/contract/me.js';
import type { Operation } from '../../src/contract/operation.js';
import { problemCodes, problemStatus } from '../../src/contract/problem.js';
import { getService } from '../../src/contract/service.js';
import { getRequest } from '../../src/contract/support-requests.js';
import { openGate, type PlanEntry } from '../tools/gate.js';
import { clientAt, codeOf, failureOf, newId, passPauses } from './tools.js';

/** How a question fails whose every try goes wrong in the same way. */
async function codeAfter(entry: PlanEntry & object): Promise<SupportErrorCode> {
  const { endpoint } = await openGate([{ times: 9, ...entry }]);
  return codeOf(clientAt(endpoint, { accessToken: 'token' }).send(getService, {}));
}

describe('a failure', () => {
  passPauses();

  const byStatus = {
    400: 'unknown',
    401: 'unauthenticated',
    403: 'forbidden',
    404: 'notFound',
    408: 'unavailable',
    409: 'conflict',
    413: 'tooLarge',
    415: 'unsupportedType',
    422: 'validation',
    429: 'rateLimited',
    500: 'internal',
    502: 'unavailable',
    503: 'unavailable',
    504: 'unavailable',
    507: 'internal',
  } as const satisfies Record<number, SupportErrorCode>;

  for (const [status, code] of Object.entries(byStatus)) {
    it(`with status ${status} alone is "${code}"`, async () => {
      const page = { status: Number(status), body: '<h1>Proxy</h1>', contentType: 'text/html' };
      expect(await codeAfter(page)).to.equal(code);
      expect(
        await codeAfter({ ...page, contentType: 'application/json', body: '{"error":' }),
      ).to.equal(code);
    });
  }

  it('is what the problem says, where there is one', async () => {
    const codes = problemCodes.map((code) => {
      const status = problemStatus[code];
      return codeAfter({ status, body: { title: 'Not so', status, code } });
    });
    expect(await Promise.all(codes)).to.deep.equal(problemCodes);
  });

  it('that this version has no word for is what its status says', async () => {
    expect(
      await codeAfter({ status: 409, body: { title: 'Not so', status: 409, code: 'tangled' } }),
    ).to.equal('conflict');
    expect(
      await codeAfter({ status: 418, body: { title: 'Not so', status: 418, code: 'teapot' } }),
    ).to.equal('unknown');
  });

  it('keeps for logs what the endpoint said, and which fields are wrong', async () => {
    const errors = [
      { pointer: '/summary', code: 'tooLong', detail: 'x' },
      { pointer: '/new', code: 'smelly' },
    ];
    const { endpoint } = await openGate([
      {
        status: 422,
        body: { title: 'Not so', status: 422, code: 'validation', detail: 'Too long', errors },
      },
    ]);
    const error = await failureOf(clientAt(endpoint).send(getMe, {}));
    expect(error).to.include({
      code: 'validation',
      status: 422,
      message: 'Too long',
      name: 'SupportError',
    });
    expect(error.errors).to.deep.equal([errors[0], { pointer: '/new', code: 'unknown' }]);
  });

  it('to redirect is a sign-in page that somebody must go to', async () => {
    expect(await codeAfter({ status: 302, headers: { Location: '/sign-in' } })).to.equal(
      'unauthenticated',
    );
  });

  it('of an answer that is a page, or half of one, is no answer of the endpoint', async () => {
    expect(await codeAfter({ fault: 'html' })).to.equal('malformed');
    // A browser may take the broken connection or the broken JSON for what went wrong.
    expect(await codeAfter({ fault: 'truncated' })).to.be.oneOf(['malformed', 'network']);
    expect(await codeAfter({ status: 200, body: '' })).to.equal('malformed');
    expect(await codeAfter({ status: 200, body: 'null' })).to.equal('malformed');
  });

  it('of the connection is "network", and "offline" where the browser knows', async () => {
    expect(await codeAfter({ fault: 'drop' })).to.equal('network');
    const onLine = stub(navigator, 'onLine').get(() => false);
    try {
      expect(await codeAfter({ fault: 'drop' })).to.equal('offline');
    } finally {
      onLine.restore();
    }
  });
});

describe('waiting', () => {
  const ask = { method: 'GET', headers: {}, credentials: 'same-origin', timeout: 200 } as const;

  it('ends when no answer comes', async () => {
    const { endpoint } = await openGate(['hang']);
    expect(await codeOf(exchange({ ...ask, url: `${endpoint}/service` }))).to.equal('timeout');
  });

  it('ends when an answer has begun and never ends', async () => {
    const answer = stub(window, 'fetch').callsFake(async (_, init) => {
      const body = new ReadableStream({
        // As browsers do it: some break a body off with an error of their own.
        start: (stream) =>
          init?.signal?.addEventListener('abort', () => stream.error(new TypeError('Broken off'))),
      });
      return new Response(body);
    });
    try {
      expect(await codeOf(exchange({ ...ask, url: '/service' }))).to.equal('timeout');
    } finally {
      answer.restore();
    }
  });

  it('that was given up before it began sends nothing', async () => {
    const { endpoint, requests } = await openGate();
    const signal = AbortSignal.abort();
    expect(await codeOf(clientAt(endpoint).send(getMe, {}, { signal }))).to.equal('aborted');
    expect(await requests()).to.deep.equal([]);
  });

  it('can be given up at any time', async () => {
    const { endpoint, requests } = await openGate(['hang']);
    const abort = new AbortController();
    const work = codeOf(clientAt(endpoint).send(getMe, {}, { signal: abort.signal }));
    while ((await requests()).length === 0);
    abort.abort();
    expect(await work).to.equal('aborted');
    expect((await requests()).length).to.equal(1);
  });

  it('can be given up between two tries', async () => {
    const { endpoint, requests } = await openGate([
      { status: 503, headers: { 'Retry-After': '20' } },
    ]);
    const abort = new AbortController();
    const work = codeOf(clientAt(endpoint).send(getMe, {}, { signal: abort.signal }));
    while ((await requests()).at(-1)?.status !== 503);
    abort.abort();
    expect(await work).to.equal('aborted');
    expect((await requests()).length).to.equal(1);
  });
});

describe('an endpoint that answers anything at all', () => {
  let answer: SinonStub<Parameters<typeof fetch>, Promise<Response>>;
  before(() => (answer = stub(window, 'fetch')));
  after(() => answer.restore());

  const client = clientAt('/api', { accessToken: 'token' });
  const ask = (operation: Operation) => client.send(operation, { params: { id: newId() } });
  const operation = fc.constantFrom<Operation>(getService, getMe, getRequest);
  const word = fc.constantFrom(
    'items',
    'id',
    'name',
    'contract',
    'capabilities',
    'products',
    'contact',
    'status',
    'code',
    '__proto__',
    'length',
    'then',
    'toJSON',
  );
  const json = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(word, tie('any'), { maxKeys: 6 }),
    ),
  })).any;
  const text = fc.oneof(
    json.map((value) => JSON.stringify(value)),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '<!doctype html>', '{"items":[', '"', '[[[[', 'NaN'),
  );
  const type = fc.constantFrom(
    'application/json',
    'application/problem+json',
    'text/html',
    'application/json; charset=utf-16',
  );

  it('gets "malformed" and nothing else for what is not the contract', async () => {
    const property = fc.asyncProperty(operation, text, type, async (asked, body, contentType) => {
      answer.resolves(new Response(body, { headers: { 'Content-Type': contentType } }));
      expect(await codeOf(ask(asked))).to.equal('malformed');
    });
    await fc.assert(property, { numRuns: 300 });
  });

  it('gets one of our codes for whatever it refuses with', async () => {
    // Too long to wait for, so nothing is repeated.
    const headers = { 'Retry-After': '3600' };
    const property = fc.asyncProperty(
      operation,
      text,
      type,
      fc.integer({ min: 400, max: 599 }),
      async (asked, body, contentType, status) => {
        answer.resolves(
          new Response(body, { status, headers: { ...headers, 'Content-Type': contentType } }),
        );
        const error = await failureOf(ask(asked));
        expect(error).to.be.instanceOf(SupportError).and.include({ status });
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });
});
