import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../../src/context/support-provider.define.js';
import type { SupportProvider } from '../../../src/context/support-provider.js';
import { waitUntil } from '../../tools/wait-until.js';
import { openReadyForm } from '../support-request-form/form-page.js';
import { open, send, type ListPage } from './list-page.js';

const keys = (): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith('visma-support:draft:'));
const isKept = (text: string) =>
  waitUntil(
    () => keys().some((key) => localStorage.getItem(key)?.includes(text)),
    () => `"${text}" was not kept`,
  );
const isEmpty = () => waitUntil(() => keys().length === 0, 'Something is still kept');
const textOf = (page: ListPage): string => page.find<HTMLTextAreaElement>('#reply').value;

async function openReply(id: string, drafts: 'text' | 'none' = 'text'): Promise<ListPage> {
  const page = await open({ id, drafts });
  await page.reads('Vastauksesi');
  return page;
}

/** Opens a request, begins a reply and leaves the page. */
async function writeAndLeave(text: string): Promise<string> {
  const id = await send();
  const page = await openReply(id);
  await page.write(text);
  await isKept(text);
  fixtureCleanup();
  return id;
}

describe('a reply that is being written', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('is back after the page was left, and says so', async () => {
    const id = await writeAndLeave('Tilikausi on 2026.');
    const page = await openReply(id);
    await page.reads('Kirjoittamasi teksti on palautettu.');
    expect(textOf(page)).to.equal('Tilikausi on 2026.');
    await expect(page.element).to.be.accessible();
    await page.write('Tilikausi on 2027.');
    expect(page.root.querySelector('#reply-help')).to.equal(null);
  });

  it('names what was attached when the page was left, until it is added again or dismissed', async () => {
    const id = await send();
    const page = await openReply(id);
    await page.write('Kuva liitteenä.');
    await page.attach('tase.png');
    await isKept('tase.png');
    fixtureCleanup();
    const again = await openReply(id);
    await again.reads('Lisää nämä liitteet uudelleen: tase.png');
    expect(textOf(again)).to.equal('Kuva liitteenä.');
    await expect(again.element).to.be.accessible();
    await again.press('#missing-files .button');
    await waitUntil(() => !again.root.querySelector('#missing-files'), 'It is still asked for');
  });

  it('belongs to its request alone', async () => {
    await writeAndLeave('Ensimmäiseen.');
    const page = await openReply(await send());
    await page.write('Toiseen.');
    await isKept('Toiseen.');
    expect(
      keys().filter((key) => localStorage.getItem(key)?.includes('Ensimmäiseen.')),
    ).to.have.length(1);
    expect(textOf(page)).to.equal('Toiseen.');
  });

  it('is gone once it has been sent', async () => {
    const page = await openReply(await send());
    await page.write('Lähtee.');
    await isKept('Lähtee.');
    await page.sendByKeys();
    await page.reads('Vastauksesi on lähetetty.');
    expect(keys()).to.deep.equal([]);
  });

  it('is gone after a day', async () => {
    const id = await writeAndLeave('Eilinen.');
    for (const key of keys())
      localStorage.setItem(
        key,
        (localStorage.getItem(key) ?? '').replace(
          /"savedAt":\d+/,
          `"savedAt":${Date.now() - 24 * 60 * 60 * 1000}`,
        ),
      );
    const page = await openReply(id);
    await isEmpty();
    expect(textOf(page)).to.equal('');
  });

  it('is seen by nobody else on the same computer, and removed when somebody else comes', async () => {
    await writeAndLeave('Vain minulle.');
    const page = await open({ id: await send({}, 'other-tenant'), user: 'other-tenant' });
    await page.reads('Vastauksesi');
    await isEmpty();
    expect(textOf(page)).to.equal('');
  });

  it('is not kept with drafts="none"', async () => {
    const page = await openReply(await send(), 'none');
    await page.write('Ei talteen.');
    await page.sendByKeys();
    await page.reads('Vastauksesi on lähetetty.');
    await page.write('Ei tätäkään.');
    expect(keys()).to.deep.equal([]);
  });

  it('is removed by clearDrafts() of the provider, as when the person signs out', async () => {
    await writeAndLeave('Pois.');
    const provider = await fixture<SupportProvider>(html`<support-provider></support-provider>`);
    provider.clearDrafts();
    expect(keys()).to.deep.equal([]);
  });

  it('stands beside the draft of a new request: neither removes the other', async () => {
    const id = await writeAndLeave('Vastaus kesken.');
    const form = await openReadyForm({ keepStorage: true });
    await form.writeProblem();
    await form.reads(/Luonnos tallennettu klo/);
    fixtureCleanup();
    const page = await openReply(id);
    await page.reads('Kirjoittamasi teksti on palautettu.');
    expect(textOf(page)).to.equal('Vastaus kesken.');
    fixtureCleanup();
    const again = await openReadyForm({ keepStorage: true });
    await again.reads('Luonnos palautettu');
    expect(again.control('Ongelma lyhyesti').value).to.equal('tilikauden avaaminen ei onnistu');
  });

  it('starts empty where the storage holds something that is no reply', async () => {
    const id = await writeAndLeave('Rikki.');
    for (const key of keys()) localStorage.setItem(key, '{"savedAt": "eilen"}');
    const page = await openReply(id);
    await isEmpty();
    expect(textOf(page)).to.equal('');
  });
});
