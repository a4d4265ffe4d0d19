import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Email } from 'postal-mime';
import { Mailbox } from '../server/tools/mailbox.js';
import { png } from '../tools/file-bytes.js';
import { waitUntil } from '../tools/wait-until.js';
import { hasSeveralPages, inOneBrowser } from './browsers.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';
import { signIn, type Person } from './customer.js';
import { savedFiles, watchSaving } from './saved-files.js';

/** What would be sent, in base64. Runs in the page. */
async function attachedPicture(): Promise<string> {
  const [file] =
    document.querySelector('support-request-list')?.shadowRoot?.querySelector('screenshot-attach')
      ?.files ?? [];
  let letters = '';
  for (const byte of new Uint8Array((await file?.arrayBuffer()) ?? []))
    letters += String.fromCharCode(byte);
  return btoa(letters);
}

const base64 = (content: Email['attachments'][number]['content']): string =>
  typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('base64');

if (hasSeveralPages) {
  describe('a request between the agent desk and the list in the customer portal', () => {
    let mailbox: Mailbox;
    let pages: ClockedPages;
    let customer: Person;
    let folder: string;
    let picture: string;

    before(async () => {
      mailbox = await Mailbox.open({ secure: false, hideTls: true });
      const smtp = {
        url: mailbox.url,
        to: 'helpdesk@visma.example',
        from: { name: 'Tukipyynnöt', address: 'helpdesk@visma.example' },
      };
      pages = await startClockedPages({ relay: { smtp }, polling: { approval: 1, badge: 1 } });
      customer = await signIn(pages.endpoint, 'main-user');
      folder = await mkdtemp(join(tmpdir(), 'support-picture-'));
      picture = join(folder, 'lisätieto.png');
      await writeFile(picture, await png({ width: 40, height: 30 }));
    });
    after(async () => {
      await pages?.stop();
      await mailbox?.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** The mail that holds these words, once it is in the mailbox. */
    async function mailWith(words: string): Promise<Email> {
      const mail = () => mailbox.known.find(({ text }) => text?.includes(words));
      await waitUntil(mail, `No mail says "${words}".`);
      return mail() ?? assert.fail();
    }

    inOneBrowser((_name, open) => {
      it("shows the agent's status by itself, and brings a reply with its picture to the desk and the mailbox", async () => {
        const summary = 'tilikausi ei aukea';
        const subject = `Visma Fivaldi Kirjanpito, ${summary}`;
        const words = 'Virhe näkyy yhä.';
        const sent = await customer.upload(
          'näyttökuva – äöå.png',
          await png({ width: 64, height: 48 }),
        );
        await customer.request(summary, [sent]);
        const page = await open();
        const agent = await open();
        await page.goto(`${pages.origin}/customer-portal/#tukipyynnot`);
        await page.click('button', subject);
        await page.waitForText('Yritin avata tilikauden 2026.');
        await watchSaving(page);
        await page.click('button', 'Tallenna näyttökuva – äöå.png');
        await page.waitForText(/^Ladattu, |\nLadattu, /);
        const saved = (await savedFiles(page)).map(({ name, content }) => [
          name,
          content.toString('base64'),
        ]);
        assert.deepEqual(saved, [[sent.name, sent.content.toString('base64')]]);

        await agent.goto(`${pages.origin}/agent-desk/`);
        await agent.click('link', subject);
        await agent.select('Tila', 'Käsittelyssä');
        await agent.click('button', 'Tallenna muutokset');
        await agent.waitForText('Muutokset on tallennettu.');
        await page.waitForText('Tila: Käsittelyssä');

        await page.fill('Vastauksesi', words);
        await page.waitForText('Valitse tiedostot');
        await page.attach([picture]);
        await page.click('button', 'Valmis');
        await page.waitForText(/lisätieto\.png · 40/);
        const shown = await page.evaluate(attachedPicture);
        await page.click('button', 'Lähetä vastaus');
        await page.waitForText('Vastauksesi on lähetetty.');

        await agent.goto('about:blank');
        await agent.goto(`${pages.origin}/agent-desk/`);
        await agent.click('link', subject);
        await agent.waitForText(words);
        await watchSaving(agent);
        await agent.click('button', 'Tallenna lisätieto.png');
        const atDesk = (await savedFiles(agent)).map((file) => [
          file.name,
          file.content.toString('base64'),
        ]);
        assert.deepEqual(atDesk, [['lisätieto.png', shown]]);
        const { attachments } = await mailWith(words);
        assert.deepEqual(
          attachments.map(({ filename, content }) => [filename, base64(content)]),
          [['lisätieto.png', shown]],
        );
        for (const each of [page, agent]) {
          assert.deepEqual(await each.violations(), []);
          assert.deepEqual(await each.errors(), []);
        }
      });
    });
  });
}
