import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { chosenBrowsers } from '../tools/browsers.mjs';
import { sharedChromium } from './browsers.js';
import { signIn, type Person } from './customer.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';

const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** Each language, theme and width once; more of their pairs in the long run. */
const looks = [
  [320, 'fi', 'dark'],
  [1280, 'sv', 'light'],
  ...(process.env['TEST_LONG'] ? ([[320, 'en', 'light']] as const) : []),
] as const;

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify(rules)})`,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Presses Tab until the focus is on what reads so, or is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const [label] =
        element && 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement>) : [];
      return (
        element?.getAttribute('aria-label') ??
        label?.querySelector('span')?.textContent ??
        label?.textContent ??
        element?.textContent
      )?.trim();
    });
    if (focused === name) return;
  }
  assert.fail(`Tab never came to "${name}".`);
}

function describeAccess(): void {
  describe('the agent desk', () => {
    let portal: ClockedPages;
    let browser: Browser;
    let customer: Person;
    let axe: string;
    before(async () => {
      portal = await startClockedPages();
      browser = await sharedChromium();
      customer = await signIn(portal.endpoint, 'main-user');
      axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    });
    after(async () => {
      await portal?.stop();
    });

    for (const [width, language, theme] of looks) {
      it(`is accessible and fits ${width} pixels, in ${language}, ${theme}, in chromium`, async () => {
        const id = await customer.request('raportti jää tyhjäksi');
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        await page.goto(`${portal.origin}/agent-desk/?language=${language}&theme=${theme}`);
        await page.evaluate(axe);
        for (const [address, until] of [
          ['support-requests', `#to-${id}`],
          [`support-requests/${id}`, '#subject'],
          ['advisory-access', '#requests li'],
          [`support-requests/${crypto.randomUUID()}`, '#support-requests > p + p'],
        ] as const) {
          await page.evaluate(`location.hash = '${address}'`);
          await page.locator(until).first().waitFor();
          assert.deepEqual(await violationsOf(page), [], address);
          assert.ok(
            (await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0,
            `${address} is too wide`,
          );
        }
        await page.close();
      });
    }

    it('handles and answers a request by keyboard alone, in chromium', async () => {
      const id = await customer.request('näppäimillä');
      const page = await browser.newPage();
      await page.goto(`${portal.origin}/agent-desk/`);
      await page.locator(`#to-${id}`).waitFor();
      await tabTo(page, 'Visma Fivaldi Kirjanpito, näppäimillä');
      await page.keyboard.press('Enter');
      await page.locator('#subject:focus').waitFor();
      await tabTo(page, 'Tila');
      await page.keyboard.type('Ratk');
      await tabTo(page, 'Tallenna muutokset');
      await page.keyboard.press('Enter');
      await page.getByText('Muutokset on tallennettu.').waitFor();
      await tabTo(page, 'Teksti');
      await page.keyboard.type('Nyt toimii.');
      await tabTo(page, 'Lähetä asiakkaalle');
      await page.keyboard.press('Enter');
      await page.getByText('Lähetetty asiakkaalle.').waitFor();
      const { status, timeline } = await customer.read(id);
      assert.deepEqual([status, timeline.at(-1)?.text], ['resolved', 'Nyt toimii.']);
      await page.close();
    });

    it('asks until an instant that there is and that is the one shown, where clocks change, in chromium', async () => {
      const context = await browser.newContext({ timezoneId: 'Europe/Helsinki' });
      const page = await context.newPage();
      const year = new Date().getUTCFullYear() + 1;
      const lastSunday = (month: '03' | '10') => {
        const day = new Date(`${year}-${month}-31`);
        return `${year}-${month}-${31 - day.getUTCDay()}`;
      };
      const [spring, autumn] = [lastSunday('03'), lastSunday('10')];
      const reason = `kellojen siirto ${crypto.randomUUID()}`;
      await page.goto(`${portal.origin}/agent-desk/#advisory-access`);
      await page.getByLabel('Perustelu asiakkaalle').fill(reason);
      await page.getByLabel('Alkaa').fill(`${spring}T01:00`);
      await page.getByLabel('Päättyy').fill(`${spring}T03:30`);
      await page.getByRole('button', { name: 'Lähetä pyyntö' }).click();
      await page
        .getByText(
          'Valitse toinen kellonaika: kelloja siirretään silloin eteenpäin, joten tätä ei ole.',
        )
        .waitFor();
      assert.equal(await page.getByText(reason).count(), 0);
      await page.getByLabel('Alkaa').fill(`${autumn}T01:00`);
      await page.getByLabel('Päättyy').fill(`${autumn}T03:30`);
      await page.getByRole('button', { name: 'Lähetä pyyntö' }).click();
      const asked = page.locator('#requests li').filter({ hasText: reason });
      await asked.getByText('3.30 (Itä-Euroopan kesäaika)').waitFor();
      await context.close();
    });
  });
}

if (chosenBrowsers().chromium) describeAccess();
