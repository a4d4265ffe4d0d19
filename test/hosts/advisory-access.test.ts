import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { waitUntil } from '../tools/wait-until.js';
import { hasSeveralPages, inOneBrowser, type Page } from './browsers.js';
import { chooseEnd } from './choose-end.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';

const HOUR = 3_600_000;
/** What the gate answers about a company of the customer's. */
async function mayLook(agent: Page, company: string): Promise<'yes' | 'no'> {
  await agent.fill('Yritysnumero', company);
  await agent.click('button', 'Tarkista');
  await agent.waitForText(/Kyllä\. Oikeus päättyy|Ei\. Tähän ei ole voimassa/);
  return /Kyllä\. Oikeus päättyy/.test(await agent.text()) ? 'yes' : 'no';
}

function chooseTwoPeople(): void {
  document
    .querySelector('advisory-access-approval')
    ?.shadowRoot?.querySelector<HTMLInputElement>('#approvers input[value="2"]')
    ?.click();
}

if (hasSeveralPages) {
  describe('support and a customer, side by side', () => {
    let pages: ClockedPages;

    before(async () => {
      pages = await startClockedPages({ polling: { approval: 1, badge: 1 } });
    });
    after(() => pages.stop());

    inOneBrowser((_name, open) => {
      it('go from a request to access for two of three companies, for an hour and no longer', async () => {
        const reason = 'Selvitämme tilikauden avaamista';
        const customer = await open();
        const agent = await open();
        await customer.goto(`${pages.origin}/customer-portal/?user=other-tenant#neuvontaoikeudet`);
        await customer.waitForText(/Ei neuvontaoikeuspyyntöjä/);
        await agent.goto(`${pages.origin}/agent-desk/#advisory-access`);
        await agent.waitForText('Kirjanpito');

        await agent.select('Asiakas', 'Kirjanpito Virta Oy');
        await agent.fill('Perustelu asiakkaalle', reason);
        await agent.click('button', 'Lähetä pyyntö');
        await agent.waitForText('Pyyntö on lähetetty asiakkaalle.');
        // By itself: nothing on the customer's page is touched.
        await customer.waitForText(reason);

        await agent.select('Asiakkaan ympäristö', 'Kirjanpito Virta Oy');
        assert.equal(await mayLook(agent, '2201'), 'no');
        await customer.click('checkbox', '2203 Tilausajot Hyvönen Ky');
        await customer.evaluate(chooseEnd, '1');
        await customer.waitForText(/2 yritykseen/);
        await customer.click('button', 'Hyväksy rajattuna');
        await agent.waitForText('Voimassa');

        const answers = async () => [
          await mayLook(agent, '2201'),
          await mayLook(agent, '2202'),
          await mayLook(agent, '2203'),
        ];
        assert.deepEqual(await answers(), ['yes', 'yes', 'no']);
        pages.later(HOUR);
        assert.deepEqual(await answers(), ['no', 'no', 'no']);
        await agent.waitForText('Päättynyt');

        for (const page of [customer, agent]) {
          assert.deepEqual(await page.violations(), []);
          assert.deepEqual(await page.errors(), []);
        }
      });

      it('need the word of two people once the customer says so: one lets nobody in, both grant what both chose', async () => {
        const reason = 'Selvitämme palkanlaskennan virhettä';
        const agent = await open();
        const maija = await open();
        const kaisa = await open();
        await agent.goto(`${pages.origin}/agent-desk/#advisory-access`);
        await maija.goto(`${pages.origin}/customer-portal/?user=main-user#neuvontaoikeudet`);
        await kaisa.goto(`${pages.origin}/customer-portal/?user=second-granter#neuvontaoikeudet`);
        // What the demonstration asks is answered first.
        await maija.click('button', 'Pyydä lisätietoja');
        await maija.fill('Kysymyksesi', 'Mitä katsotte?');
        await maija.click('button', 'Lähetä kysymys');
        await maija.click('button', 'Selvä');
        await maija.click('button', 'Asetukset');
        await maija.waitForText('Kaksi henkilöä');
        await maija.evaluate(chooseTwoPeople);
        await maija.waitForText('Tallennettu.');
        assert.doesNotMatch(await kaisa.text(), /Asetukset/);

        await agent.select('Asiakas', 'Tilitoimisto Äyräs Oy');
        await agent.fill('Perustelu asiakkaalle', reason);
        await agent.click('button', 'Lähetä pyyntö');
        await maija.waitForText(reason);
        await maija.waitForText(
          /vasta, kun toinenkin henkilö hyväksyy\. Muut hyväksyjät: Kaisa Korhonen/,
        );
        await kaisa.click('button', 'Selvä');
        await kaisa.waitForText(reason);
        await maija.click('checkbox', '9012 Rakennus Öhman Oy');
        await maija.evaluate(chooseEnd, 'asked');
        await maija.click('button', 'Hyväksy rajattuna');
        await maija.waitForText('Olet hyväksynyt pyynnön');
        // It waits for the other one's word alone.
        await waitUntil(
          async () => !/odottaa hyväksyntää/.test(await maija.text()),
          'What one has approved still waits for them',
        );
        assert.match(await kaisa.text(), /1 odottaa hyväksyntää/);
        await agent.select('Asiakkaan ympäristö', 'Tilitoimisto Äyräs Oy');
        assert.equal(await mayLook(agent, '1234'), 'no');

        // Kaisa had the whole request before her: she sees what Maija left of it.
        await kaisa.waitForText('Joku muu on hyväksynyt pyynnön');
        await kaisa.click('button', 'Katso, mitä hyväksyttiin');
        await kaisa.waitForText('Hyväksynyt: Maija Mäkelä');
        assert.doesNotMatch(await kaisa.text(), /9012/);
        await kaisa.click('checkbox', '5678 Äänekosken Sähkö Ky');
        await kaisa.click('button', 'Hyväksy rajattuna');
        await kaisa.waitForText('Oikeus on myönnetty');
        assert.deepEqual(
          [
            await mayLook(agent, '1234'),
            await mayLook(agent, '5678'),
            await mayLook(agent, '9012'),
          ],
          ['yes', 'no', 'no'],
        );
        for (const page of [maija, kaisa, agent]) {
          assert.deepEqual(await page.violations(), []);
          assert.deepEqual(await page.errors(), []);
        }
      });
    });
  });
}
