import { expect } from '@open-wc/testing';
import {
  amend,
  ask,
  companies,
  decide,
  grant,
  inHours,
  read,
  revoke,
  withdraw,
} from '../../tools/advisory.js';
import { openGate, type PlanEntry } from '../../tools/gate.js';
import { retryAtOnce } from '../../tools/quick-retries.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openList, openRequest, type ApprovalPage } from './approval-page.js';

/** Goes to the endpoint once more, and back to the page. */
const comesBack = () => window.dispatchEvent(new Event('online'));

const refusal = (status: number, code: string): PlanEntry => ({
  method: 'PUT',
  status,
  body: { title: code, status, code },
});

describe('a request that is not any more what a person has before them', () => {
  it('is not approved when it has changed: what has changed is shown, and they decide anew', async () => {
    const { id } = await ask();
    const page = await openRequest(id);
    await page.choose('9012');
    await amend(id, { access: 'change', companies: companies(4), reason: 'Myös tositteet.' });
    await page.press('Hyväksy rajattuna');
    await page.reads('Pyyntö on muuttunut, joten päätöstäsi ei tallennettu');
    await page.focusesNotice();
    expect(page.text)
      .to.include('Oikeus muuttui: Katselu ja muuttaminen.')
      .and.to.include('Lisättyjä yrityksiä: 20000 Asunto Oy Esimerkkikuja 1.')
      .and.to.include('Syy muuttui: Myös tositteet.');
    expect(page.has('Hyväksy rajattuna')).to.equal(false);
    await expect(page.element).to.be.accessible();
    await page.press('Katso muuttunut pyyntö');
    await page.reads('Myös tositteet.');
    expect(page.focused?.localName).to.equal('h3');
    expect(page.sentence).to.include('Myönnät katselu- ja muutosoikeuden 2 yritykseen.');
    expect(page.control('20000').checked).to.equal(false);
    await page.press('Hyväksy rajattuna');
    await page.reads('Oikeus on myönnetty');
    expect((await read(id)).decision).to.deep.include({ version: 2 });
  });

  it('has its end chosen anew when support asks for a later one', async () => {
    const { id } = await ask({ until: inHours(2) });
    const page = await openRequest(id);
    await amend(id, { until: inHours(3) });
    await page.element.refresh();
    await page.press('Katso muuttunut pyyntö');
    await page.reads('Valitse, milloin oikeus päättyy.');
    expect(page.root.querySelector('[type=radio]:checked')).to.equal(null);
  });

  it('stays before them when the list brings a change, until they want to see it', async () => {
    const { id } = await ask();
    const page = await openRequest(id);
    await page.choose('9012');
    await amend(id, {
      areas: [{ id: 'palkanlaskenta', name: { fi: 'Palkanlaskenta' } }],
      until: inHours(2),
    });
    await page.element.refresh();
    await page.reads('Asiakaspalvelu on muuttanut pyyntöä');
    expect(page.focused).to.equal(page.control('9012'));
    expect(page.announced).to.equal('Asiakaspalvelu on muuttanut pyyntöä');
    expect(page.text)
      .to.include('Lisättyjä osa-alueita: Palkanlaskenta.')
      .and.to.include('Poistettuja osa-alueita: Kirjanpito ja Yrityksen perustiedot.')
      .and.to.include('Aikaväli muuttui:');
    await page.press('Katso muuttunut pyyntö');
    expect(page.control('9012').checked).to.equal(false);
  });

  it('says who decided what when somebody else was quicker', async () => {
    const { id } = await ask();
    const page = await openRequest(id, { user: 'main-user' });
    await decide(id, { version: 1, outcome: 'rejected', reason: 'Ei nyt.' });
    await page.press('Hyväksy');
    await page.reads('Joku muu on jo tehnyt päätöksen');
    await page.focusesNotice();
    expect(page.text).to.match(
      /Hylätty, Maija Mäkelä, tänään klo [\d.]+\. Päätöstäsi ei tallennettu\./,
    );
    await expect(page.element).to.be.accessible();
    await page.press('Selvä');
    expect((await read(id)).state).to.equal('rejected');
  });

  it('says that support has withdrawn it', async () => {
    const { id } = await ask();
    const page = await openRequest(id);
    await withdraw(id);
    await page.press('Hyväksy');
    await page.reads('Asiakaspalvelu on perunut pyynnön');
    expect(page.text).to.include('Päätöstäsi ei tallennettu.');
  });

  it('says so also when the list brings it, and takes the focus from nobody', async () => {
    const { id } = await ask();
    const page = await openRequest(id);
    page.control('9012').focus();
    await withdraw(id);
    await page.element.refresh();
    await page.reads('Asiakaspalvelu on perunut pyynnön');
    expect(page.announced).to.equal('Pyynnön tila on muuttunut: Peruttu.');
    // What had the focus is gone, so the notice has it.
    await page.focusesNotice();
  });

  it('says that it has lapsed', async () => {
    const { endpoint, plan } = await openGate();
    const { id } = await ask();
    const page = await openRequest(id, { endpoint });
    const lapsed = { ...(await read(id)), state: 'lapsed' };
    await plan([
      refusal(410, 'lapsed'),
      { method: 'GET', path: `/advisory-access/${id}`, status: 200, body: lapsed, times: 9 },
    ]);
    await page.press('Hyväksy');
    await page.reads('Pyyntö on rauennut');
    expect(page.text).to.include('Asiakaspalvelu voi lähettää uuden pyynnön.');
    await expect(page.element).to.be.accessible();
  });

  it('is a right that somebody else has ended meanwhile', async () => {
    const { id } = await grant();
    const page = await openList([id]);
    await page.reads('Voimassa vielä');
    await revoke(id);
    await page.press('Lopeta oikeus');
    await page.reads('Oikeus on päättynyt');
  });
});

describe('a decision on a bad connection', () => {
  retryAtOnce();

  const puts = async (requests: () => Promise<readonly { method: string }[]>) =>
    (await requests()).filter(({ method }) => method === 'PUT').length;

  it('that is made, but whose answer is lost, is found and not made twice', async () => {
    const { endpoint, requests, plan } = await openGate();
    const { id } = await ask();
    const page = await openRequest(id, { endpoint });
    await plan([{ method: 'PUT', fault: 'lost-answer' }]);
    const heard: unknown[] = [];
    page.element.addEventListener('advisory-access-decided', ({ detail }) =>
      heard.push(detail.outcome),
    );
    await page.press('Hyväksy');
    await page.reads('Oikeus on myönnetty');
    expect(await puts(requests)).to.equal(2);
    expect(heard).to.deep.equal(['approved']);
    expect((await read(id)).history.filter(({ act }) => act === 'approved')).to.have.length(1);
  });

  const offline = async (
    page: ApprovalPage,
    plan: (entries: readonly PlanEntry[]) => Promise<void>,
    put: PlanEntry,
  ) => {
    // What else the page asks for, such as the log, has a connection.
    await plan([put, { method: 'GET', path: '/advisory-access', fault: 'drop', times: 3 }]);
    await page.press('Hyväksy');
    await page.reads('Ei ole varmaa, menikö lähetys perille');
    await page.focusesNotice();
  };

  it('leaves nobody wondering: when the connection is back, it turns out that it was made', async () => {
    const { endpoint, plan } = await openGate();
    const { id } = await ask();
    const page = await openRequest(id, { endpoint });
    await offline(page, plan, { method: 'PUT', fault: 'lost-answer', times: 3 });
    await expect(page.element).to.be.accessible();
    comesBack();
    await page.reads('Oikeus on myönnetty');
  });

  it('leaves nobody wondering: a person can look it up, it was not made, and is made by the next press', async () => {
    const { endpoint, plan } = await openGate();
    const { id } = await ask();
    const page = await openRequest(id, { endpoint });
    await offline(page, plan, { method: 'PUT', fault: 'drop', times: 3 });
    await waitUntil(() => page.has('Tarkista nyt'), 'There is no way on');
    await page.press('Tarkista nyt');
    await page.reads('Lähetys ei mennyt perille');
    await expect(page.element).to.be.accessible();
    expect((await read(id)).state).to.equal('pending');
    await page.press('Takaisin pyyntöön');
    await page.press('Hyväksy');
    await page.reads('Oikeus on myönnetty');
  });

  it('is sent once however often the button is pressed', async () => {
    const { endpoint, requests } = await openGate();
    const { id } = await ask();
    const page = await openRequest(id, { endpoint });
    const approve = page.button('Hyväksy');
    approve.click();
    // Quicker than any hand, so by the element's own method: the page has had no time to render.
    approve.click();
    approve.click();
    await page.reads('Oikeus on myönnetty');
    expect(await puts(requests)).to.equal(1);
  });

  it('that is refused says why, and that nothing has changed', async () => {
    const { endpoint, plan } = await openGate();
    const { id } = await ask();
    const page = await openRequest(id, { endpoint });
    await plan([refusal(403, 'forbidden')]);
    await page.press('Hyväksy');
    await page.reads('Sinulla ei ole oikeutta tähän');
    expect(page.text).to.include('Mikään ei ole muuttunut.');
    await expect(page.element).to.be.accessible();
  });

  it('of an end that got no answer is looked up too', async () => {
    const { endpoint, plan } = await openGate();
    const { id } = await grant();
    const page = await openList([id], { endpoint });
    await page.reads('Voimassa vielä');
    await plan([{ method: 'PUT', fault: 'lost-answer', times: 3 }]);
    await page.press('Lopeta oikeus');
    await page.reads('Oikeus on päättynyt');
    expect((await read(id)).state).to.equal('revoked');
  });
});

describe('an approval that cannot reach the endpoint', () => {
  it('says so, that granted rights still hold, and comes to life again', async () => {
    const { endpoint, plan } = await openGate();
    await plan([{ path: '/service*', status: 503, headers: { 'Retry-After': '3600' } }]);
    const { id } = await grant();
    const page = await openList([id], { endpoint });
    await page.reads('Tukipalvelu on tilapäisesti poissa käytöstä');
    expect(page.text).to.include('Myönnetyt oikeudet ovat voimassa päättymisaikaansa asti.');
    await page.press('Yritä uudelleen');
    await page.reads('Voimassa vielä');
  });
});
