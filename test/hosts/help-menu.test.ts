import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { AxeResults } from 'axe-core';
import { chosenBrowsers } from '../tools/browsers.mjs';
import { forEachBrowser, inOneBrowser, sharedChromium, type Page } from './browsers.js';
import { chooseEnd } from './choose-end.js';
import { printScreen } from './clipboard.js';
import { signIn } from './customer.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';

/** What a theme can change is its colours alone. */
const rulesOf = {
  light: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
  dark: ['color-contrast'],
};

/** What has the focus, through shadow roots. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  });

/** From the menu bar, where the focus is, to an entry of *Ohje*. */
async function chooseHelp(page: Page, entry: string): Promise<void> {
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('[popovertarget=menu-help]')?.focus(),
  );
  await page.press('ArrowDown');
  for (let presses = 0; presses < 4 && (await focused(page)) !== entry; presses += 1)
    await page.press('ArrowDown');
  assert.equal(await focused(page), entry);
  await page.press('Enter');
}

/** Customer service asks the other customer, who has no request from the start. */
async function ask(portal: ClockedPages, browser: string): Promise<void> {
  const agent = await signIn(portal.endpoint, 'agent');
  const answer = await agent.fetch(`/staff/advisory-access/${crypto.randomUUID()}`, {
    method: 'PUT',
    body: JSON.stringify({
      tenant: 'tenant-2',
      grantedTo: { kind: 'unit', name: 'Asiakaspalvelu' },
      access: 'view',
      environment: { id: 'virta', name: 'Kirjanpito Virta' },
      reason: `Ohjevalikosta, ${browser}`,
      companies: [{ number: '2201', name: 'Ravintola Merituuli Oy' }],
      areas: [{ id: 'kirjanpito', name: { fi: 'Kirjanpito' } }],
      from: new Date().toISOString(),
      until: new Date(Date.now() + 8 * 3_600_000).toISOString(),
    }),
  });
  assert.equal(answer.status, 201, await answer.text());
}

/** How some parts of the form are drawn. Runs in the page. */
function looks(): Record<string, string> {
  const root = document.querySelector('support-request-form')?.shadowRoot;
  const parts = {
    root: '.root',
    heading: 'h2',
    label: 'label',
    field: 'input#summary',
    list: 'select',
    text: 'textarea',
    button: '.button.primary',
    line: '.folded p',
  };
  const properties = [
    'box-sizing',
    'font-family',
    'font-size',
    'font-weight',
    'line-height',
    'letter-spacing',
    'word-spacing',
    'text-transform',
    'text-indent',
    'text-align',
    'white-space',
    'float',
    'padding',
    'border-radius',
    'min-height',
    'margin',
  ];
  return Object.fromEntries(
    Object.entries(parts).map(([name, selector]) => {
      const element = root?.querySelector(selector);
      if (!element) throw new Error(`The form has no ${selector}`);
      const style = getComputedStyle(element);
      return [
        name,
        properties.map((property) => `${property}: ${style.getPropertyValue(property)}`).join('; '),
      ];
    }),
  );
}

describe('the help menu of an accounting program', () => {
  let portal: ClockedPages;
  before(async () => {
    portal = await startClockedPages();
  });
  after(() => portal.stop());

  forEachBrowser((_name, open) => {
    it('leads from an error to a number while the person goes on working', async () => {
      const page = await open();
      await page.goto(`${portal.origin}/fivaldi-help-menu/`);
      await page.click('button', 'Avaa tilikausi');
      await page.waitForText('Virhe F-4711');
      await chooseHelp(page, 'Näytä virhe');
      await page.waitForText(/tilikartassa ei ole tiliä 2251/);
      await page.click('button', 'Lähetä asiakaspalveluun');
      await page.waitForText('Liitä ohjelman virhetiedot');
      assert.equal(await focused(page), 'Asiakaspalvelu ja tuki');
      await page.waitForText('Maija Mäkelä, Tilitoimisto Äyräs Oy');
      await page.fill('Kuvaus', 'Valitsin Avaa tilikausi.');

      // Work goes on beside the open form, and what is written there stays the person's.
      await page.evaluate(() =>
        document.querySelector<HTMLInputElement>('input[data-column=text]')?.select(),
      );
      await page.type('Korjattu');
      await page.press('Enter');
      await page.waitForText('Tallennettu');
      assert.equal(await focused(page), 'Selite, tosite 1040, rivi 2');
      const paste = await printScreen(page);
      await paste();
      await page.waitForText('Muokkaa kuvaa');
      await page.press('Control+Enter');
      await page.waitForText(/Kuvaruutukaappaus\.png · 1/);

      // Closing and coming back loses nothing.
      await page.click('button', 'Sulje tukipaneeli');
      assert.equal(await page.count('button', 'Lähetä tukipyyntö'), 0);
      await chooseHelp(page, 'Asiakaspalvelu ja tuki');
      await page.waitForText(/Kuvaruutukaappaus\.png · 1/);
      assert.match(await page.text(), /Valitsin Avaa tilikausi\./);
      await page.click('button', 'Lähetä tukipyyntö');
      await page.waitForText(/Vastaanotettu: FIV-/);
      // The list was never opened: the program opens it.
      await page.click('button', 'Seuraa tukipyyntöä');
      await page.waitForText('Lähetetyt tiedot');
      await page.press('Escape');
      assert.equal(await page.count('button', 'Sulje tukipaneeli'), 0);
      assert.equal(await focused(page), 'Ohje');
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });
  });

  inOneBrowser((name, open) => {
    it('shows that advisory access is asked for, and grants it in the panel', async () => {
      const page = await open();
      await ask(portal, name);
      await page.goto(`${portal.origin}/fivaldi-help-menu/?user=other-tenant`);
      await page.waitForText(/Olli Öhman\s*1/);
      await page.evaluate(() =>
        document.querySelector<HTMLElement>('[popovertarget=menu-user]')?.focus(),
      );
      await page.press('ArrowDown');
      await page.waitForText('Neuvontaoikeudet');
      assert.equal(
        await page.evaluate(() => document.querySelector('advisory-access-badge')?.count),
        1,
      );
      await page.press('Enter');
      await page.waitForText(`Ohjevalikosta, ${name}`);
      await page.evaluate(chooseEnd, 'asked');
      await page.click('button', 'Hyväksy');
      await page.waitForText('Oikeus on myönnetty');
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });

    it("doesn't let the page's old rules reach the widgets", async () => {
      const page = await open();
      const look = async (address: string, act?: () => Promise<void>) => {
        await page.goto(portal.origin + address);
        await act?.();
        await page.waitForText('Tukipyynnön tyyppi');
        return page.evaluate(looks);
      };
      const plain = await look('/customer-portal/?theme=light');
      assert.deepEqual(
        await look('/fivaldi-help-menu/?theme=light', async () => {
          await chooseHelp(page, 'Asiakaspalvelu ja tuki');
          await page.click('button', 'Muuta: Sovellus');
        }),
        plain,
      );
    });
  });

  if (chosenBrowsers().chromium) {
    it('is accessible with the panel open, light and dark, in chromium', async () => {
      const axe = await readFile(
        createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
        'utf8',
      );
      const browser = await sharedChromium();
      const page = await browser.newPage();
      for (const theme of ['light', 'dark'] as const) {
        await page.goto(`${portal.origin}/fivaldi-help-menu/?theme=${theme}`);
        await page.getByRole('menuitem', { name: 'Ohje' }).click();
        await page.getByRole('menuitem', { name: 'Asiakaspalvelu ja tuki' }).click();
        await page.getByText('Maija Mäkelä, Tilitoimisto').waitFor();
        await page.evaluate(axe);
        const { violations } = await page.evaluate<AxeResults>(
          `axe.run(document, ${JSON.stringify({ runOnly: rulesOf[theme] })})`,
        );
        assert.deepEqual(
          violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
          ),
          [],
          theme,
        );
      }
      await page.close();
    });
  }
});
