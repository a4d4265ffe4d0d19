import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/context/support-provider.define.js';
import { HttpClient } from '../../src/client/client.js';
import { SupportError } from '../../src/client/support-error.js';
import type { Connection } from '../../src/context/connection.js';
import { getMe, type Me } from '../../src/contract/me.js';
import { listRequests, submitRequest } from '../../src/contract/support-requests.js';
import { question } from '../client/tools.js';
import { openGate, type Gate, type PlanEntry } from '../tools/gate.js';
import { tokenFor, type DemoUser } from '../tools/sign-in.js';
import { waitUntil } from '../tools/wait-until.js';
import { settled, widget } from './widget.js';

const personOf = (user: DemoUser): Promise<Me> =>
  new HttpClient({ endpoint: '/api/support', accessToken: () => tokenFor(user) }).send(getMe, {});

const listed: PlanEntry = {
  path: '/support-requests',
  status: 200,
  body: { items: [] },
  times: 99,
};

/** `/me` answers with these people, one after the other. */
const tells = async (...users: DemoUser[]): Promise<PlanEntry[]> =>
  Promise.all(
    users.map(async (user) => ({ path: '/me', status: 200, body: await personOf(user) })),
  );

/** What was asked since, and with which token. */
async function askedOf({ requests }: Gate): Promise<string[]> {
  return (await requests())
    .filter(({ path }) => !path.startsWith('/service'))
    .map(({ method, path, headers }) =>
      [method, path.replace(/[\da-f-]{36}/, 'ID'), headers['authorization'] ?? '-'].join(' '),
    );
}

const codeOf = (asking: Promise<unknown> | undefined): Promise<unknown> =>
  Promise.resolve(asking).then(
    () => 'answered',
    (error: unknown) => SupportError.from(error).code,
  );

const put = () => ({ params: { id: crypto.randomUUID() }, body: question });

const lookAgain = () => document.dispatchEvent(new Event('visibilitychange'));

describe('tokens that only the endpoint can read', () => {
  /** A page with two widgets whose tokens come from a list, one a call. */
  async function open(tokens: readonly string[], ...users: DemoUser[]) {
    const gate = await openGate([...(await tells(...users)), listed]);
    const calls: unknown[] = [];
    const accessToken = () => tokens[Math.min(calls.push(0), tokens.length) - 1] ?? '';
    await fixture(html`
      <support-provider .endpoint=${gate.endpoint} .accessToken=${accessToken}>
        <test-widget id="a"></test-widget><test-widget id="b"></test-widget>
      </support-provider>
    `);
    await settled();
    const reached = () => widget('a').reached;
    await reached()?.me('fi');
    return { gate, calls, reached };
  }

  it('go on in one connection when another one of the same person comes', async () => {
    const { gate, reached } = await open(['one', 'two'], 'main-user', 'main-user');
    const before = reached();
    lookAgain();
    expect(await codeOf(reached()?.send(listRequests, {}))).to.equal('answered');
    expect(reached()).to.equal(before);
    expect(await askedOf(gate)).to.deep.equal([
      'GET /me Bearer one',
      'GET /me Bearer two',
      'GET /support-requests Bearer two',
    ]);
  });

  it('of two people end the connection before anything is sent with the second', async () => {
    const { gate, reached } = await open(
      ['one', 'two'],
      'main-user',
      'other-tenant',
      'other-tenant',
    );
    const before = reached();
    lookAgain();
    expect(await codeOf(before?.send(listRequests, {}))).to.equal('aborted');
    await settled();
    expect(reached()).not.to.equal(before);
    expect((await reached()?.me('fi'))?.name).to.equal('Olli Öhman');
    expect((await askedOf(gate)).slice(0, 2)).to.deep.equal([
      'GET /me Bearer one',
      'GET /me Bearer two',
    ]);
  });

  it('never send what one person wrote with the token of another', async () => {
    const { gate, reached } = await open(
      ['one', 'two'],
      'main-user',
      'other-tenant',
      'other-tenant',
    );
    await gate.plan([{ method: 'PUT', status: 401, times: 99 }]);
    expect(await codeOf(reached()?.send(submitRequest, put()))).to.equal('aborted');
    expect((await askedOf(gate)).filter((asked) => asked.startsWith('PUT'))).to.deep.equal([
      'PUT /support-requests/ID Bearer one',
    ]);
  });

  it('are asked for once when many elements see that the page is looked at again', async () => {
    const { calls, reached } = await open(['one'], 'main-user', 'main-user');
    expect(calls).to.have.length(1);
    lookAgain();
    await reached()?.send(listRequests, {});
    expect(calls).to.have.length(2);
    await reached()?.send(listRequests, {});
    expect(calls).to.have.length(2);
  });

  it('that the host cannot fetch at the moment leave the person who they were', async () => {
    const { gate, reached } = await open(['one'], 'main-user');
    const before = reached();
    const provider = document.querySelector('support-provider');
    if (provider) provider.accessToken = () => Promise.reject(new TypeError('Failed to fetch'));
    await settled();
    expect(await codeOf(reached()?.send(listRequests, {}))).to.equal('network');
    expect(reached()).to.equal(before);
    if (provider) provider.accessToken = () => 'one';
    await settled();
    await waitUntil(
      async () => (await codeOf(reached()?.send(listRequests, {}))) === 'answered',
      'It never works again',
    );
    expect(await askedOf(gate)).to.include('GET /support-requests Bearer one');
  });
});

describe('a connection that has ended', () => {
  it('gives no answer that was on its way, and hands on what is for everybody', async () => {
    const gate = await openGate([
      ...(await tells('main-user')),
      { ...(listed as object), delay: 200 } as PlanEntry,
    ]);
    await fixture(html`
      <support-provider .endpoint=${gate.endpoint} .accessToken=${() => 'one'}>
        <test-widget id="a"></test-widget>
      </support-provider>
    `);
    await settled();
    const former = widget('a').reached as Connection;
    await former.me('fi');
    const asking = codeOf(former.send(listRequests, {}));
    const english = former.service('en');
    document.querySelector('support-provider')?.clearDrafts();
    await settled();
    const next = widget('a').reached;
    expect(next).not.to.equal(former);
    expect(await asking).to.equal('aborted');
    expect(await codeOf(former.send(listRequests, {}))).to.equal('aborted');
    expect(await next?.service('en')).to.equal(await english);
    const services = (await gate.requests()).filter(({ path }) => path.startsWith('/service'));
    expect(services).to.have.length(2);
  });
});
