import { expect } from '@open-wc/testing';
import { useFakeTimers, type SinonFakeTimers } from 'sinon';
import { HttpClient, type SupportClient } from '../../../src/client/client.js';
import { openGate } from '../../tools/gate.js';
import { click, typeText } from '../../tools/input.js';
import { tokenFor } from '../../tools/sign-in.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openReadyForm, type FormPage } from './form-page.js';

const hits = (page: FormPage): string =>
  page.root.querySelector<HTMLElement>('.hits')?.innerText.trim() ?? '';
/** Resolves when what is there now has been painted. */
const painted = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
const typed = 'tilikauden avaaminen';
/** Milliseconds without a key until something is asked. */
const PAUSE_MS = 300;

describe('suggestions while the problem is written [guide 1.2.1]', () => {
  it('come from the forum and the manuals, by any form of the words', async () => {
    const page = await openReadyForm();
    await page.write('Ongelma lyhyesti', 'tilikautta ei voi avata');
    await page.reads(/Tilikau/);
    await waitUntil(() => hits(page).includes('Tilikau'), 'Nothing was suggested');
    const link = page.root.querySelector<HTMLAnchorElement>('.hits a');
    expect(link?.protocol).to.equal('https:');
    expect(link?.rel).to.include('noopener');
  });

  it('are all shown at a press, and the focus stays where the person writes until then', async () => {
    const page = await openReadyForm();
    await page.write('Ongelma lyhyesti', 'tilikauden avaaminen');
    await waitUntil(() => hits(page), 'Nothing was suggested');
    expect(page.focused?.id).to.equal('summary');
    await page.click(page.root.querySelector('.hits button') ?? expect.fail('Nothing to press'));
    await page.reads('Käsikirja');
  });

  describe('by the clock', () => {
    let clock: SinonFakeTimers;
    beforeEach(() => {
      clock = useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    });
    afterEach(() => clock.restore());

    it('are asked for once, when the typing pauses, and move nothing when they come', async () => {
      const { endpoint, requests } = await openGate();
      const page = await openReadyForm({ endpoint });
      await page.reads('1234 Kahvila Kulma Oy');
      await click(page.control('Ongelma lyhyesti'));
      await page.loaded();
      await painted();
      const shifts: number[] = [];
      const supported = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
      const observer = new PerformanceObserver((list) =>
        shifts.push(
          ...list
            .getEntries()
            .map((entry) => (entry as PerformanceEntry & { value: number }).value),
        ),
      );
      if (supported) observer.observe({ type: 'layout-shift' });
      const place = () => page.control('Kuvaus').getBoundingClientRect().top;
      const before = place();

      for (const letter of typed) {
        await typeText(letter);
        expect(hits(page)).to.equal('');
        clock.tick(PAUSE_MS / 3);
      }
      clock.tick(PAUSE_MS);
      await waitUntil(() => hits(page).includes('Tilikau'), 'Nothing was suggested');
      await painted();
      expect(place()).to.equal(before);
      observer.disconnect();
      expect(shifts).to.deep.equal([]);

      const asked = (await requests()).filter(({ path }) => path.startsWith('/articles'));
      expect(
        asked.map(({ path }) => new URL(path, 'http://x').searchParams.get('q')),
      ).to.deep.equal([typed]);
    });

    it('wait for their turn when the text changes while an answer is on its way, and are never those of an older text', async () => {
      const log: string[] = [];
      const { promise: first, resolve: answerFirst } = Promise.withResolvers<void>();
      const real = new HttpClient({
        endpoint: '/api/support',
        accessToken: () => tokenFor('main-user'),
      });
      const client: SupportClient = {
        send: async (operation, input, options) => {
          if (operation.name !== 'listArticles') return real.send(operation, input, options);
          const isFirst = log.push('asks') === 1;
          if (isFirst) await first;
          const answer = await real.send(operation, input, options);
          log.push(`answers, while "${hits(page)}" is shown`);
          return answer;
        },
      };
      const page = await openReadyForm();
      page.element.client = client;
      await page.write('Ongelma lyhyesti', 'palkkalaskelma');
      await page.loaded();
      clock.tick(PAUSE_MS);
      await waitUntil(() => log.length === 1, 'Nothing was asked');
      await page.write('Ongelma lyhyesti', typed);
      clock.tick(PAUSE_MS);
      // What is asked at once has been by the next picture on the screen.
      await painted();
      answerFirst();
      await waitUntil(() => hits(page).includes('Tilikau'), 'Nothing was suggested');
      const answers = 'answers, while "" is shown';
      expect(log).to.deep.equal(['asks', answers, 'asks', answers]);
    });
  });

  it('that fail are not missed', async () => {
    const { endpoint } = await openGate([
      { path: '/articles*', status: 404, body: 'no', contentType: 'text/plain' },
    ]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Vastaanotettu: FIV-');
  });
});
