import { expect, fixture, html } from '@open-wc/testing';
import { useFakeTimers } from 'sinon';
import { LitElement } from 'lit';
import type { SendOptions, SupportClient } from '../../src/client/client.js';
import { SupportError, type SupportErrorCode } from '../../src/client/support-error.js';
import { Connection } from '../../src/context/connection.js';
import type { Operation } from '../../src/contract/operation.js';
import type { Language } from '../../src/contract/values.js';
import { ProfileController } from '../../src/controllers/profile-controller.js';
import { openGate } from '../tools/gate.js';
import { tokenFor } from '../tools/sign-in.js';
import { waitUntil } from '../tools/wait-until.js';

/** An endpoint whose answers a test gives one by one, when it wants to. */
class Desk implements SupportClient {
  readonly asked: string[] = [];
  readonly #answers: { resolve: (value: never) => void; reject: (error: SupportError) => void }[] =
    [];
  readonly connection = new Connection({ client: this }, () => undefined);

  send(operation: Operation, _input: unknown, { language }: SendOptions = {}): Promise<never> {
    const { promise, resolve, reject } = Promise.withResolvers<never>();
    this.asked.push(language ? `${operation.name} ${language}` : operation.name);
    this.#answers.push({ resolve, reject });
    return promise;
  }

  /** Until so many questions have come. */
  async hears(count: number): Promise<string[]> {
    await waitUntil(
      () => this.asked.length >= count,
      () => `Only ${this.asked.join(', ')} was asked`,
    );
    return this.asked;
  }

  /** Answers the question of a number, the first being 1, with something that has a name. */
  answer(question: number, name: string, capabilities: readonly string[] = ['me']): void {
    this.#answers[question - 1]?.resolve({ name, capabilities } as never);
  }

  refuse(question: number, code: SupportErrorCode): void {
    this.#answers[question - 1]?.reject(new SupportError(code));
  }
}

class TestProfile extends LitElement {
  static override readonly properties = { connection: { attribute: false }, language: {} };
  declare connection: Connection | undefined;
  declare language: Language;
  readonly profile = new ProfileController(this, () => ({
    connection: this.connection,
    language: this.language,
  }));

  /** What is known: the names of the service and of the person, and what is amiss. */
  get told(): string {
    const { service, me, error, pending } = this.profile;
    const name = (of: object | undefined): string => (of ? String(Reflect.get(of, 'name')) : '-');
    return [name(service), name(me), error?.code, pending && 'pending'].filter(Boolean).join(' ');
  }

  protected override render(): string {
    return this.told;
  }

  get text(): string {
    return this.renderRoot.textContent ?? '';
  }
}
customElements.define('test-profile', TestProfile);

const open = (connection?: Connection): Promise<TestProfile> =>
  fixture<TestProfile>(
    html`<test-profile .connection=${connection} .language=${'fi'}></test-profile>`,
  );

const shows = (element: TestProfile, text: string): Promise<void> =>
  waitUntil(
    () => element.text === text,
    () => `It never showed "${text}"`,
  );

const goOnline = (): boolean => window.dispatchEvent(new Event('online'));

describe('what is known of the endpoint and the person', () => {
  it('is nothing without a connection, and nothing is waited for', async () => {
    expect((await open()).text).to.equal('- -');
  });

  it('is asked for in the language of the page, one after the other', async () => {
    const desk = new Desk();
    const element = await open(desk.connection);
    expect(element.text).to.equal('- - pending');
    await desk.hears(1);
    desk.answer(1, 'service');
    expect(await desk.hears(2)).to.deep.equal(['getService fi', 'getMe']);
    await shows(element, 'service - pending');
    desk.answer(2, 'Maija');
    await shows(element, 'service Maija');
    expect(element.profile.known).to.have.all.keys('service', 'me');
  });

  it('is asked for again when the connection comes back after a failure, and only then', async () => {
    const desk = new Desk();
    const element = await open(desk.connection);
    await desk.hears(1);
    goOnline();
    desk.refuse(1, 'network');
    await shows(element, '- - network');
    goOnline();
    await desk.hears(2);
    desk.answer(2, 'service', []);
    await shows(element, 'service -');
    goOnline();
    expect(desk.asked.length).to.equal(2);
  });

  it('is asked for again after five seconds when the endpoint could not be reached, the failure being shown meanwhile', async () => {
    const clock = useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const desk = new Desk();
      const element = await open(desk.connection);
      await desk.hears(1);
      desk.refuse(1, 'network');
      await shows(element, '- - network');
      await clock.tickAsync(4999);
      expect(desk.asked.length).to.equal(1);
      await clock.tickAsync(1);
      await desk.hears(2);
      expect(element.told).to.equal('- - network');
      desk.answer(2, 'service', []);
      await shows(element, 'service -');
      await clock.tickAsync(600_000);
      expect(desk.asked.length).to.equal(2);
    } finally {
      clock.restore();
    }
  });

  it('is not asked for again by itself when the endpoint has refused', async () => {
    const clock = useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const desk = new Desk();
      const element = await open(desk.connection);
      await desk.hears(1);
      desk.refuse(1, 'forbidden');
      await shows(element, '- - forbidden');
      await clock.tickAsync(600_000);
      expect(desk.asked.length).to.equal(1);
    } finally {
      clock.restore();
    }
  });

  it('is asked for again when a person wants it', async () => {
    const desk = new Desk();
    const element = await open(desk.connection);
    await desk.hears(1);
    desk.answer(1, 'service');
    await desk.hears(2);
    desk.refuse(2, 'unauthenticated');
    await shows(element, 'service - unauthenticated');
    const loaded = element.profile.load();
    await desk.hears(3);
    desk.answer(3, 'Maija');
    await loaded;
    await shows(element, 'service Maija');
    expect(desk.asked).to.deep.equal(['getService fi', 'getMe', 'getMe']);
  });

  it('is asked for in another language when the page changes, the old texts staying meanwhile', async () => {
    const desk = new Desk();
    const element = await open(desk.connection);
    await desk.hears(1);
    desk.answer(1, 'palvelu');
    await desk.hears(2);
    desk.answer(2, 'Maija');
    await shows(element, 'palvelu Maija');
    element.language = 'en';
    await desk.hears(3);
    await shows(element, 'palvelu Maija pending');
    desk.answer(3, 'service');
    await shows(element, 'service Maija');
    expect(desk.asked).to.deep.equal(['getService fi', 'getMe', 'getService en']);
  });

  it('is not what comes too late in a language that was left', async () => {
    const desk = new Desk();
    const element = await open(desk.connection);
    await desk.hears(1);
    element.language = 'en';
    await desk.hears(2);
    desk.answer(2, 'service', []);
    await shows(element, 'service -');
    desk.answer(1, 'palvelu', []);
    await element.updateComplete;
    await desk.connection.service('fi');
    expect(element.told).to.equal('service -');
  });

  it('is forgotten with its connection, and so is what comes over it later', async () => {
    const [one, two] = [new Desk(), new Desk()];
    const element = await open(one.connection);
    await one.hears(1);
    one.answer(1, 'one');
    await one.hears(2);
    element.connection = two.connection;
    await shows(element, '- - pending');
    one.answer(2, 'Maija');
    await two.hears(1);
    two.answer(1, 'two', []);
    await shows(element, 'two -');
    one.refuse(2, 'network');
    element.connection = undefined;
    await shows(element, '- -');
  });

  it('is no matter of an element that has gone', async () => {
    const desk = new Desk();
    const element = await open(desk.connection);
    await desk.hears(1);
    desk.refuse(1, 'network');
    await shows(element, '- - network');
    element.remove();
    goOnline();
    expect(desk.asked.length).to.equal(1);
  });

  it('comes from the real endpoint once it answers', async () => {
    const gate = await openGate([{ status: 503, headers: { 'Retry-After': '3600' } }]);
    const element = await open(
      new Connection(
        { endpoint: gate.endpoint, accessToken: () => tokenFor('main-user') },
        () => undefined,
      ),
    );
    await waitUntil(() => element.profile.error?.code === 'unavailable', 'It never failed');
    goOnline();
    await waitUntil(() => element.profile.me?.name === 'Maija Mäkelä', 'Nobody is known');
    expect(element.profile.service?.products.map(({ id }) => id)).to.include('fivaldi');
  });
});
