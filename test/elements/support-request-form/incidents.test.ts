import { expect } from '@open-wc/testing';
import type { Receipt, SupportRequest } from '../../../src/contract/support-requests.js';
import { openGate, type PlanEntry } from '../../tools/gate.js';
import { detailOf, openReadyForm, type FormPage } from './form-page.js';

const title = 'Tilikauden avaaminen ei onnistu';
const incident = (id: string, text: string) => ({
  id,
  title: text,
  text: 'Korjaus on työn alla.',
  severity: 'outage',
  since: new Date().toISOString(),
});
const incidents = (...titles: readonly string[]): PlanEntry => ({
  path: '/incidents*',
  times: 9,
  status: 200,
  body: { items: titles.map((text, index) => incident(`incident-${index}`, text)) },
});

const line = (page: FormPage): HTMLElement =>
  page.root.querySelector<HTMLElement>('.ahead') ?? expect.fail('There is no line for incidents.');

describe('known incidents [guide 1.2.1]', () => {
  it('are shown unasked, above everything that can be written', async () => {
    const page = await openReadyForm({ application: 'kirjanpito' });
    await page.reads(`Häiriötiedote: ${title}`);
    expect(
      line(page).compareDocumentPosition(page.control('Kysymys')) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    ).to.be.above(0);
  });

  it('are read in full at a press, with when they began', async () => {
    const page = await openReadyForm();
    await page.reads(title);
    await page.press('Näytä');
    await page.reads(/Alkoi .* klo/);
    expect(page.button('Sulje').getAttribute('aria-expanded')).to.equal('true');
  });

  it('follow the application that is chosen', async () => {
    const page = await openReadyForm();
    await page.reads(title);
    await page.write('Sovellus', 'palkanlaskenta');
    await page.reads('Ei häiriötiedotteita.');
  });

  it('are counted where there are several, and each can be reported', async () => {
    const { endpoint } = await openGate([
      incidents('Kirjautuminen ei onnistu', 'Raportit eivät valmistu'),
    ]);
    const page = await openReadyForm({ endpoint });
    await page.reads('Häiriötiedote 1/2: Kirjautuminen ei onnistu');
    await page.press('Näytä kaikki 2');
    await page.reads('Raportit eivät valmistu');
    const buttons = [...page.root.querySelectorAll<HTMLButtonElement>('#incidents button')];
    await page.click(buttons[1] ?? expect.fail('There is no second button'));
    await page.reads('Sama ongelma: Raportit eivät valmistu');
  });

  it('let the first of several be reported without asking for the others', async () => {
    const { endpoint } = await openGate([
      incidents('Kirjautuminen ei onnistu', 'Raportit eivät valmistu'),
    ]);
    const page = await openReadyForm({ endpoint });
    await page.reads('Häiriötiedote 1/2: Kirjautuminen ei onnistu');
    await page.press('Sama ongelma');
    await page.reads('Sama ongelma: Kirjautuminen ei onnistu');
  });

  for (const titles of [[title], [title, 'Raportit eivät valmistu']]) {
    it(`move nothing when they arrive late, ${titles.length} of them`, async () => {
      const { endpoint } = await openGate([
        { ...(incidents(...titles) as object), delay: 400 } as PlanEntry,
      ]);
      const page = await openReadyForm({ endpoint });
      const top = () => page.control('Ongelma lyhyesti').getBoundingClientRect().top;
      const before = top();
      await page.reads(title);
      expect(top()).to.equal(before);
    });
  }

  it('that could not be fetched are asked for again at a press', async () => {
    const { endpoint } = await openGate([
      { path: '/incidents*', status: 403, body: { title: 'no', status: 403, code: 'forbidden' } },
    ]);
    const page = await openReadyForm({ endpoint });
    await page.reads('Häiriötiedotteita ei voitu hakea.');
    await page.press('Yritä uudelleen');
    await page.reads(title);
  });

  it('are not asked for where the endpoint tells of none', async () => {
    const profile = (await (await fetch('/api/support/service')).json()) as {
      capabilities: string[];
    };
    const capabilities = profile.capabilities.filter((name) => name !== 'incidents');
    const { endpoint, requests } = await openGate([
      { path: '/service*', times: 9, status: 200, body: { ...profile, capabilities } },
    ]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    await page.press('Lähetä tukipyyntö');
    await page.reads('Vastaanotettu: FIV-');
    expect((await requests()).filter(({ path }) => path.startsWith('/incidents'))).to.deep.equal(
      [],
    );
  });

  it('can hold any text, which stays text', async () => {
    const { endpoint } = await openGate([incidents('<img src=x onerror=alert(1)>')]);
    const page = await openReadyForm({ endpoint });
    await page.reads('<img src=x onerror=alert(1)>');
    expect(page.root.querySelector('img')).to.equal(null);
  });
});

describe('"Same problem"', () => {
  const openReported = async () => {
    const page = await openReadyForm({ companyNumber: '' });
    await page.reads(title);
    await page.press('Sama ongelma');
    await page.reads(`Sama ongelma: ${title}`);
    return page;
  };

  it('concerns the application of the notice where none was chosen', async () => {
    const page = await openReadyForm({ application: '', companyNumber: '5678' });
    await page.reads(title);
    await page.press('Sama ongelma');
    await page.reads(`Sama ongelma: ${title}`);
    const sent = detailOf<Receipt>(page.element, 'support-request-submitted');
    await page.press('Lähetä tukipyyntö');
    expect((await sent).subject).to.equal(`Visma Fivaldi Kirjanpito, ${title}`);
  });

  it('leaves only the company numbers to be written', async () => {
    const page = await openReported();
    expect(page.focused?.id).to.equal(page.control('Yritysnumerot').id);
    await page.press('Lähetä tukipyyntö');
    await page.reads('Tarkista yksi kohta ennen lähettämistä');
    await page.write('Yritysnumerot', '5678');
    const asked = detailOf<SupportRequest>(page.element, 'support-request-submit');
    const sent = detailOf<Receipt>(page.element, 'support-request-submitted');
    await page.press('Lähetä tukipyyntö');
    expect(await asked).to.deep.include({
      summary: title,
      companyNumbers: ['5678'],
      description: '',
      critical: false,
    });
    expect((await asked).relatedIncident).to.be.a('string');
    expect((await sent).subject).to.equal(`Visma Fivaldi Kirjanpito, ${title}`);
  });

  it('gives the whole form back, with what was written in it', async () => {
    const page = await openReadyForm();
    await page.reads(title);
    await page.write('Ongelma lyhyesti', 'jotain muuta');
    await page.press('Sama ongelma');
    await page.reads('Sama ongelma');
    await page.press('Minulla on muuta asiaa');
    await page.reads('Tukipyynnön tyyppi');
    expect(page.control('Ongelma lyhyesti').value).to.equal('jotain muuta');
    expect(page.focused?.id).to.equal(page.control('Ongelma lyhyesti').id);
  });

  it('is not held up by a wrong entry that is out of sight', async () => {
    const page = await openReadyForm();
    await page.reads(title);
    await page.write('Käyttäjätunnukset', 'väärä tunnus');
    await page.key('Käyttäjätunnukset', 'Enter');
    await page.press('Sama ongelma');
    await page.reads('Sama ongelma');
    await page.press('Lähetä tukipyyntö');
    await page.reads('Vastaanotettu: FIV-');
  });
});
