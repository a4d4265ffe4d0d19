import { expect, fixture, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/context/support-provider.define.js';
import type { SupportClient } from '../../src/client/client.js';
import { SupportError } from '../../src/client/support-error.js';
import { getMe } from '../../src/contract/me.js';
import type { ServiceProfile } from '../../src/contract/service.js';
import { openGate, type Gate } from '../tools/gate.js';
import { tokenFor } from '../tools/sign-in.js';
import { settled, widget, type TestWidget } from './widget.js';

const open = async (content: unknown): Promise<HTMLElement> => {
  const page = await fixture<HTMLElement>(html`<div>${content}</div>`);
  await settled();
  return page;
};

const pathsOf = async ({ requests }: Gate): Promise<string[]> =>
  (await requests()).map(({ method, path }) => `${method} ${path}`);
async function serviceOf({ reached }: TestWidget): Promise<ServiceProfile> {
  if (!reached) throw new Error('There is no connection.');
  return reached.service('fi');
}
const all = (...ids: string[]): TestWidget[] => ids.map((id) => widget(id));

describe('the way to the endpoint', () => {
  it('is shared by the widgets of a provider, which ask for the service once', async () => {
    const gate = await openGate();
    await open(html`
      <support-provider endpoint=${gate.endpoint}>
        <test-widget id="a"></test-widget><test-widget id="b" phone="1"></test-widget>
        <support-provider application="kirjanpito"><test-widget id="c"></test-widget></support-provider>
      </support-provider>
      <test-widget id="d"></test-widget>
    `);
    const services = await Promise.all(all('a', 'b', 'c', 'd').map(serviceOf));
    expect(new Set(services).size).to.equal(1);
    expect(await pathsOf(gate)).to.deep.equal(['GET /service?language=fi']);
  });

  it("is a widget's own where it says something else, and kept until that changes", async () => {
    const gate = await openGate();
    await open(
      html`<support-provider endpoint=${gate.endpoint}><test-widget id="a"></test-widget><test-widget id="b" credentials="omit"></test-widget></support-provider>`,
    );
    const [a, b] = all('a', 'b');
    const own = b?.reached;
    expect(own).not.to.equal(a?.reached);
    b?.requestUpdate('phone');
    await settled();
    expect(b?.reached).to.equal(own);
    b?.removeAttribute('credentials');
    await settled();
    expect(b?.reached).to.equal(a?.reached);
    expect(b?.connections.length).to.equal(2);
  });

  it('is another one when the endpoint changes, and none when it goes', async () => {
    const page = await open(html`<test-widget id="a" endpoint="/one"></test-widget>`);
    const a = widget('a', page);
    const first = a.reached;
    a.endpoint = '/two';
    await a.updateComplete;
    expect(a.reached).to.exist.and.not.equal(first);
    a.removeAttribute('endpoint');
    await a.updateComplete;
    expect(a.reached).to.equal(undefined);
    expect(a.connections.length).to.equal(3);
  });

  it('is the same for a host that gives new functions and headers each time it renders, and uses the latest', async () => {
    const gate = await openGate();
    await open(
      html`<support-provider .endpoint=${gate.endpoint}><test-widget id="a"></test-widget></support-provider><test-widget id="b"></test-widget>`,
    );
    const provider = document.querySelector('support-provider');
    const hosts = [provider, widget('b')];
    const render = async (token: string) => {
      for (const host of hosts)
        Object.assign(host ?? {}, {
          endpoint: gate.endpoint,
          accessToken: () => token,
          headers: { 'X-Tenant': 'ayras' },
        });
      await settled();
      return [widget('a').reached, widget('b').reached];
    };
    const before = await render('old');
    await before[0]?.service('fi');
    await before[1]?.service('fi');
    expect(await render(await tokenFor('main-user'))).to.deep.equal(before);
    expect(before[0]).not.to.equal(before[1]);
    for (const connection of before)
      expect((await connection?.me('fi'))?.name).to.equal('Maija Mäkelä');
    expect((await pathsOf(gate)).filter((path) => path.startsWith('GET /service')).length).to.equal(
      2,
    );
  });

  it('is not shared by two people', async () => {
    await open(html`<support-provider endpoint="/api" .accessToken=${() => 'one'}>
      <test-widget id="a"></test-widget><test-widget id="b" .accessToken=${() => 'another'}></test-widget>
    </support-provider>`);
    const [a, b] = all('a', 'b');
    const provided = a?.reached;
    if (b) b.accessToken = () => 'another, anew';
    await settled();
    expect(a?.reached).to.equal(provided);
    expect(b?.reached).not.to.equal(provided);
    const given = a?.reached?.choice.accessToken;
    expect(typeof given === 'function' && given({})).to.equal('one');
  });

  it("can be the host's own", async () => {
    const asked: string[] = [];
    const client: SupportClient = {
      send: (operation) => {
        asked.push(operation.name);
        return Promise.reject(new SupportError('forbidden'));
      },
    };
    await open(
      html`<support-provider .client=${client}><test-widget id="a"></test-widget><test-widget id="b"></test-widget></support-provider>`,
    );
    const failures = await Promise.all(
      all('a', 'b').map((one) => serviceOf(one).catch((error: unknown) => error)),
    );
    expect(failures.map((error) => error instanceof SupportError && error.code)).to.deep.equal([
      'forbidden',
      'forbidden',
    ]);
    expect(asked).to.deep.equal(['getService']);
  });

  it("tells in the console what the host's own functions threw, once, and nothing of usual failures", async () => {
    const { error } = console;
    const told: unknown[][] = [];
    console.error = (...parts: unknown[]) => void told.push(parts);
    try {
      const gate = await openGate();
      const broken = new Error('The ticket system has moved');
      let thrown: Error = broken;
      const client: SupportClient = {
        send: () => {
          throw thrown;
        },
      };
      const noSession = new Error('No session store');
      const accessToken = () => Promise.reject<string>(noSession);
      await open(html`
        <test-widget id="a" .client=${client}></test-widget>
        <test-widget id="b" endpoint=${gate.endpoint} .accessToken=${accessToken}></test-widget>
      `);
      const [a, b] = all('a', 'b');
      if (!a || !b) throw new Error('There are no widgets.');
      for (let times = 0; times < 2; times += 1) await serviceOf(a).catch(() => undefined);
      expect(told.map(([, cause]) => cause)).to.deep.equal([broken]);
      expect(told[0]?.[0]).to.match(/client threw for getService/);

      thrown = new SupportError('unavailable');
      await serviceOf(a).catch(() => undefined);
      await b.reached?.me('fi').catch(() => undefined);
      expect(told.slice(1).map(([, cause]) => cause)).to.deep.equal([noSession]);
    } finally {
      console.error = error;
    }
  });
});

describe('what a connection asks for first', () => {
  it('is asked for again after a failure, and once more in another language', async () => {
    const gate = await openGate([{ status: 404 }, { status: 404, path: '/me' }]);
    await open(
      html`<test-widget id="a" endpoint=${gate.endpoint} .accessToken=${() => tokenFor('main-user')}></test-widget>`,
    );
    const { reached } = widget('a');
    const service = await reached?.service('fi').catch((error: unknown) => error);
    expect(service).to.be.instanceOf(SupportError);
    const me = await reached?.me('fi').catch((error: unknown) => error);
    expect(me).to.be.instanceOf(SupportError);
    expect((await reached?.me('en'))?.name).to.equal('Maija Mäkelä');
    await reached?.me('fi');
    expect(await pathsOf(gate)).to.deep.equal([
      'GET /service?language=fi',
      'GET /service?language=fi',
      'GET /me',
      'GET /service?language=en',
      'GET /me',
    ]);
  });

  it('is not who is signed in where the endpoint cannot tell', async () => {
    const gate = await openGate();
    await open(html`<test-widget id="a" endpoint=${gate.endpoint}></test-widget>`);
    const { reached } = widget('a');
    const service = await reached?.service('fi');
    await gate.plan([
      { status: 200, body: { ...service, capabilities: ['articles', 'telepathy'] } },
    ]);
    expect(await reached?.me('en')).to.equal(undefined);
    expect(await pathsOf(gate)).to.deep.equal([
      'GET /service?language=fi',
      'GET /service?language=en',
    ]);
  });
});

describe('who is signed in, on the next visit', () => {
  /** A connection that knows nothing but what the browser has kept. */
  const visit = async (endpoint: string) => {
    await open(
      html`<test-widget id="a" endpoint=${endpoint} .accessToken=${() => tokenFor('main-user')}></test-widget>`,
    );
    const { reached } = widget('a');
    if (!reached) throw new Error('There is no connection.');
    return reached;
  };
  const visitAgain = (endpoint: string) => {
    document.querySelector('#a')?.remove();
    return visit(endpoint);
  };

  it('is asked for beside the profile, which the last visit announced it by', async () => {
    const gate = await openGate();
    await (await visit(gate.endpoint)).me('fi');
    await gate.plan([{ fault: 'hold', path: '/service*' }]);
    const me = (await visitAgain(gate.endpoint)).me('fi');
    await gate.received({ path: '/me' }, 2);
    await gate.release();
    expect((await me)?.name).to.equal('Maija Mäkelä');
  });

  it('is nobody where the endpoint has stopped announcing it meanwhile, whatever it answers', async () => {
    const gate = await openGate();
    const service = await (await visit(gate.endpoint)).service('fi');
    const today = { status: 200, path: '/service*', body: { ...service, capabilities: [] } };
    await gate.plan([today, { status: 404, path: '/me' }]);
    const connection = await visitAgain(gate.endpoint);
    expect(await connection.me('fi')).to.equal(undefined);
    await gate.received({ path: '/me' });
    // From the next visit on it isn't asked any more.
    await gate.plan([today]);
    expect(await (await visitAgain(gate.endpoint)).me('fi')).to.equal(undefined);
    expect((await pathsOf(gate)).filter((path) => path === 'GET /me').length).to.equal(1);
  });
});

describe('a person who must sign in', () => {
  const refused = { status: 401, times: 9, path: '/me' };

  it("is the host's matter, which hears it from the provider", async () => {
    const gate = await openGate([refused]);
    const page = await open(
      html`<support-provider endpoint=${gate.endpoint}><test-widget id="a"></test-widget></support-provider>`,
    );
    const heard = oneEvent(page, 'support-sign-in-required');
    const code = widget('a')
      .reached?.send(getMe, {})
      .catch((error: unknown) => SupportError.from(error).code);
    expect((await heard).target === page.querySelector('support-provider')).to.equal(true);
    expect(await code).to.equal('unauthenticated');
  });

  it('is heard from a widget with a connection of its own, out of shadow roots', async () => {
    const gate = await openGate([refused]);
    const page = await open(html`<div></div>`);
    const root = page.querySelector('div')?.attachShadow({ mode: 'open' });
    const element = document.createElement('test-widget');
    element.endpoint = gate.endpoint;
    root?.append(element);
    await element.updateComplete;
    const heard = new Promise((resolve) =>
      page.addEventListener('support-sign-in-required', (event) =>
        resolve(event.composedPath()[0] === element),
      ),
    );
    void element.reached?.send(getMe, {}).catch(() => undefined);
    expect(await heard).to.equal(true);
  });
});
