import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { spy, stub } from 'sinon';
import '../../../src/context/support-provider.define.js';
import type { SupportProvider } from '../../../src/context/support-provider.js';
import { openGate } from '../../tools/gate.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openForm, openReadyForm, type FormPage } from './form-page.js';

const keys = (): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith('visma-support:draft:'));
const isKept = (text: string) =>
  waitUntil(
    () => keys().some((key) => localStorage.getItem(key)?.includes(text)),
    () => `"${text}" was not kept`,
  );
const reopen = (options: Parameters<typeof openReadyForm>[0] = {}): Promise<FormPage> =>
  openReadyForm({ ...options, keepStorage: true });

/** Opens a form, writes and leaves the page. */
async function writeAndLeave(options: Parameters<typeof openReadyForm>[0] = {}): Promise<void> {
  const page = await openReadyForm(options);
  await page.writeProblem();
  await isKept('tilikauden avaaminen ei onnistu');
  fixtureCleanup();
}

const summary = (page: FormPage): string => page.control('Ongelma lyhyesti').value;

describe('what is being written', () => {
  afterEach(() => localStorage.clear());

  it('is back after the page was left, and says so', async () => {
    await writeAndLeave();
    const page = await reopen();
    await page.reads(/Luonnos palautettu \(klo /);
    expect(summary(page)).to.equal('tilikauden avaaminen ei onnistu');
    expect(page.control('Kuvaus').value).to.include('Yritin avata');
  });

  it('says when it was kept', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    await page.reads(/Luonnos tallennettu klo \d+/);
  });

  it('keeps a number that was typed and is no entry yet', async () => {
    const page = await openReadyForm();
    await page.write('Yritysnumerot', '567');
    await isKept('567');
    fixtureCleanup();
    const again = await reopen();
    await again.reads('Luonnos palautettu');
    expect(again.control('Yritysnumerot').value).to.equal('567');
  });

  it('is gone once the request has arrived', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    await isKept('Yritin avata');
    await page.press('Lähetä tukipyyntö');
    await page.reads('Vastaanotettu: FIV-');
    expect(keys()).to.deep.equal([]);
  });

  it('is gone after a day', async () => {
    await writeAndLeave();
    for (const key of keys()) {
      const draft = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
      localStorage.setItem(
        key,
        JSON.stringify({ ...draft, savedAt: Date.now() - 24 * 60 * 60 * 1000 }),
      );
    }
    const page = await reopen();
    await page.write('Kuvaus', 'Uusi asia.');
    await isKept('Uusi asia.');
    expect(summary(page)).to.equal('');
    expect(keys()).to.have.length(1);
  });

  it('is seen by nobody else on the same computer, and removed when somebody else comes', async () => {
    await writeAndLeave();
    const page = await openForm({ user: 'other-tenant', keepStorage: true });
    await waitUntil(() => keys().length === 0, 'The draft of another person is still there');
    expect(summary(page)).to.equal('');
  });

  it('is gone from the form too when somebody else signs in on the same page', async () => {
    const page = await openReadyForm({ userId: 'ayras-maija' });
    await page.writeProblem();
    await isKept('Yritin avata');
    page.element.userId = 'virta-olli';
    await waitUntil(() => summary(page) === '', 'The next person sees what the former one wrote');
    await waitUntil(() => keys().length === 0, 'The draft of the former person is still there');
  });

  it('is neither read nor kept while it is not known who is writing', async () => {
    await writeAndLeave();
    const { endpoint } = await openGate([
      { path: '/me', times: 9, status: 403, body: { title: 'no', status: 403, code: 'forbidden' } },
    ]);
    const before = keys();
    const page = await openForm({ endpoint, keepStorage: true });
    await page.reads('Sinulla ei ole oikeutta');
    expect(summary(page)).to.equal('');
    await page.write('Kuvaus', 'Kuka olen?');
    expect(keys()).to.deep.equal(before);
  });

  it('is kept for each tab apart: two forms never overwrite each other', async () => {
    const first = await openReadyForm();
    await first.writeProblem('ensimmäinen');
    await isKept('ensimmäinen');
    const second = await reopen();
    expect(summary(second)).to.equal('');
    await second.writeProblem('toinen');
    await isKept('toinen');
    await first.write('Kuvaus', 'ensimmäisen kuvaus');
    await isKept('ensimmäisen kuvaus');
    const kept = keys().map((key) => localStorage.getItem(key) ?? '');
    expect(kept).to.have.length(2);
    expect(kept.find((draft) => draft.includes('toinen'))).to.not.include('ensimmäi');
  });

  it('is not kept at all with drafts="none"', async () => {
    const page = await openReadyForm();
    page.element.drafts = 'none';
    await page.element.updateComplete;
    await page.writeProblem();
    await page.reads('Otsikko: Visma Fivaldi Kirjanpito');
    expect(keys()).to.deep.equal([]);
  });

  it('is removed by clearDraft(), and by clearDrafts() of the provider', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    await isKept('Yritin avata');
    page.element.clearDraft();
    expect(keys()).to.deep.equal([]);
    expect(summary(page)).to.equal('tilikauden avaaminen ei onnistu');

    await page.write('Kuvaus', 'vielä tämä');
    await isKept('vielä tämä');
    const provider = await fixture<SupportProvider>(html`<support-provider></support-provider>`);
    provider.clearDrafts();
    expect(keys()).to.deep.equal([]);
  });

  it('starts empty where the storage holds something that is no draft', async () => {
    await writeAndLeave();
    for (const key of keys()) localStorage.setItem(key, '{"savedAt": "yesterday", "edits": 5}');
    const page = await reopen();
    await page.write('Kuvaus', 'Alusta.');
    await isKept('Alusta.');
    expect(summary(page)).to.equal('');
    expect(keys()).to.have.length(1);
  });

  it('holds no confirmation of chargeable work, and no diagnostics', async () => {
    const page = await openReadyForm();
    page.element.diagnostics = () => 'salainen virheteksti';
    await page.writeProblem();
    await page.confirmChargeableWork();
    await page.write('Kuvaus', 'tallennetaan');
    await isKept('tallennetaan');
    const kept = keys()
      .map((key) => localStorage.getItem(key) ?? '')
      .join('');
    expect(kept).to.not.include('chargeableWork');
    expect(kept).to.not.include('salainen');
  });

  it('is back although the tab that was killed takes its time to let go', async () => {
    await writeAndLeave();
    const [key = ''] = keys();
    const { promise: gone, resolve: letGo } = Promise.withResolvers<void>();
    const dying = navigator.locks.request(key, () => gone);
    const asked = spy(navigator.locks, 'request');
    const page = await reopen();
    const timesAsked = () => asked.getCalls().filter(({ args }) => args[0] === key).length;
    await waitUntil(() => timesAsked() === 2, 'It was given up');
    expect(summary(page)).to.equal('');
    letGo();
    await dying;
    await page.reads('Luonnos palautettu');
    expect(summary(page)).to.equal('tilikauden avaaminen ei onnistu');
    asked.restore();
  });

  it('is kept from the first letter on, also while the drafts of other tabs are looked at', async () => {
    const other = await openReadyForm();
    await other.writeProblem('toisessa välilehdessä');
    await isKept('toisessa välilehdessä');
    const [key] = keys();
    const { locks } = navigator;
    const request = locks.request.bind(locks) as (...asked: unknown[]) => Promise<unknown>;
    const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
    // The other tab never lets go, and waiting for it never ends.
    const waiting = stub(locks, 'request').callsFake((...args: unknown[]) => {
      if (args[0] !== key) return request(...args);
      isAsked();
      return new Promise(() => undefined);
    });
    try {
      const page = await reopen();
      await page.write('Kuvaus', 'E');
      await asked;
      await isKept('"description":"E"');
    } finally {
      waiting.restore();
    }
  });

  it('of a try that nobody saw the end of is sent as the same request, also where the endpoint was away meanwhile', async () => {
    const { endpoint, plan, requests } = await openGate([
      { method: 'PUT', fault: 'lost-answer', times: 9 },
    ]);
    const known = { endpoint, userId: 'aayras-maija' };
    const sent = async () =>
      (await requests()).filter(({ method, status }) => method === 'PUT' && status === 201);
    const page = await openReadyForm(known);
    await page.writeProblem();
    void page.element.submit();
    await waitUntil(async () => (await sent()).length > 0, 'Nothing arrived');
    fixtureCleanup();

    await plan([{ path: '/service*', fault: 'drop', times: 4 }]);
    const again = await openForm({ ...known, keepStorage: true });
    await again.reads('Luonnos palautettu');
    await again.reads('Yritä uudelleen');
    await again.press('Yritä uudelleen');
    await again.reads('Maija Mäkelä');
    await again.press('Lähetä tukipyyntö');
    await again.reads('Vastaanotettu: FIV-');
    expect(new Set((await sent()).map(({ path }) => path))).to.have.property('size', 1);
  });

  it('of a try that nobody saw the end of becomes the receipt, where the request had arrived', async () => {
    const { endpoint, requests } = await openGate([
      { method: 'PUT', fault: 'lost-answer', times: 9 },
    ]);
    const page = await openReadyForm({ endpoint });
    await page.writeProblem();
    void page.element.submit();
    await waitUntil(
      async () =>
        (await requests()).some(({ method, status }) => method === 'PUT' && status === 201),
      'Nothing arrived',
    );
    fixtureCleanup();
    const again = await openForm({ endpoint, keepStorage: true });
    await again.reads('Vastaanotettu: FIV-');
    await waitUntil(() => keys().length === 0, 'The draft is still there');
  });
});
