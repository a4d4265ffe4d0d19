import { expect } from '@open-wc/testing';
import type { SupportRequest } from '../../src/contract/support-requests.js';
import { openGate } from '../tools/gate.js';
import { press } from '../tools/input.js';
import { slowly } from '../tools/slow-file.js';
import { waitUntil } from '../tools/wait-until.js';
import { openAttach, paste, screenshot, transfer } from './screenshot-attach/attach-page.js';
import { Downloads, picturesOf } from './support-request-form/email-page.js';
import { detailOf, openReadyForm, type FormPage } from './support-request-form/form-page.js';
import { messagesOf, open, send } from './support-request-list/list-page.js';

const notAPicture = () => new File(['<!doctype html><p>Not a picture'], 'logo.png');

/** A written form to which a slow file has just been handed. */
async function formWith(
  given: File,
  options: Parameters<typeof openReadyForm>[0] = {},
): Promise<{ page: FormPage; read: () => void }> {
  const page = await openReadyForm(options);
  const pictures = await picturesOf(page);
  await page.writeProblem();
  const { file, read } = slowly(given);
  void pictures.element.addFiles([file, await screenshot('toinen.png')]);
  return { page, read };
}

const waiting = 'Tukipyyntö lähetetään heti, kun ne ovat valmiita';
const receipt = /Vastaanotettu: FIV-/;

describe('what a person has handed over before they send', () => {
  it('is waited for by a support request, with what they write until then', async () => {
    const { page, read } = await formWith(await screenshot('eka.png'));
    const submitted = detailOf<SupportRequest>(page.element, 'support-request-submit');
    await page.press('Lähetä tukipyyntö');
    await page.reads(waiting);
    await expect(page.element).to.be.accessible();
    await page.write('Kuvaus', 'Lisäsin tämän odottaessa.');
    await page.key('Kuvaus', 'Control+Enter');
    read();
    await page.reads(receipt);
    const { description, attachments } = await submitted;
    expect([description, attachments.map(({ name }) => name)]).to.deep.equal([
      'Lisäsin tämän odottaessa.',
      ['eka.png', 'toinen.png'],
    ]);
  });

  it('is waited for where they press the keys twice: once for the picture, once for the request', async () => {
    const page = await openReadyForm();
    const pictures = await picturesOf(page);
    await page.writeProblem();
    const submitted = detailOf<SupportRequest>(page.element, 'support-request-submit');
    paste(page.control('Kuvaus'), transfer([await screenshot('', { width: 3840, height: 2160 })]));
    await waitUntil(() => pictures.root.querySelector('dialog[open]'), 'The editor never opened');
    await press('Control+Enter');
    await press('Control+Enter');
    await page.reads(receipt);
    expect((await submitted).attachments).to.have.length(1);
  });

  it('is waited for no longer once they stop it, and nothing is lost', async () => {
    const { endpoint, requests } = await openGate();
    const { page, read } = await formWith(await screenshot('eka.png'), { endpoint });
    await page.press('Lähetä tukipyyntö');
    await page.reads(waiting);
    await page.press('Peruuta');
    await waitUntil(() => page.focused?.id === 'send', 'The focus is elsewhere');
    expect(page.text).not.to.include(waiting);
    read();
    await (await picturesOf(page)).holds(2);
    expect((await requests()).some(({ path }) => path.startsWith('/support-requests/'))).to.equal(
      false,
    );
    await page.press('Lähetä tukipyyntö');
    await page.reads(receipt);
  });

  it('is looked at again before a request goes without it, where it could not be attached', async () => {
    const { page, read } = await formWith(notAPicture());
    await page.press('Lähetä tukipyyntö');
    await page.reads(waiting);
    read();
    await page.reads('Tukipyyntöä ei ole vielä lähetetty');
    await waitUntil(() => page.focused?.id === 'problems', 'The focus is elsewhere');
    await page.press('Lähetä tukipyyntö');
    await page.reads(receipt);
  });

  it('is dropped where the form is reset while it waits, and nothing is sent', async () => {
    const { endpoint, requests } = await openGate();
    const { page, read } = await formWith(await screenshot('eka.png'), { endpoint });
    const submission = page.element.submit();
    await page.reads(waiting);
    page.element.reset();
    read();
    await submission;
    await page.reads('Lähetä tukipyyntö');
    expect(page.text).not.to.include(waiting);
    expect((await picturesOf(page)).names).to.deep.equal([]);
    expect((await requests()).filter(({ method }) => method === 'PUT')).to.deep.equal([]);
  });

  it('is waited for by a reply', async () => {
    const id = await send();
    const page = await open({ id });
    await page.attach('eka.png');
    const { file, read } = slowly(await screenshot('toka.png'));
    const attach = page.find<HTMLElementTagNameMap['screenshot-attach']>('screenshot-attach');
    void attach.addFiles([file]);
    await page.sendByKeys();
    await page.reads('Vastaus lähetetään heti, kun ne ovat valmiita');
    await page.write('Kaksi kuvaa.');
    read();
    await page.reads('Vastauksesi on lähetetty.');
    expect(
      (await messagesOf(id)).map(({ text, attachments }) => [
        text,
        attachments.map(({ name }) => name),
      ]),
    ).to.deep.equal([['Kaksi kuvaa.', ['eka.png', 'toka.png']]]);
  });

  it('is looked at again before a reply goes without it, where it could not be attached', async () => {
    const page = await open({ id: await send() });
    await page.attach('eka.png');
    const { file, read } = slowly(notAPicture());
    const attach = page.find<HTMLElementTagNameMap['screenshot-attach']>('screenshot-attach');
    void attach.addFiles([file]);
    await page.sendByKeys();
    read();
    await page.reads('Vastausta ei ole vielä lähetetty');
    await page.sendByKeys();
    await page.reads('Vastauksesi on lähetetty.');
  });

  it('is told to come too late while the request is being sent, and is in the form again where that is cancelled', async () => {
    const { endpoint, release } = await openGate([
      { method: 'PUT', path: '/support-requests/*', fault: 'hold', times: 9 },
    ]);
    const page = await openReadyForm({ endpoint });
    await picturesOf(page);
    await page.writeProblem();
    const late = async () => {
      await page.press('Lähetä tukipyyntö');
      await waitUntil(() => page.focused?.id === 'sending', 'Nothing is being sent');
      paste(page.focused ?? page.element, transfer([await screenshot('', { width: 60 })]));
      await page.reads('Tukipyyntöä lähetetään jo, joten lisäyksesi ei ehdi mukaan.');
    };
    await late();
    await page.press('Peruuta');
    const pictures = await picturesOf(page);
    await waitUntil(() => pictures.root.querySelector('dialog[open]'), 'The editor never opened');
    await press('Control+Enter');
    await pictures.holds(1);
    await late();
    await release();
    await page.reads('se ei ehtinyt mukaan.');
    await page.press('Uusi tukipyyntö');
    expect((await picturesOf(page)).names).to.deep.equal([]);
  });

  it('stays for another reply where it comes while one is on its way', async () => {
    const id = await send();
    const { endpoint, release, received } = await openGate([
      { method: 'PUT', path: '/support-requests/*', fault: 'hold' },
    ]);
    const page = await open({ id, endpoint });
    await page.attach('eka.png');
    await page.sendByKeys();
    await received({ method: 'PUT', path: '/support-requests/*' });
    const { file, read } = slowly(await screenshot('toka.png'));
    const attach = page.find<HTMLElementTagNameMap['screenshot-attach']>('screenshot-attach');
    void attach.addFiles([file]);
    await release();
    await page.reads('Vastauksesi on lähetetty. Sen jälkeen lisäämäsi on yhä tässä');
    read();
    await waitUntil(() => page.attached.join() === 'toka.png', 'It is not there');
    await page.sendByKeys();
    await page.reads('Vastauksesi on lähetetty.');
    expect(
      (await messagesOf(id)).map(({ attachments }) => attachments.map(({ name }) => name)),
    ).to.deep.equal([['eka.png'], ['toka.png']]);
  });

  it('is waited for by a file that is handed over to the main user', async () => {
    const downloads = new Downloads();
    try {
      const { page, read } = await formWith(await screenshot('eka.png'), { user: 'accountant' });
      await page.press('Tallenna sähköpostitiedostona');
      await page.reads('Tiedosto tallennetaan heti, kun ne ovat valmiita');
      await page.write('Kuvaus', 'Lisäsin tämän odottaessa.');
      read();
      const { text, attachments } = await downloads.mail();
      expect(text).to.include('Lisäsin tämän odottaessa.');
      expect(attachments.map(({ filename }) => filename)).to.deep.equal(['eka.png', 'toinen.png']);
    } finally {
      downloads.restore();
    }
  });

  it('is told to who copies or opens a request that is handed over, and when it is ready', async () => {
    const { page, read } = await formWith(await screenshot('eka.png'), { user: 'accountant' });
    await page.press('Kopioi tukipyyntö tekstinä');
    await page.reads('Odota hetki: kuvia käsitellään.');
    const link = page.root.querySelector('#hand-over a[href^="mailto:"]');
    let isOpened: boolean | undefined;
    link?.addEventListener('click', (event) => {
      queueMicrotask(() => (isOpened = !event.defaultPrevented));
    });
    await page.click(link ?? expect.fail('There is no link'));
    expect(isOpened).to.equal(false);
    read();
    await page.reads('Kuvat ovat valmiit. Voit nyt avata tai kopioida tukipyynnön.');
    await page.press('Kopioi tukipyyntö tekstinä');
    await page.reads(/Tukipyyntö kopioitu tekstinä|selain ei sallinut kopiointia/);
    expect(page.text).to.not.include('Kuvat ovat valmiit.');
  });

  it('is waited for where a page asks whether everything is in the list', async () => {
    const page = await openAttach();
    const { file, read } = slowly(await screenshot('eka.png'));
    void page.element.addFiles([file]);
    expect(page.element.isPreparing).to.equal(true);
    const isWhole = page.element.prepared();
    read();
    expect([await isWhole, page.names]).to.deep.equal([true, ['eka.png']]);
    const stopped = page.element.prepared();
    expect(await stopped).to.equal(true);
  });
});
