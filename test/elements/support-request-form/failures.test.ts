import { expect, fixture, html } from '@open-wc/testing';
import type { SupportRequestForm } from '../../../src/elements/support-request-form/support-request-form.js';
import { openGate, type Gate, type PlanEntry } from '../../tools/gate.js';
import { tokenFor } from '../../tools/sign-in.js';
import { waitUntil } from '../../tools/wait-until.js';
import { detailOf, FormPage, goOffline, openReadyForm } from './form-page.js';

const problem = (status: number, code: string): PlanEntry => ({
  method: 'PUT',
  status,
  body: { title: code, status, code },
});
const bare = (status: number): PlanEntry => ({
  method: 'PUT',
  status,
  body: 'nope',
  contentType: 'text/plain',
});

/** What the gate does to the sending, the code that the host is told, and what the person reads. */
const failures: readonly [string, readonly PlanEntry[], string, string][] = [
  [
    'an HTML page instead of an answer',
    [{ method: 'PUT', fault: 'html' }],
    'malformed',
    'Vastaus ei tullut tukipalvelulta',
  ],
  [
    '401 and the token cannot be renewed',
    [bare(401), bare(401)],
    'unauthenticated',
    'Kirjautumisesi on vanhentunut',
  ],
  ['403', [problem(403, 'forbidden')], 'forbidden', 'Sinulla ei ole oikeutta tähän'],
  ['404', [bare(404)], 'notFound', 'Tukipalvelua ei löytynyt'],
  ['413', [bare(413)], 'tooLarge', 'Tukipyyntö on liian suuri'],
  [
    '429 with a long wait',
    [{ method: 'PUT', status: 429, headers: { 'Retry-After': '120' } }],
    'rateLimited',
    'Yritä uudelleen 2 minuutin päästä',
  ],
  [
    '429 with a wait of hours',
    [{ method: 'PUT', status: 429, headers: { 'Retry-After': '82000' } }],
    'rateLimited',
    'Yritä uudelleen 23 tunnin päästä',
  ],
  ['501', [problem(501, 'notSupported')], 'notSupported', 'Tukipalvelu ei tarjoa tätä toimintoa'],
];

/** Resolves when the request has left the browser: the page says that it is sent before it is. */
const isUnderWay = (requests: Gate['requests']) =>
  waitUntil(
    async () => (await requests()).some(({ method }) => method === 'PUT'),
    'The request was never sent',
  );

describe('a request that could not be sent', () => {
  for (const [what, plan, code, title] of failures) {
    it(`says why, and keeps what was written, when the answer is ${what}`, async () => {
      const { endpoint } = await openGate(plan);
      const page = await openReadyForm({ endpoint });
      await page.writeProblem();
      const failed = detailOf<{ code: string }>(page.element, 'support-request-failed');
      await page.press('Lähetä tukipyyntö');
      expect((await failed).code).to.equal(code);
      await page.reads(title);
      expect(page.focused?.id).to.equal('failure');
      expect(page.control('Ongelma lyhyesti').value).to.equal('tilikauden avaaminen ei onnistu');
    });
  }

  it('is sent by one press once the way is free again', async () => {
    const { endpoint } = await openGate([problem(403, 'forbidden')]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Sinulla ei ole oikeutta');
    await page.press('Yritä uudelleen');
    await page.reads('Vastaanotettu: FIV-');
  });

  it('is tried again by itself where that is harmless, and made only once', async () => {
    const { endpoint, requests } = await openGate([{ method: 'PUT', fault: 'lost-answer' }]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Vastaanotettu: FIV-');
    const puts = (await requests()).filter(({ method }) => method === 'PUT');
    expect(puts.map(({ status }) => status)).to.deep.equal([201, 200]);
  });

  it('is sent once however often the button is pressed', async () => {
    const { endpoint, requests } = await openGate();
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    const submitted: unknown[] = [];
    page.element.addEventListener('support-request-submitted', (event) => submitted.push(event));
    await Promise.all([page.element.submit(), page.element.submit(), page.element.submit()]);
    await page.reads('Vastaanotettu: FIV-');
    expect(submitted).to.have.length(1);
    expect((await requests()).filter(({ method }) => method === 'PUT')).to.have.length(1);
  });

  it('can be given up, and nothing is lost', async () => {
    const { endpoint, requests } = await openGate([{ method: 'PUT', fault: 'hang' }]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await isUnderWay(requests);
    await page.reads('Lähetetään tukipyyntöä');
    expect(page.focused?.id).to.equal('sending');
    await page.press('Peruuta');
    await page.reads('Lähetys peruttiin');
    expect(page.control('Kuvaus').value).to.include('Yritin avata');
  });

  it('turns out to have arrived, and later edits are added to it as a reply', async () => {
    const { endpoint } = await openGate([{ method: 'PUT', fault: 'lost-answer' }]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    const goOnline = goOffline();
    await page.press('Lähetä tukipyyntö');
    await waitUntil(() => page.focused?.id === 'failure', 'It never failed');
    await page.write('Kuvaus', 'Lisäys: sama toistuu toisella koneella.');
    goOnline();
    await page.press('Yritä uudelleen');
    await page.reads('Tukipyyntö otettiin vastaan ennen viimeisimpiä muutoksiasi');
    await page.press('Lisää muutokset tukipyyntöön');
    await page.reads('Myöhemmät muutoksesi on lisätty tukipyyntöön.');
  });
});

describe('a form without a way to the endpoint', () => {
  const open = async (endpoint?: string): Promise<FormPage> =>
    new FormPage(
      await fixture<SupportRequestForm>(
        html`<support-request-form locale="fi" .endpoint=${endpoint} phone="0107 562 170"></support-request-form>`,
      ),
    );

  it('says that it has no endpoint, and gives the number to call', async () => {
    const page = await open();
    await page.reads('Lomaketta ei ole yhdistetty asiakaspalveluun');
    expect(page.root.querySelectorAll('a[href="tel:0107562170"]')).to.have.length(1);
  });

  it('sends nothing over plain http to another machine', async () => {
    const page = await open('http://support.example.com/api');
    await page.reads('tukipalvelun osoitteen on oltava https-alkuinen.');
  });

  it('comes to life when the endpoint answers again', async () => {
    const unavailable: PlanEntry = {
      path: '/service*',
      times: 3,
      status: 503,
      headers: { 'Retry-After': '0' },
    };
    const { endpoint } = await openGate([unavailable]);
    const page = await open(endpoint);
    await page.reads('Tukipalvelu on tilapäisesti poissa käytöstä');
    await page.press('Yritä uudelleen');
    await page.reads('Kirjanpito');
    await page.open('Sovellus');
    await waitUntil(
      () => page.control('Sovellus').textContent?.includes('Myyntireskontra'),
      'The applications are not known',
    );
  });
});

describe('a request whose sender signs in anew between two tries', () => {
  it('keeps its id, so it is made only once', async () => {
    const { endpoint, requests } = await openGate([{ method: 'PUT', fault: 'hang' }]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await isUnderWay(requests);
    await page.press('Peruuta');
    await page.reads('Lähetys peruttiin');
    page.element.accessToken = await tokenFor('main-user');
    await page.element.updateComplete;
    await page.press('Yritä uudelleen');
    await page.reads('Vastaanotettu: FIV-');
    const ids = (await requests())
      .filter(({ method }) => method === 'PUT')
      .map(({ path }) => path.split('?')[0]);
    expect(new Set(ids).size).to.equal(1);
  });
});
