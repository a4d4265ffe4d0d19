import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { png } from '../tools/file-bytes.js';
import { waitUntil } from '../tools/wait-until.js';
import { inOneBrowser } from './browsers.js';
import { signIn, type Person } from './customer.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';
import { savedFiles, watchSaving } from './saved-files.js';

describe('support requests at the agent desk', () => {
  let portal: ClockedPages;
  let folder: string;
  let picture: string;
  let customer: Person;
  before(async () => {
    portal = await startClockedPages();
    customer = await signIn(portal.endpoint, 'main-user');
    folder = await mkdtemp(join(tmpdir(), 'support-picture-'));
    picture = join(folder, 'ohje.png');
    await writeFile(picture, await png({ width: 40, height: 30 }));
  });
  after(async () => {
    await portal.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('give nobody at the desk a file that belongs to no request', async () => {
    const agent = await signIn(portal.endpoint, 'agent');
    const { id } = await customer.upload('kesken.png', await png());
    for (const path of [`/staff/attachments/${id}`, `/attachments/${id}`])
      assert.equal((await agent.fetch(path)).status, 404, path);
    await customer.request('kesken', [{ id, name: 'kesken.png', content: Buffer.of() }]);
    assert.equal((await agent.fetch(`/staff/attachments/${id}`)).status, 200);
  });

  inOneBrowser((_name, open) => {
    it('are read with their files, handled and answered, and the customer sees it', async () => {
      const summary = 'tilikauden avaaminen ei onnistu';
      const subject = `Visma Fivaldi Kirjanpito, ${summary}`;
      const sent = await customer.upload('näyttökuva.png', await png({ width: 64, height: 48 }));
      const id = await customer.request(summary, [sent]);
      const page = await open();
      await page.goto(`${portal.origin}/agent-desk/`);
      await page.waitForText('Asiakaspalvelijan työpöytä');
      await watchSaving(page);
      await page.click('link', subject);
      await page.waitForText('Yritin avata tilikauden 2026.');
      await page.click('button', 'Tallenna näyttökuva.png');
      await page.waitForText('Ei vielä tapahtumia.');

      await page.select('Tila', 'Käsittelyssä');
      await page.fill('HelpDesk-numero (valinnainen)', 'HD-4711');
      await page.click('button', 'Tallenna muutokset');
      await page.waitForText('Muutokset on tallennettu.');
      const handled = await customer.read(id);
      assert.deepEqual(
        [
          handled.status,
          handled.helpDeskNumber,
          handled.timeline.map(({ kind, text }) => [kind, text]),
        ],
        ['inProgress', 'HD-4711', [['status', 'Käsittelyssä']]],
      );

      await page.fill('Teksti', 'Avaa tilikausi näin.');
      await page.attach([picture]);
      await page.click('button', 'Valmis');
      await page.waitForText(/ohje\.png · 40/);
      await page.click('button', 'Lähetä asiakkaalle');
      await page.waitForText('Lähetetty asiakkaalle.');
      const answered = (await customer.read(id)).timeline.at(-1);
      assert.deepEqual(
        [answered?.text, answered?.author, answered?.attachments.map((file) => file.name)],
        ['Avaa tilikausi näin.', { name: 'Laura Niemi', side: 'support' }, ['ohje.png']],
      );
      assert.equal(
        (await customer.fetch(`/attachments/${answered?.attachments[0]?.id}`)).status,
        200,
      );

      await page.click('radio', 'Ehdotus maksullisesta työstä');
      await page.fill('Teksti', 'Korjaus vie kaksi tuntia.');
      await page.click('button', 'Lähetä asiakkaalle');
      await page.waitForText('Lähetetty asiakkaalle.');
      const proposed = (await customer.read(id)).timeline.find(
        ({ kind }) => kind === 'chargeableProposal',
      );
      assert.ok(proposed);
      await customer.reply(id, 'Sopii.', [], proposed.id);
      const reply = await customer.upload('vieläkin.png', await png({ width: 50, height: 20 }));
      await customer.reply(id, 'Ei onnistu vieläkään.', [reply]);
      await page.click('link', '← Kaikki tukipyynnöt');
      await page.click('link', subject);
      await page.waitForText('Vahvistaa ehdotuksen maksullisesta työstä:');
      await page.waitForText('Ei onnistu vieläkään.');
      await page.click('button', 'Tallenna vieläkin.png');
      const saved = await savedFiles(page, 2);
      assert.deepEqual(
        saved.map((file) => [file.name, file.content.toString('base64')]),
        [sent, reply].map((file) => [file.name, file.content.toString('base64')]),
      );
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });

    it('stand with the critical ones first, and one is shown with what is known of it, company names and pictures', async () => {
      const shown = await customer.upload('tase.png', await png({ width: 64, height: 48 }));
      await customer.request('kirjanpito on pysähtynyt', [shown], true);
      await customer.request('tuli myöhemmin');
      const page = await open();
      await page.goto(`${portal.origin}/agent-desk/`);
      await page.waitForText('Avoimet kriittiset');
      const subjects = await page.evaluate(() =>
        [...document.querySelectorAll('.requests a')].map(({ textContent }) => textContent),
      );
      assert.equal(subjects[0], 'kiireellinen Visma Fivaldi Kirjanpito, kirjanpito on pysähtynyt');
      assert.equal(new Set(subjects).size, subjects.length);
      await page.click('link', subjects[0] ?? '');
      await page.waitForText('1234 Kahvila Kulma Oy');
      await page.click('button', 'Suurenna: tase.png');
      await page.click('button', 'Sulje');
      assert.equal(await page.count('button', 'Suurenna: tase.png'), 1);
      await page.setViewport(480, 800);
      assert.equal(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        true,
      );
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });

    it('keep what is written and attached while an answer is on its way', async () => {
      const id = await customer.request('kesken lähetyksen');
      const page = await open();
      await page.goto(`${portal.origin}/agent-desk/#support-requests/${id}`);
      await page.fill('Teksti', 'Ensimmäinen.');
      await page.evaluate(() => {
        const send = globalThis.fetch;
        const released = new Promise((resolve) => addEventListener('release', resolve));
        globalThis.fetch = async (input, init) => {
          const url = input instanceof Request ? input.url : String(input);
          if (url.includes('/messages/')) await released;
          return send(input, init);
        };
      });
      await page.click('button', 'Lähetä asiakkaalle');
      await page.fill('Teksti', 'Toinen.');
      await page.attach([picture]);
      await page.click('button', 'Valmis');
      await page.waitForText(/ohje\.png · 40/);
      await page.evaluate(() => void dispatchEvent(new Event('release')));
      await page.waitForText('Lähetetty asiakkaalle.');
      await page.waitForText('Ensimmäinen.');
      await page.waitForText(/ohje\.png · 40/);
      await page.click('button', 'Lähetä asiakkaalle');
      await waitUntil(
        async () => (await customer.read(id)).timeline.length === 2,
        'The second answer never came.',
      );
      assert.deepEqual(
        (await customer.read(id)).timeline.map(({ text, attachments }) => [
          text,
          attachments.length,
        ]),
        [
          ['Ensimmäinen.', 0],
          ['Toinen.', 1],
        ],
      );
    });
  });
});
