import { expect } from '@open-wc/testing';
import { openGate } from '../../tools/gate.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openReadyForm, type FormPage } from './form-page.js';

const hits = (page: FormPage): string =>
  page.root.querySelector<HTMLElement>('.hits')?.innerText.trim() ?? '';
/** Resolves when what is there now has been painted. */
const painted = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Types as a quick typist does, ten characters a second, and looks after each what is suggested. */
async function type(page: FormPage, text: string, look: () => void): Promise<void> {
  for (let length = 1; length <= text.length; length += 1) {
    await page.write('Ongelma lyhyesti', text.slice(0, length));
    look();
    await pause(100);
  }
}

describe('suggestions while the problem is written [guide 1.2, step 1]', () => {
  it('come from the forum and the manuals, by any form of the words', async () => {
    const page = await openReadyForm();
    await page.write('Ongelma lyhyesti', 'tilikautta ei voi avata');
    await page.reads(/Tilikau/);
    await waitUntil(() => hits(page).includes('Tilikau'), 'Nothing was suggested');
    const link = page.root.querySelector<HTMLAnchorElement>('.hits a');
    expect(link?.protocol).to.equal('https:');
    expect(link?.rel).to.include('noopener');
    await expect(page.element).to.be.accessible();
  });

  it('are all shown at a press, and the focus stays where the person writes until then', async () => {
    const page = await openReadyForm();
    await page.write('Ongelma lyhyesti', 'tilikauden avaaminen');
    await waitUntil(() => hits(page), 'Nothing was suggested');
    expect(page.focused?.id).to.equal('summary');
    page.root.querySelector<HTMLButtonElement>('.hits button')?.click();
    await page.reads('Käsikirja');
    await expect(page.element).to.be.accessible();
  });

  it('move nothing, are never those of an older text, and ask one thing at a time, on a slow line', async () => {
    const { endpoint, requests } = await openGate([
      { fault: 'slow', path: '/articles*', delay: 700, times: 50 },
    ]);
    const page = await openReadyForm({ endpoint });
    await page.reads('1234 Kahvila Kulma Oy');
    await painted();
    const shifts: number[] = [];
    const supported = PerformanceObserver.supportedEntryTypes.includes('layout-shift');
    const observer = new PerformanceObserver((list) =>
      shifts.push(
        ...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value),
      ),
    );
    if (supported) observer.observe({ type: 'layout-shift' });
    const place = () => page.control('Kuvaus').getBoundingClientRect().top;
    const before = place();

    let shownWhileTyping = '';
    await type(page, 'tilikauden avaaminen', () => (shownWhileTyping += hits(page)));
    expect(shownWhileTyping).to.equal('');
    await waitUntil(() => hits(page).includes('Tilikau'), 'Nothing was suggested');
    expect(place()).to.equal(before);
    observer.disconnect();
    expect(shifts).to.deep.equal([]);

    const asked = (await requests()).filter(({ path }) => path.startsWith('/articles'));
    expect(asked.length).to.be.within(1, 2);
    expect(new URL(asked.at(-1)?.path ?? '', 'http://x').searchParams.get('q')).to.equal(
      'tilikauden avaaminen',
    );
  });

  it('wait for their turn when the text changes while an answer is on its way', async () => {
    const { endpoint, requests } = await openGate([
      { fault: 'slow', path: '/articles*', delay: 1200, times: 2 },
    ]);
    const page = await openReadyForm({ endpoint });
    const asked = async () => (await requests()).filter(({ path }) => path.startsWith('/articles'));
    await page.write('Ongelma lyhyesti', 'palkkalaskelma');
    await waitUntil(async () => (await asked()).length === 1, 'Nothing was asked');
    await page.write('Ongelma lyhyesti', 'tilikauden avaaminen');
    await pause(600);
    expect(await asked()).to.have.length(1);
    await waitUntil(() => hits(page), 'Nothing was suggested');
    expect(hits(page)).to.include('Tilikau');
    expect(await asked()).to.have.length(2);
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
