import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { waitUntil } from '../tools/wait-until.js';
import { forEachBrowser, inOneBrowser, type Page } from './browsers.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';

const example = 'kiireellinen Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu';
const numberIn = (text: string): string =>
  /Vastaanotettu: (FIV-\d{4}-\d+)/.exec(text)?.[1] ?? assert.fail(`No number in: ${text}`);

/** The headers of Maija, who may send requests. */
async function signedIn(portal: ClockedPages): Promise<Record<string, string>> {
  const answer = await fetch(`${portal.endpoint}/demo/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'main-user' }),
  });
  const { token } = (await answer.json()) as { token: string };
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
}

/** The subjects of all requests of that number, read back one by one. */
async function subjects(portal: ClockedPages, number: string): Promise<string[]> {
  const headers = await signedIn(portal);
  const list = (await (await fetch(`${portal.endpoint}/support-requests`, { headers })).json()) as {
    items: { id: string; number: string }[];
  };
  return Promise.all(
    list.items
      .filter((item) => item.number === number)
      .map(async ({ id }) => {
        const one = await fetch(`${portal.endpoint}/support-requests/${id}`, { headers });
        return ((await one.json()) as { subject: string }).subject;
      }),
  );
}

/** Presses Tab until the focus is on a control of the form. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.press('Tab');
    const focused = await page.evaluate(
      () => document.querySelector('support-request-form')?.shadowRoot?.activeElement?.id,
    );
    if (focused === id) return;
  }
  assert.fail(`Tab never came to "${id}".`);
}

describe('the customer portal', () => {
  let portal: ClockedPages;
  before(async () => {
    portal = await startClockedPages();
  });
  after(() => portal.stop());

  forEachBrowser((_name, open) => {
    it("takes the guide's own example from a person to a number, under the strict policy", async () => {
      const page = await open();
      await page.goto(`${portal.origin}/customer-portal/`);
      await page.waitForText('Maija Mäkelä');
      await page.click('checkbox', /^Asia on kriittinen/);
      await page.select('Sovellus', 'Kirjanpito');
      await page.fill('Yritysnumerot', '1234');
      await page.fill('Ongelma lyhyesti', 'tilikauden avaaminen ei onnistu');
      await page.fill('Kuvaus', 'Yritin avata tilikauden 2026 kohdassa Perustiedot | Tilikaudet.');
      await page.waitForText(example);
      await page.click('button', 'Lähetä tukipyyntö');
      await page.waitForText(/Vastaanotettu: FIV-/);
      assert.deepEqual(await subjects(portal, numberIn(await page.text())), [example]);
      await page.click('button', 'Seuraa tukipyyntöä');
      await page.waitForText('Lähetetyt tiedot');
      // What was asked for stands in the upper half of the window, with the focus on its heading.
      const heading = () =>
        page.evaluate(() => {
          const root = document.querySelector('support-request-list')?.shadowRoot;
          const focused = root?.activeElement;
          return { id: focused?.id, top: focused?.getBoundingClientRect().top ?? -1 };
        });
      await waitUntil(async () => {
        const { id, top } = await heading();
        return id === 'request' && top >= 0 && top < 400;
      }, 'The heading of the request is not in the upper half of the window');
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });

    it('can be used by keyboard alone', async () => {
      const page = await open();
      await page.goto(`${portal.origin}/customer-portal/`);
      await page.waitForText('Maija Mäkelä');
      await tabTo(page, 'summary');
      await page.type('raportti jää tyhjäksi');
      await page.press('Tab');
      await page.type('Ajoin raportin, ja se jäi tyhjäksi.');
      await page.press('Control+Enter');
      await page.waitForText('Tarkista 2 kohtaa ennen lähettämistä');
      // The focus stands on the summary: its first entry is the application.
      await page.press('Tab');
      await page.press('Enter');
      await page.type('Kirjanpito');
      await page.press('Tab');
      await page.type('1234,');
      await page.press('Control+Enter');
      await page.waitForText(/Vastaanotettu: FIV-/);
      // Past copying the number and following the request: a new one.
      for (let count = 0; count < 3; count += 1) await page.press('Tab');
      await page.press('Enter');
      await page.waitForText('Tukipyynnön tyyppi');
      assert.deepEqual(await page.violations(), []);
    });
  });

  inOneBrowser((_name, open) => {
    it('shows one task at a time and keeps what was written in another', async () => {
      const page = await open();
      await page.goto(`${portal.origin}/customer-portal/`);
      await page.waitForText('Maija Mäkelä');
      const written = 'tilikausi, johon palataan';
      await page.fill('Ongelma lyhyesti', written);
      await page.click('link', 'Tukipyynnöt');
      await page.waitForText('Näytettävät tukipyynnöt');
      assert.ok(!(await page.text()).includes(written));
      const place = () =>
        page.evaluate(() => [
          document.title,
          document.querySelector('nav [aria-current]')?.textContent?.trim(),
          document.activeElement?.id,
        ]);
      assert.deepEqual(await place(), [
        'Tukipyynnöt – Asiakasportaali',
        'Tukipyynnöt',
        'tukipyynnot',
      ]);
      await page.click('link', 'Uusi tukipyyntö');
      await waitUntil(
        async () => (await page.text()).includes(written),
        'What was written is not there',
      );
      assert.deepEqual(await place(), [
        'Uusi tukipyyntö – Asiakasportaali',
        'Uusi tukipyyntö',
        'uusi',
      ]);
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });

    it('speaks another language at once and keeps what was written', async () => {
      const page = await open();
      await page.goto(`${portal.origin}/customer-portal/`);
      await page.waitForText('Maija Mäkelä');
      await page.fill('Ongelma lyhyesti', 'tilikausi');
      await page.select('Kieli', 'English');
      await page.waitForText('Summary');
      await page.click('button', 'Send request');
      await page.waitForText('Check 3 fields before sending');
      await page.select('Language', 'Svenska');
      await page.waitForText('Kontrollera 3 fält innan du skickar');
      await page.waitForText('Kundtjänst och support');
    });
  });
});
