import { expect } from '@open-wc/testing';
import { stub } from 'sinon';
import { exchange } from '../../src/client/transport.js';
import { getMe } from '../../src/contract/me.js';
import { openGate } from '../tools/gate.js';
import { waitUntil } from '../tools/wait-until.js';
import { clientAt, codeAfter, codeOf, passPauses } from './tools.js';

describe('a failure', () => {
  passPauses();

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
    await waitUntil(async () => (await requests()).length, 'Nothing was asked');
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
    await waitUntil(async () => (await requests()).at(-1)?.status === 503, 'It was never answered');
    abort.abort();
    expect(await work).to.equal('aborted');
    expect((await requests()).length).to.equal(1);
  });
});
