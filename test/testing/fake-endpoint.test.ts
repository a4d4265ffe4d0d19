import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SupportError } from '../../src/client/support-error.js';
import {
  decideAdvisoryAccess,
  getAdvisoryAccess,
  getRequest,
  listAdvisoryAccess,
  listCompanies,
  problemCodes,
  putMessage,
  submitRequest,
  operations,
  type Me,
  type Operation,
} from '../../src/contract/index.js';
import { problemsOf } from '../../src/contract/openapi.js';
import {
  advisoryAnswers,
  FakeEndpoint,
  sampleAdvisoryAccess,
  samplePerson,
  sampleRequest,
} from '../../src/testing/index.js';
import { address, documentIn, namesOf, run } from '../conformance/tools.js';

const id = '0b6e9f4c-6f4e-4b7e-9a52-0d5b7c3f8a11';
const send = (endpoint: FakeEndpoint, content = sampleRequest()) =>
  endpoint.client.send(submitRequest, { params: { id }, body: content });

const codeOf = (sending: Promise<unknown>): Promise<string | undefined> =>
  sending.then(
    () => undefined,
    (error: unknown) => (error instanceof SupportError ? error.code : String(error)),
  );

/** The same request over HTTP. */
const request = (path: string, init?: RequestInit) =>
  new Request(`https://portal.test/api/support${path}`, init);
const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

describe('the fake endpoint', () => {
  it('keeps the contract, as the conformance check finds over HTTP', async () => {
    const another = { ...sampleAdvisoryAccess(), id: 'c1d5ae01-6f4e-4b7e-9a52-0d5b7c3f8a12' };
    const endpoint = new FakeEndpoint({
      answers: advisoryAnswers([sampleAdvisoryAccess(), another]),
    });
    const ofAnotherCustomer = new FakeEndpoint({
      person: { ...samplePerson, id: 'other', tenant: 'tenant-2' },
    });
    // Each counts its own requests, and the check tells two by their numbers.
    await send(ofAnotherCustomer);
    const ofNobody = new FakeEndpoint({ person: undefined });
    const asked = new Map([
      ['Bearer mine', endpoint],
      ['Bearer theirs', ofAnotherCustomer],
    ]);
    const ran = await run(
      (call) => (asked.get(call.headers.get('Authorization') ?? '') ?? ofNobody).respond(call),
      ...[address, '--token', 'mine', '--other-token', 'theirs', '--decide', '--json'],
    );
    const document = documentIn(ran);
    assert.deepEqual(namesOf(document, 'broken'), []);
    assert.deepEqual(
      namesOf(document, 'notChecked').filter(
        // Nobody can make up signed receipts; a page of a test is of one origin; the samples stand on one page, and nobody has used access.
        (name) => !/^(advisoryReceipts|crossOrigin)\/|-paging$|^advisoryAccess\/uses$/.test(name),
      ),
      ['requests/cross-site', 'answers/retry-after'],
    );
  });

  it('fails by each problem of the contract, and each fault of the network, with one call', async () => {
    const anything = { params: { id, messageId: id }, body: sampleRequest() };
    for (const code of problemCodes) {
      const operation = Object.values<Operation>(operations).find((one) =>
        [...problemsOf(one), one.capability && 'notSupported'].includes(code),
      );
      assert.ok(operation, code);
      const endpoint = new FakeEndpoint();
      endpoint.fail(code);
      assert.equal(await codeOf(endpoint.client.send(operation, anything)), code);
    }
    for (const [fault, code] of [
      ['offline', 'offline'],
      ['network', 'network'],
      ['timeout', 'timeout'],
      ['lost', 'network'],
      ['html', 'malformed'],
    ] as const) {
      const endpoint = new FakeEndpoint();
      endpoint.fail(fault);
      assert.equal(await codeOf(send(endpoint)), code);
    }
  });

  it('fails so often and where it is told to, and recovers', async () => {
    const endpoint = new FakeEndpoint();
    endpoint.fail('unavailable', { of: 'submitRequest', times: 1 });
    assert.equal(await codeOf(send(endpoint)), 'unavailable');
    assert.equal(await codeOf(send(endpoint)), undefined);
    endpoint.fail('offline');
    assert.equal(await codeOf(send(endpoint)), 'offline');
    endpoint.recover();
    assert.equal(await codeOf(send(endpoint)), undefined);
  });

  it('says when to come back, and names the fields that it refuses', async () => {
    const endpoint = new FakeEndpoint();
    endpoint.fail('rateLimited', { retryAfter: 7 });
    const limited = await endpoint.respond(request('/service'));
    assert.deepEqual([limited.status, limited.headers.get('Retry-After')], [429, '7']);

    endpoint.fail('validation', { errors: [{ pointer: '/summary', code: 'tooLong' }] });
    const refused = await send(endpoint).catch((error: unknown) => error as SupportError);
    assert.ok(refused instanceof SupportError);
    assert.deepEqual(refused.errors, [{ pointer: '/summary', code: 'tooLong' }]);
  });

  it('does what is asked where only the answer is lost', async () => {
    const endpoint = new FakeEndpoint();
    endpoint.fail('lost', { times: 1 });
    assert.equal(await codeOf(send(endpoint)), 'network');
    assert.equal(endpoint.requests.length, 1);
  });

  it('waits before it answers, as long as it is told to', async () => {
    const endpoint = new FakeEndpoint();
    endpoint.delay(60, { of: 'listCompanies' });
    const begun = performance.now();
    await endpoint.client.send(listCompanies, {});
    // Timers may be early by the fraction that they don't count.
    assert.ok(performance.now() - begun > 55);
  });

  it('knows what was sent, by whichever way it came', async () => {
    const endpoint = new FakeEndpoint({ endpoint: 'https://support.example/api' });
    const address = `https://support.example/api/support-requests/${id}`;
    const created = await endpoint.fetch(address, json('PUT', sampleRequest()));
    assert.equal(created.status, 201);
    assert.equal(endpoint.requests[0]?.summary, sampleRequest().summary);
    const { timeline } = await endpoint.client.send(getRequest, { params: { id } });
    assert.deepEqual(timeline, []);
    await endpoint.client.send(putMessage, {
      params: { id, messageId: id },
      body: { text: 'One more thing', attachments: [] },
    });
    const details = await endpoint.client.send(getRequest, { params: { id } });
    assert.equal(details.timeline[0]?.text, 'One more thing');
    assert.deepEqual(
      endpoint.calls.map(({ name }) => name),
      ['submitRequest', 'getRequest', 'putMessage', 'getRequest'],
    );
  });

  it('asks who is signed in, and gives whoever signs in a client of their own', async () => {
    const endpoint = new FakeEndpoint();
    const mine = endpoint.client;
    endpoint.person = { ...samplePerson, id: 'reader', permissions: [] };
    assert.notEqual(endpoint.client, mine);
    assert.equal(await codeOf(send(endpoint)), 'forbidden');
    endpoint.person = undefined;
    assert.equal(await codeOf(send(endpoint)), 'unauthenticated');
    endpoint.person = samplePerson;
    assert.equal(endpoint.client, mine);
  });

  it('grants access once two people have approved, where two have to', async () => {
    const access = sampleAdvisoryAccess();
    const endpoint = new FakeEndpoint({
      answers: advisoryAnswers([access], { approversRequired: 2 }),
    });
    const decide = (person: Me, confirms?: string) => {
      endpoint.person = person;
      return endpoint.client.send(decideAdvisoryAccess, {
        params: { id: access.id },
        body: { version: 1, outcome: 'approved', ...(confirms && { confirms }) },
      });
    };
    const first = await decide(samplePerson);
    assert.deepEqual([first.state, first.firstApproval?.mine], ['pending', true]);
    assert.equal((await endpoint.client.send(listAdvisoryAccess, {})).pendingCount, 0);

    const second = { ...samplePerson, id: 'second' };
    endpoint.person = second;
    assert.equal((await endpoint.client.send(listAdvisoryAccess, {})).pendingCount, 1);
    const granted = await decide(second, first.firstApproval?.at);
    assert.equal(granted.state, 'active');
    const { state } = await endpoint.client.send(getAdvisoryAccess, { params: { id: access.id } });
    assert.equal(state, 'active');
  });
});
