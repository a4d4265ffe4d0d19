import { expect, fixture, html } from '@open-wc/testing';
import { useFakeTimers } from 'sinon';
import { openGate, type Fault } from '../../tools/gate.js';
import { waitUntil } from '../../tools/wait-until.js';
import { goOffline, openReadyForm, type FormPage } from './form-page.js';

const sentence = 'Tukipyyntö lähetetään automaattisesti, kun yhteys toimii.';

describe('a request after the line broke', () => {
  let goOnline: () => void;
  beforeEach(() => {
    goOnline = goOffline();
  });
  afterEach(() => goOnline());

  async function fail(fault: Fault = 'drop') {
    const gate = await openGate([{ method: 'PUT', path: '/support-requests/*', fault }]);
    const page = await openReadyForm({ endpoint: gate.endpoint });
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads(sentence);
    const puts = async () =>
      (await gate.requests()).filter(
        ({ method, path }) => method === 'PUT' && path.startsWith('/support-requests/'),
      );
    return { page, puts };
  }

  const arrives = (page: FormPage) => page.reads(/Vastaanotettu: FIV-/);

  it('is sent by itself when the browser is back on-line, as the same request', async () => {
    const { page, puts } = await fail();
    goOnline();
    await arrives(page);
    expect(page.focused?.id).to.equal('receipt');
    const sent = await puts();
    expect(sent.map(({ fault }) => fault)).to.deep.equal(['drop', 'pass']);
    expect(new Set(sent.map(({ path }) => path))).to.have.property('size', 1);
  });

  it('is sent by itself after five seconds, and made only once where it had arrived after all', async () => {
    const clock = useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { page, puts } = await fail('lost-answer');
      clock.tick(5000);
      await arrives(page);
      const stored = (await puts()).filter(({ status }) => status === 201);
      expect(stored).to.have.length(1);
    } finally {
      clock.restore();
    }
  });

  it('takes the focus from nothing else on the page when it is sent by itself', async () => {
    const { page } = await fail();
    const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="Haku" />`);
    elsewhere.focus();
    goOnline();
    await arrives(page);
    expect(document.activeElement).to.equal(elsewhere);
    expect(page.root.querySelector('[role=status]')?.textContent).to.include('FIV-');
  });

  const stops: readonly [string, (page: FormPage) => Promise<void>][] = [
    ['it was changed', (page) => page.write('Kuvaus', 'Sittenkin näin.')],
    ['it went by e-mail', (page) => page.press('Tallenna sähköpostitiedostona')],
    ['the person wanted it so', (page) => page.press('Peru automaattinen lähetys')],
  ];
  for (const [why, act] of stops) {
    it(`is not sent by itself once ${why}`, async () => {
      const { page, puts } = await fail();
      await act(page);
      await waitUntil(
        () => !page.text.includes(sentence),
        'It still says that it is sent by itself',
      );
      goOnline();
      // What would be sent by itself now would arrive before this.
      await page.press('Yritä uudelleen');
      await arrives(page);
      expect((await puts()).map(({ fault }) => fault)).to.deep.equal(['drop', 'pass']);
    });
  }
});
