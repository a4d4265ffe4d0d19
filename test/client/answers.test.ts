import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { stub, type SinonStub } from 'sinon';
import { SupportError, type SupportErrorCode } from '../../src/client/support-error.js';
import { getMe } from '../../src/contract/me.js';
import type { Operation } from '../../src/contract/operation.js';
import { problemCodes, problemStatus } from '../../src/contract/problem.js';
import { getService } from '../../src/contract/service.js';
import { getRequest } from '../../src/contract/support-requests.js';
import { anyText } from '../tools/any-text.js';
import { openGate } from '../tools/gate.js';
import { clientAt, codeAfter, codeOf, failureOf, newId, passPauses } from './tools.js';

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
});

describe('a client of an endpoint that answers anything at all', () => {
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
    anyText(),
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
