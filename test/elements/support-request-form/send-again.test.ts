import { expect, fixture, html } from '@open-wc/testing';
import { openGate, type PlanEntry } from '../../tools/gate.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openReadyForm, type FormPage } from './form-page.js';

/** The line is gone for all tries of one press. */
const broken: PlanEntry = { method: 'PUT', path: '/support-requests/*', fault: 'drop', times: 3 };

const sentence = 'Tukipyyntö lähtee itsestään heti, kun yhteys toimii.';

const backOnLine = () => window.dispatchEvent(new Event('online'));

describe('a request after the line broke', () => {
  async function fail(plan: readonly PlanEntry[] = [broken]) {
    const gate = await openGate(plan);
    const page = await openReadyForm({ endpoint: gate.endpoint });
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads(sentence);
    const puts = async () =>
      (await gate.requests()).filter(
        ({ method, path }) => method === 'PUT' && path.startsWith('/support-requests/'),
      );
    return { ...gate, page, puts };
  }

  const arrives = (page: FormPage) => page.reads(/Vastaanotettu: FIV-/);

  it('is sent by itself when the browser is back on-line, as the same request', async () => {
    const { page, puts } = await fail();
    await expect(page.element).to.be.accessible();
    backOnLine();
    await arrives(page);
    expect(page.focused?.id).to.equal('receipt');
    expect(new Set((await puts()).map(({ path }) => path))).to.have.property('size', 1);
  });

  it('is sent by itself after a while, and made only once where it had arrived after all', async () => {
    const { page, puts } = await fail([
      { method: 'PUT', path: '/support-requests/*', fault: 'lost-answer', times: 3 },
    ]);
    await arrives(page);
    const stored = (await puts()).filter(({ status }) => status === 201);
    expect(stored).to.have.length(1);
  });

  it('takes the focus from nothing else on the page', async () => {
    const { page } = await fail();
    const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="Haku" />`);
    elsewhere.focus();
    backOnLine();
    await arrives(page);
    expect(document.activeElement).to.equal(elsewhere);
    expect(page.root.querySelector('[role=status]')?.textContent).to.include('FIV-');
  });

  const stops: readonly [string, (page: FormPage) => Promise<void>][] = [
    ['is changed', (page) => page.write('Kuvaus', 'Sittenkin näin.')],
    ['goes by e-mail', (page) => page.press('Tallenna sähköpostitiedostona')],
    ['is not to be sent', (page) => page.press('Älä lähetä itsestään')],
  ];
  for (const [what, act] of stops) {
    it(`is the person's to send as soon as it ${what}`, async () => {
      const { page, puts } = await fail();
      const before = (await puts()).length;
      await act(page);
      await waitUntil(
        () => !page.text.includes(sentence),
        'It still says that it is sent by itself',
      );
      backOnLine();
      await page.element.updateComplete;
      expect(await puts()).to.have.length(before);
    });
  }
});
