import { expect, fixtureCleanup } from '@open-wc/testing';
import { openGate } from '../../tools/gate.js';
import { waitUntil } from '../../tools/wait-until.js';
import { open as openList, send } from '../support-request-list/list-page.js';
import { openForm, openReadyForm, type FormPage } from './form-page.js';

const keys = (): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith('visma-support:draft:'));
const isKept = (text: string) =>
  waitUntil(
    () => keys().some((key) => localStorage.getItem(key)?.includes(text)),
    () => `"${text}" was not kept`,
  );
const summary = (page: FormPage): string => page.control('Ongelma lyhyesti').value;
const text = 'tilikauden avaaminen ei onnistu';

/** Puts the computer's clock back since the drafts were saved. */
function savedAhead(milliseconds: number): void {
  for (const key of keys()) {
    const draft = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
    const savedAt = Date.now() + milliseconds;
    localStorage.setItem(key, JSON.stringify({ ...draft, savedAt }));
  }
}

const SECOND = 1000;
const HOUR = 3600 * SECOND;

describe('a draft', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  for (const [what, ahead] of [
    ['five seconds', 5 * SECOND],
    ['an hour', HOUR],
    ['a year', 365 * 24 * HOUR],
  ] as const) {
    it(`comes back when the clock was put back by ${what} since it was saved`, async () => {
      const page = await openReadyForm();
      await page.writeProblem();
      await isKept(text);
      fixtureCleanup();
      savedAhead(ahead);
      const again = await openReadyForm({ keepStorage: true });
      await again.reads('Luonnos palautettu');
      expect(summary(again)).to.equal(text);
      const [key = ''] = keys();
      const { savedAt } = JSON.parse(localStorage.getItem(key) ?? '{}') as { savedAt: number };
      expect(savedAt).to.be.at.most(Date.now());
    });

    it(`of a reply comes back when the clock was put back by ${what} since it was saved`, async () => {
      const id = await send();
      const page = await openList({ id });
      await page.reads('Vastauksesi');
      await page.write('Tilikausi on 2026.');
      await isKept('Tilikausi on 2026.');
      fixtureCleanup();
      savedAhead(ahead);
      const again = await openList({ id });
      await again.reads('Kirjoittamasi teksti on palautettu.');
    });
  }

  it('stays, and so does the text, when the user-id of the person is said late', async () => {
    const page = await openReadyForm();
    await page.writeProblem();
    await isKept(text);
    page.element.userId = 'ayras-maija';
    await isKept('ayras-maija');
    expect(summary(page)).to.equal(text);
    await isKept(text);
    expect(keys()).to.have.length(1);
  });

  it('comes back in the next page where the user-id is said late again', async () => {
    const page = await openReadyForm({ userId: 'ayras-maija' });
    await page.writeProblem();
    await isKept(text);
    fixtureCleanup();
    const again = await openReadyForm({ keepStorage: true });
    await again.reads('Luonnos palautettu');
    again.element.userId = 'ayras-maija';
    await isKept('ayras-maija');
    expect(summary(again)).to.equal(text);
  });

  it('that was kept by the user-id alone comes back once both names are known', async () => {
    const gate = await openGate([{ path: '/me', status: 404 }]);
    const page = await openForm({ endpoint: gate.endpoint, userId: 'ayras-maija' });
    await page.writeProblem();
    await isKept(text);
    fixtureCleanup();
    const again = await openReadyForm({ endpoint: gate.endpoint, keepStorage: true });
    again.element.userId = 'ayras-maija';
    await again.reads('Luonnos palautettu');
    expect(summary(again)).to.equal(text);
  });

  it('is not there for another person with drafts="none" either, nor is the text', async () => {
    const page = await openReadyForm({ drafts: 'none', userId: 'ayras-maija' });
    await page.writeProblem();
    page.element.userId = 'virta-olli';
    await waitUntil(() => summary(page) === '', 'The next person sees what the former one wrote');
    expect(keys()).to.deep.equal([]);
  });
});
