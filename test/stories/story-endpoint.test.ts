import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  getMe,
  getRequest,
  getService,
  listCompanies,
  putAttachment,
  putMessage,
  revokeAdvisoryAccess,
  submitRequest,
  widgetOperations,
  type Operation,
} from '../../src/contract/index.js';
import { SupportError, type SupportErrorCode } from '../../src/client/support-error.js';
import { fivaldiConfigFile, readSupportConfig } from '../../server/src/support-config-file.js';
import { StoryEndpoint } from '../../stories/endpoint/story-endpoint.js';
import { nextAnswers, type NextAnswer } from '../../stories/endpoint/next-answer.js';
import { people } from '../../stories/endpoint/people.js';
import { advisoryAnswers, sampleAdvisoryAccess } from '../../src/testing/index.js';
import { sampleOf } from '../../src/testing/sample-answer.js';
import { smallPng } from '../../conformance/src/samples.js';
import { problem, question } from '../contract/samples.js';

const id = '0b6e9f4c-6f4e-4b7e-9a52-0d5b7c3f8a11';
const support = readSupportConfig(fivaldiConfigFile);
const maija = people['main-user'];

const codeOf = (promise: Promise<unknown>): Promise<SupportErrorCode | undefined> =>
  promise.then(
    () => undefined,
    (error: unknown) => SupportError.from(error).code,
  );

/** What has rules between its fields, of which its schema tells nothing. */
const contents: Readonly<Record<string, object>> = {
  submitRequest: problem,
  decideAdvisoryAccess: { version: 1, outcome: 'approved' },
  putMessage: { text: 'Nyt onnistuu.', attachments: [] },
};

const picture = new Blob([Uint8Array.from(smallPng())], { type: 'image/png' });

/** What a question needs beside its address. */
const questions: Readonly<Record<string, object>> = {
  listArticles: { q: 'tilikausi' },
  getAdvisoryConsistency: { from: '1', size: '2' },
};

/** What a caller might give, by the schemas of the operation. */
function inputOf({ name, params, query, body }: Operation): object {
  const content = contents[name] ?? (body === 'binary' ? picture : body && sampleOf(body));
  return {
    ...(params && { params: sampleOf(params) }),
    ...(query && { query: questions[name] ?? {} }),
    ...(body && { body: content }),
  };
}

// Most of the time they wait for retries.
describe('the endpoint of a story', { concurrency: true }, () => {
  for (const operation of Object.values<Operation>(widgetOperations)) {
    it(`answers ${operation.name} as the contract says, whoever wrote the answer`, async () => {
      const known = advisoryAnswers([
        sampleAdvisoryAccess({
          id,
          state: operation === revokeAdvisoryAccess ? 'active' : 'pending',
        }),
      ]);
      const client = new StoryEndpoint(support, known).clientOf(maija);
      // Nobody asks for what wasn't sent.
      await client.send(submitRequest, { params: { id }, body: problem });
      await client.send(putAttachment, { params: { id }, body: picture });
      const answer = await client.send(operation, {
        ...inputOf(operation),
        ...(operation.name.endsWith('equest') && { params: { id } }),
      });
      if (typeof operation.response !== 'string')
        assert.deepEqual(operation.response.parse(answer), answer);
    });
  }

  it('has a sample for every answer of the contract', () => {
    for (const { response } of Object.values<Operation>(widgetOperations)) {
      if (typeof response !== 'string') response.parse(sampleOf(response));
    }
  });

  it('has what was sent, once, and what was added to it', async () => {
    const client = new StoryEndpoint(support).clientOf(maija);
    const first = await client.send(submitRequest, { params: { id }, body: problem });
    const again = await client.send(submitRequest, { params: { id }, body: problem });
    assert.deepEqual(again, first);
    assert.equal(
      await codeOf(client.send(submitRequest, { params: { id }, body: question })),
      'conflict',
    );
    await client.send(putMessage, {
      params: { id, messageId: id },
      body: { text: 'Lisätieto', attachments: [] },
    });
    const { summary, timeline } = await client.send(getRequest, { params: { id } });
    assert.equal(summary, problem.summary);
    assert.deepEqual(
      timeline.map(({ text }) => text),
      ['Lisätieto'],
    );
  });

  it('knows who may do what from the contract', async () => {
    const endpoint = new StoryEndpoint(support);
    assert.equal(
      await codeOf(
        endpoint.clientOf(people.accountant).send(submitRequest, { params: { id }, body: problem }),
      ),
      'forbidden',
    );
    assert.equal(await codeOf(endpoint.clientOf(undefined).send(getMe, {})), 'unauthenticated');
    assert.equal(await codeOf(endpoint.clientOf(undefined).send(getService, {})), undefined);
  });

  it('refuses what breaks the contract', async () => {
    const client = new StoryEndpoint(support).clientOf(maija);
    assert.equal(
      await codeOf(
        client.send(submitRequest, { params: { id }, body: { ...problem, summary: '' } }),
      ),
      'validation',
    );
  });

  const expected: Readonly<Record<NextAnswer, SupportErrorCode | undefined>> = {
    usual: undefined,
    slow: undefined,
    offline: 'offline',
    timeout: 'timeout',
    lost: 'network',
    html: 'malformed',
    unauthenticated: 'unauthenticated',
    forbidden: 'forbidden',
    conflict: 'conflict',
    validation: 'validation',
    rateLimited: 'rateLimited',
    internal: 'internal',
    unavailable: 'unavailable',
    unreachable: 'network',
  };
  for (const { value, title } of nextAnswers) {
    it(`answers next as chosen: ${title}`, async () => {
      const endpoint = new StoryEndpoint(support);
      endpoint.next = value;
      const client = endpoint.clientOf(maija);
      assert.equal(
        await codeOf(client.send(submitRequest, { params: { id }, body: problem })),
        expected[value],
      );
      endpoint.next = 'usual';
      assert.equal(
        await codeOf(client.send(getRequest, { params: { id } })),
        ['usual', 'slow', 'lost'].includes(value) ? undefined : 'notFound',
      );
    });
  }

  it('names the refused fields', async () => {
    const endpoint = new StoryEndpoint(support);
    endpoint.next = 'validation';
    const refused = await endpoint
      .clientOf(maija)
      .send(submitRequest, { params: { id }, body: problem })
      .catch(SupportError.from);
    assert.ok(refused instanceof SupportError);
    assert.deepEqual(
      refused.errors.map(({ pointer }) => pointer),
      ['/summary', '/companyNumbers/0', '/contact/email'],
    );
  });

  it('spares what every widget asks first, unless it cannot be reached at all', async () => {
    const endpoint = new StoryEndpoint(support);
    endpoint.next = 'internal';
    const client = endpoint.clientOf(maija);
    assert.equal(await codeOf(client.send(getService, {})), undefined);
    assert.equal(await codeOf(client.send(listCompanies, {})), 'internal');
    endpoint.next = 'unreachable';
    assert.equal(await codeOf(client.send(getService, {})), 'network');
  });
});
