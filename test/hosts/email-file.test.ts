import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import PostalMime from 'postal-mime';
import { png } from '../tools/file-bytes.js';
import { forEachBrowser, inOneBrowser } from './browsers.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';
import { savedFiles, watchSaving } from './saved-files.js';

describe('the e-mail file in the customer portal [guide 1.1]', () => {
  let portal: ClockedPages;
  let folder: string;
  let picture: string;
  before(async () => {
    portal = await startClockedPages();
    folder = await mkdtemp(join(tmpdir(), 'support-picture-'));
    picture = join(folder, 'näyttökuva.png');
    await writeFile(picture, await png());
  });
  after(async () => {
    await portal.stop();
    await rm(folder, { recursive: true, force: true });
  });

  forEachBrowser((_name, open) => {
    it('is saved with the picture in it, under the strict policy, by who hands the request over', async () => {
      const page = await open();
      await page.goto(
        `${portal.origin}/customer-portal/?user=accountant&application=kirjanpito&company=1234`,
      );
      await page.waitForText('Aino Virtanen');
      await watchSaving(page);
      await page.fill('Ongelma lyhyesti', 'tilikauden äkillinen sulkeutuminen');
      await page.fill('Kuvaus', 'Yritin avata tilikauden 2026.');
      await page.attach([picture]);
      await page.click('button', 'Valmis');
      await page.waitForText('Liitteet ovat mukana vain sähköpostitiedostossa.');
      await page.click('button', 'Tallenna sähköpostitiedostona');
      await page.waitForText('Vastaanottaja:');
      const [file, ...others] = await savedFiles(page);
      assert.equal(file?.name, 'Tukipyyntö tilikauden äkillinen sulkeutuminen.eml');
      assert.deepEqual(others, []);
      const { to, subject, text, attachments } = await PostalMime.parse(file.content);
      assert.deepEqual(to, [{ name: 'Maija Mäkelä', address: 'maija.makela@ayras.fi' }]);
      assert.equal(subject, 'Visma Fivaldi Kirjanpito, tilikauden äkillinen sulkeutuminen');
      assert.match(text ?? '', /Yritin avata tilikauden 2026\./);
      assert.deepEqual(
        attachments.map(({ filename }) => filename),
        ['näyttökuva.png'],
      );
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });
  });

  inOneBrowser((_name, open) => {
    it("says what can be done instead where it can't be made, since its part can't be loaded", async () => {
      const page = await open();
      await page.goto(`${portal.origin}/customer-portal/?user=accountant`);
      await page.waitForText('Aino Virtanen');
      await page.waitForText('Näytä tukipyyntö tekstinä');
      // With the first letter the part is loaded, so that it is there when the line breaks.
      await page.setOffline(true);
      await page.fill('Ongelma lyhyesti', 'tilikausi');
      await page.click('button', 'Tallenna sähköpostitiedostona');
      await page.waitForText('sähköpostitiedostoa ei voitu luoda.');
      await page.waitForText('Avaa tukipyyntö sähköpostina tai kopioi se tekstinä');
    });
  });
});
