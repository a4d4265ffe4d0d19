import { expect, fixture, html } from '@open-wc/testing';
import { useFakeTimers, type SinonFakeTimers } from 'sinon';
import type { SupportClient } from '../../../src/client/client.js';
import type { AdvisoryAccess } from '../../../src/contract/advisory-access.js';
import type { Operation } from '../../../src/contract/operation.js';
import type { AdvisoryAccessApproval } from '../../../src/elements/advisory-access-approval/advisory-access-approval.js';
import { ask, clientOf, grant } from '../../tools/advisory.js';
import { waitUntil } from '../../tools/wait-until.js';
import { ApprovalPage, openApproval } from './approval-page.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A request as the endpoint gave it, told of at times that the test sets: no test waits for an hour to pass. */
class Moved implements SupportClient {
  /** How long the test has let pass. */
  passed = () => 0;
  readonly decided: unknown[] = [];
  readonly #real = clientOf('main-user');
  /** What the real endpoint has answered once. */
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(readonly request: AdvisoryAccess) {}

  get now(): number {
    return Date.parse(this.request.serverTime) + this.passed();
  }

  async send(...[operation, input, options]: Parameters<SupportClient['send']>): Promise<never> {
    const serverTime = new Date(this.now).toISOString();
    const real = () => {
      const known = this.#known.get(operation.name) ?? this.#real.send(operation, input, options);
      this.#known.set(operation.name, known);
      return known;
    };
    const answers: Partial<Record<Operation['name'], () => unknown>> = {
      listAdvisoryAccess: () => ({
        items: [{ ...this.request, companyCount: 3, areaCount: 2 }],
        pendingCount: 0,
        maxHours: 4,
        maxHoursSetIn: 'Yleiset asetukset',
        serverTime,
      }),
      getService: async () => ({
        ...((await real()) as object),
        polling: { approval: 600, badge: 600 },
      }),
      getAdvisoryAccess: () => ({ ...this.request, serverTime }),
      decideAdvisoryAccess: () => {
        this.decided.push((input as { body: unknown }).body);
        return {
          ...this.request,
          state: 'active',
          startsAt: serverTime,
          endsAt: serverTime,
          serverTime,
        };
      },
    };
    const answer = answers[operation.name];
    return (await (answer ?? real)()) as never;
  }
}

describe('the time that a right holds', () => {
  let clock: SinonFakeTimers;
  let client: Moved;
  let page: ApprovalPage;

  /** The page is loaded first, on a computer whose clock is wrong by so much. */
  async function open(request: AdvisoryAccess, wrong = 0): Promise<void> {
    client = new Moved(request);
    const warm = await openApproval({ client });
    await warm.reads('Neuvontaoikeudet');
    await warm.reads(/Lopeta oikeus|Hyväksy/);
    warm.element.remove();
    const start = client.now + wrong;
    clock = useFakeTimers({
      shouldClearNativeTimers: true,
      now: start,
      toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'],
    });
    client.passed = () => clock.now - start;
    const element = await fixture<AdvisoryAccessApproval>(
      html`<advisory-access-approval .client=${client} locale="fi"></advisory-access-approval>`,
    );
    page = new ApprovalPage(element);
    await reads(/Lopeta oikeus|Hyväksy/);
  }

  /** Until something is so, while the clock goes on by a millisecond at a time: what the page does needs no time. */
  const becomes = (probe: () => unknown) =>
    waitUntil(
      async () => {
        await clock.tickAsync(1);
        return probe();
      },
      () =>
        `That never came to be: ${String(probe)}. There is: ${page.text}. Spoken: ${spoken.join()}`,
    );

  const reads = (text: RegExp | string) =>
    becomes(() => (typeof text === 'string' ? page.text.includes(text) : text.test(page.text)));

  /** Time passes, here and at the endpoint. */
  const pass = (milliseconds: number) => clock.tickAsync(milliseconds);

  const spoken: string[] = [];
  const listen = () => {
    spoken.length = 0;
    const status = page.root.querySelector('.visually-hidden[role=status]');
    if (status)
      new MutationObserver(() => spoken.push(status.textContent ?? '')).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  };

  afterEach(() => clock.restore());

  it('is counted down in minutes, spoken of ten minutes before the end and at the end, and never between', async () => {
    await open(await grant());
    listen();
    await reads('Voimassa vielä 4 h');
    await pass(30 * MINUTE);
    await reads(/Voimassa vielä 3 h (29|30) min/);
    expect(spoken).to.deep.equal([]);
    await pass(3 * 60 * MINUTE + 20.5 * MINUTE);
    await reads(/Voimassa vielä (9|10) min/);
    await becomes(() => spoken.length > 0);
    expect(spoken).to.deep.equal([
      'Oikeus päättyy kymmenen minuutin kuluttua: Asiakaspalvelu. Asiakaspalvelu voi pyytää lisäaikaa.',
    ]);
    await pass(5 * MINUTE);
    await reads(/Voimassa vielä (4|5) min/);
    expect(spoken.length).to.equal(1);
    await pass(5 * MINUTE);
    await becomes(() => spoken.length > 1);
    expect(spoken.at(-1)).to.equal('Oikeus on päättynyt: Asiakaspalvelu.');
    expect(page.text).not.to.include('Voimassa');
    expect(page.has('Lopeta oikeus')).to.equal(false);
  });

  for (const wrong of [-DAY, DAY]) {
    it(`is the same on a computer whose clock is a day ${wrong < 0 ? 'slow' : 'fast'}`, async () => {
      await open(await grant(), wrong);
      await reads('Voimassa vielä 4 h');
      expect(page.text).to.match(/tänään klo|huomenna klo/);
      await pass(MINUTE);
      await reads('Voimassa vielä 3 h 59 min');
    });

    it(`is granted as the endpoint’s clock has it on a computer whose clock is a day ${wrong < 0 ? 'slow' : 'fast'}`, async () => {
      await open(await ask(), wrong);
      await page.choose('1 tunti');
      const start = client.now;
      await page.press('Hyväksy rajattuna');
      await becomes(() => client.decided.length > 0);
      const [{ until }] = client.decided as { until: string }[] as [{ until: string }];
      expect(Date.parse(until) - start).to.be.within(59 * MINUTE, 60 * MINUTE + 100);
    });
  }

  it('goes on from now while the page lies open: what is said last is what is granted', async () => {
    await open(await ask());
    await page.choose('1 tunti');
    const first = page.sentence;
    await pass(20 * MINUTE);
    await becomes(() => page.sentence !== first);
    await page.press('Hyväksy rajattuna');
    await becomes(() => client.decided.length > 0);
    const [{ until }] = client.decided as { until: string }[] as [{ until: string }];
    expect(Date.parse(until) - client.now).to.be.within(59 * MINUTE, 60 * MINUTE + 100);
  });
});
