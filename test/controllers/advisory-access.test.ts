import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { useFakeTimers, type SinonFakeTimers } from 'sinon';
import type { SupportClient } from '../../src/client/client.js';
import { SupportError } from '../../src/client/support-error.js';
import { Connection } from '../../src/context/connection.js';
import type { Operation } from '../../src/contract/operation.js';
import { AdvisoryAccessController } from '../../src/controllers/advisory-access-controller.js';
import {
  AdvisoryAccessPoller,
  advisoryAccessPoller,
  type AdvisoryAccessList,
} from '../../src/controllers/advisory-access-poller.lazy.js';
import type { Pace } from '../../src/controllers/poller.js';
import { ask } from '../tools/advisory.js';
import { openGate } from '../tools/gate.js';
import { tokenFor } from '../tools/sign-in.js';
import { waitUntil } from '../tools/wait-until.js';

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** An endpoint that answers at once with what the test has told it to, and keeps when it was asked. */
class Desk implements SupportClient {
  capabilities = ['advisoryAccess'];
  failure: SupportError | undefined;
  pendingCount = 0;
  next: string | undefined;
  /** By the endpoint's clock. */
  time = '2026-01-05T07:05:00.000Z';
  readonly asked: string[] = [];
  readonly connection: Connection = new Connection({ client: this }, () => undefined);

  async send(operation: Operation, input: unknown): Promise<never> {
    if (operation.name === 'getService')
      return { capabilities: this.capabilities, polling: { approval: 5, badge: 30 } } as never;
    const { state, cursor } = (input as { query?: Record<string, string | undefined> }).query ?? {};
    this.asked.push([operation.name, state, cursor].filter(Boolean).join(' '));
    if (this.failure) throw this.failure;
    const { pendingCount, time: serverTime } = this;
    const items = [{ id: state ?? 'newest', state: state ?? 'pending' }];
    return {
      items,
      pendingCount,
      serverTime,
      maxHours: 4,
      maxHoursSetIn: '',
      ...(!state && this.next && { next: this.next }),
    } as never;
  }

  get count(): number {
    return this.asked.length;
  }
}

class TestWatcher extends LitElement {
  static override readonly properties = { connection: { attribute: false }, pace: {} };
  declare connection: Connection | undefined;
  declare pace: Pace;
  #access: AdvisoryAccessController | undefined;

  get access(): AdvisoryAccessController {
    this.#access ??= new AdvisoryAccessController(
      this,
      () => ({ connection: this.connection, language: 'fi' }),
      this.pace,
    );
    return this.#access;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.access;
  }

  protected override render(): unknown {
    return html`<p>${this.access.pendingCount}</p>`;
  }
}
customElements.define('test-watcher', TestWatcher);

const watcher = async (connection: Connection, pace: Pace): Promise<TestWatcher> => {
  const element = await fixture<TestWatcher>(
    html`<test-watcher .connection=${connection} .pace=${pace}></test-watcher>`,
  );
  await element.updateComplete;
  await frames();
  return element;
};

/** Lets what is loaded be loaded, which no fake timer hurries. */
async function frames(count = 5): Promise<void> {
  for (let frame = 0; frame < count; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

const hide = (hidden: boolean): void => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('asking for advisory requests', () => {
  let clock: SinonFakeTimers;
  before(async () => {
    await Promise.all([import('../../src/context/connection.lazy.js'), frames(1)]);
  });
  beforeEach(() => {
    clock = useFakeTimers({
      shouldClearNativeTimers: true,
      toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'],
    });
  });
  afterEach(() => {
    clock.restore();
    Reflect.deleteProperty(document, 'hidden');
  });

  /** Time goes by, and what it brings arrives. */
  async function pass(milliseconds: number): Promise<void> {
    await frames();
    await clock.tickAsync(1);
    await frames();
    await clock.tickAsync(milliseconds);
    await frames();
  }

  it('is done by one for everybody on the page, as often as the most impatient wants', async () => {
    const desk = new Desk();
    await watcher(desk.connection, 'badge');
    const approval = await watcher(desk.connection, 'approval');
    await watcher(desk.connection, 'approval');
    await pass(100);
    expect(desk.count).to.equal(1);
    await pass(20 * SECOND);
    expect(desk.count).to.equal(5);
    approval.remove();
    await pass(10 * SECOND);
    expect(desk.count).to.equal(7);
  });

  it('is done less often for a badge alone, and not at all for nobody', async () => {
    const desk = new Desk();
    const badge = await watcher(desk.connection, 'badge');
    await pass(65 * SECOND);
    expect(desk.count).to.equal(3);
    badge.remove();
    await pass(600 * SECOND);
    expect(desk.count).to.equal(3);
  });

  it('is done less often while the approval is not shown, and at once when it is', async () => {
    const desk = new Desk();
    const approval = await watcher(desk.connection, 'approval');
    await pass(100);
    approval.style.display = 'none';
    await pass(6 * SECOND);
    const { count } = desk;
    await pass(20 * SECOND);
    expect(desk.count).to.equal(count);
    approval.style.display = 'block';
    await pass(10);
    expect(desk.count).to.equal(count + 1);
  });

  it('rests while the page is hidden, and is done at once when it is seen again', async () => {
    const desk = new Desk();
    await watcher(desk.connection, 'approval');
    await pass(100);
    hide(true);
    await pass(600 * SECOND);
    expect(desk.count).to.equal(1);
    hide(false);
    await pass(10);
    expect(desk.count).to.equal(2);
  });

  it('waits as long as the endpoint asks for, and less and less often tries what fails', async () => {
    const desk = new Desk();
    const { access } = await watcher(desk.connection, 'approval');
    desk.failure = new SupportError('unavailable', '', { retryAfter: 100 });
    await pass(99 * SECOND);
    expect(desk.count).to.equal(1);
    expect(access.error?.code).to.equal('unavailable');
    desk.failure = new SupportError('network');
    await pass(300 * SECOND);
    expect(desk.count).to.be.within(7, 10);
    desk.failure = undefined;
    window.dispatchEvent(new Event('online'));
    await pass(10);
    expect(access.error).to.equal(undefined);
  });

  it('is not done where the endpoint does not offer it', async () => {
    const desk = new Desk();
    desk.capabilities = [];
    const { access } = await watcher(desk.connection, 'approval');
    await pass(600 * SECOND);
    expect([desk.count, access.error?.code]).to.deep.equal([0, 'notSupported']);
  });

  it('finds also what is open and older than the first page', async () => {
    const desk = new Desk();
    desk.next = '25';
    const { access } = await watcher(desk.connection, 'approval');
    await pass(100);
    expect(desk.asked).to.deep.equal([
      'listAdvisoryAccess',
      'listAdvisoryAccess pending',
      'listAdvisoryAccess scheduled',
      'listAdvisoryAccess active',
    ]);
    expect(access.list?.items.map(({ id }) => id)).to.deep.equal([
      'newest',
      'pending',
      'scheduled',
      'active',
    ]);
  });

  it('tells the host of another count, and of no same one', async () => {
    const desk = new Desk();
    const element = await watcher(desk.connection, 'badge');
    const counts: number[] = [];
    element.addEventListener('advisory-access-pending-changed', ({ detail }) =>
      counts.push(detail.count),
    );
    for (const count of [0, 2, 2, 1, 0]) {
      desk.pendingCount = count;
      await element.access.refresh();
    }
    expect(counts).to.deep.equal([2, 1, 0]);
  });

  it('goes by the endpoint’s clock, however wrong the computer’s is, and is put right meanwhile', async () => {
    for (const wrong of [-DAY, DAY]) {
      clock.setSystemTime(Date.parse('2026-01-05T07:05:00.000Z') + wrong);
      const poller = new AdvisoryAccessPoller(new Desk().connection, 'fi', 'advisoryAccess');
      await poller.refresh();
      await clock.tickAsync(90 * SECOND);
      expect(poller.clock.now().toISOString()).to.equal('2026-01-05T07:06:30.000Z');
      clock.setSystemTime(Date.parse('2026-01-05T07:06:30.000Z'));
      expect(poller.clock.now().toISOString()).to.equal('2026-01-05T07:06:30.000Z');
    }
  });

  it('starts afresh with another connection', async () => {
    const [one, other] = [new Desk(), new Desk()];
    other.pendingCount = 3;
    const element = await watcher(one.connection, 'badge');
    await pass(100);
    element.connection = other.connection;
    await pass(100);
    expect(element.access.pendingCount).to.equal(3);
    await pass(60 * SECOND);
    expect(one.count).to.equal(1);
  });
});

describe('asking the real endpoint again', () => {
  it('brings 304 while nothing has changed, and the list stays; the clock is heard nevertheless', async () => {
    const gate = await openGate();
    const connection = new Connection(
      { endpoint: gate.endpoint, accessToken: () => tokenFor('other-tenant') },
      () => undefined,
    );
    const poller = advisoryAccessPoller(connection, 'fi');
    await poller.refresh();
    const first: AdvisoryAccessList | undefined = poller.list;
    expect(first?.maxHours).to.equal(4);
    await waitUntil(async () => {
      await poller.refresh();
      return (await gate.requests()).at(-1)?.status === 304;
    }, 'It never was the same');
    const polls = (await gate.requests()).filter(({ path }) => path.startsWith('/advisory-access'));
    expect(polls.at(-1)?.headers['if-none-match']).to.match(/^W\/"/);
    const before = poller.list;
    await poller.refresh();
    expect(poller.list).to.equal(before);
    expect(Math.abs(poller.clock.now().getTime() - Date.now())).to.be.below(2 * SECOND);
  });

  it('brings a request that has come meanwhile', async () => {
    const connection = new Connection(
      { endpoint: '/api/support', accessToken: () => tokenFor('main-user') },
      () => undefined,
    );
    const poller = advisoryAccessPoller(connection, 'en');
    await poller.refresh();
    const { id } = await ask();
    await poller.refresh();
    expect(poller.list?.items.some((item) => item.id === id)).to.equal(true);
  });
});
