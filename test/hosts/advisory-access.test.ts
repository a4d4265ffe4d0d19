import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { chosenBrowsers } from '../tools/browsers.mjs';
import { forEachBrowser, type Page } from './browsers.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';
import { launch, openPage } from './playwright-page.js';

const HOUR = 3_600_000;
/** One poll and a second. */
const SOON = 6_000;

const { chromium, firefox } = chosenBrowsers();
/** WebKit has one page at a time, so support has a browser of its own. */
const agents = chromium
  ? ({ name: 'chromium', program: chromium } as const)
  : firefox
    ? ({ name: 'firefox', program: firefox } as const)
    : undefined;

/** What the gate answers about a company of the customer's. */
async function mayLook(agent: Page, company: string): Promise<'yes' | 'no'> {
  await agent.fill('Yritysnumero', company);
  await agent.click('button', 'Kysy');
  await agent.waitForText(/Kyllä\. Oikeus päättyy|Ei\. Tähän ei ole nyt/);
  return /Kyllä\. Oikeus päättyy/.test(await agent.text()) ? 'yes' : 'no';
}

/** A person presses the label; the radio button itself lies beneath it. Runs in the page. */
function chooseOneHour(): void {
  const radios = document
    .querySelector('advisory-access-approval')
    ?.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio][value="1"]');
  for (const radio of radios ?? []) radio.click();
}

if (agents) {
  describe('support and a customer, side by side', () => {
    let pages: ClockedPages;
    let browser: Awaited<ReturnType<typeof launch>>;

    before(async () => {
      browser = await launch(agents.name, agents.program);
    });
    after(() => browser.close());
    beforeEach(async () => {
      pages = await startClockedPages();
    });
    afterEach(() => pages.stop());

    forEachBrowser((name, open) => {
      it(`go from a request to access for two of three companies, for an hour and no longer, in ${name}`, async () => {
        const reason = `Selvitämme tilikauden avaamista (${name})`;
        const customer = await open();
        const agent = await openPage(agents.name, browser, {});
        await customer.goto(`${pages.origin}/customer-portal/?user=other-tenant`);
        await customer.waitForText(/Neuvontaoikeuksia ei ole pyydetty/);
        await agent.goto(`${pages.origin}/agent-desk/#advisory-access`);
        await agent.waitForText('Kirjanpito');

        await agent.select('Asiakas', 'Kirjanpito Virta Oy');
        await agent.fill('Perustelu asiakkaalle', reason);
        await agent.click('button', 'Lähetä pyyntö');
        await agent.waitForText('Pyyntö on lähetetty asiakkaalle.');
        const sent = performance.now();
        await customer.waitForText(reason);
        const waited = performance.now() - sent;
        console.log(`The request appeared after ${Math.round(waited)} ms in ${name}.`);
        assert.ok(waited <= SOON, `${waited} ms`);

        await agent.select('Kenen ympäristö', 'Kirjanpito Virta Oy');
        assert.equal(await mayLook(agent, '2201'), 'no');
        await customer.click('checkbox', '2203 Tilausajot Hyvönen Ky');
        await customer.evaluate(chooseOneHour);
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
        await agent.close();
      });
    });
  });
}
