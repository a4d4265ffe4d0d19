import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import { chosenBrowsers } from '../tools/browsers.mjs';
import { waitUntil } from '../tools/wait-until.js';
import { forEachBrowser, inOneBrowser, sharedChromium, type Page } from './browsers.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';
import { signIn, type Person } from './customer.js';

/** Five pages of the list. */
const MANY = 105;
const PAGE = 25;
const FEW = 10;

const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** Forced colours, which no story has. */
const looks = [
  [320, 'fi', 'dark'],
  [1280, 'en', 'light'],
] as const;
const subject = (summary: string) => `Visma Fivaldi Kirjanpito, ${summary}`;

/** How many rows a person's list begins with, asked for anew. Runs in the page. */
async function mounting(token: string): Promise<number> {
  const element = document.createElement('support-request-list');
  Object.assign(element, { endpoint: '/api/support', accessToken: token, locale: 'fi' });
  document.querySelector('main')?.append(element);
  const rows = () => element.shadowRoot?.querySelectorAll('.rows .subject').length ?? 0;
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!rows()) return;
      observer.disconnect();
      resolve();
    });
    if (element.shadowRoot)
      observer.observe(element.shadowRoot, { childList: true, subtree: true });
  });
  const shown = rows();
  element.remove();
  return shown;
}

/** Turns all pages of a person's requests, and gives their subjects from the first to the last. Runs in the page. */
async function turning(token: string): Promise<string[]> {
  const element = document.createElement('support-request-list');
  Object.assign(element, { endpoint: '/api/support', accessToken: token, locale: 'fi' });
  document.querySelector('main')?.append(element);
  const subjects = () =>
    [...(element.shadowRoot?.querySelectorAll('.rows .subject') ?? [])].map(
      ({ textContent }) => textContent ?? '',
    );
  const button = () => element.shadowRoot?.querySelector<HTMLElement>('#more');
  const root = element.shadowRoot;
  if (!root) throw new Error('The list has no shadow root');
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(root, { childList: true, subtree: true });
      look();
    });
  await until(() => subjects().length > 0);
  for (let more = button(); more; more = button()) {
    const known = subjects().length;
    more.click();
    await until(() => subjects().length > known);
  }
  const all = subjects();
  element.remove();
  return all;
}

/** What has the focus in the list: its id or what it reads, and nothing where the focus is lost. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.querySelector('support-request-list')?.shadowRoot?.activeElement;
    return (
      (element?.id.startsWith('open-')
        ? element.textContent
        : element?.id || element?.textContent
      )?.trim() ?? ''
    );
  });

async function tabTo(page: Page, wanted: string, keys = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.press(keys);
    const name = await focused(page);
    if (name === wanted) return;
    seen.push(name);
  }
  assert.fail(`${keys} never came to "${wanted}", but to ${seen.join(' | ')}`);
}

/** Waits until the focus has come there by itself. */
async function focusComesTo(page: Page, wanted: string): Promise<void> {
  let there = '';
  await waitUntil(
    async () => (there = await focused(page)) === wanted,
    () => `The focus never came to "${wanted}", but is on "${there}".`,
  );
}

describe('the list of support requests in the customer portal', () => {
  let pages: ClockedPages;
  let few: Person;
  let many: Person;
  before(async () => {
    pages = await startClockedPages();
    few = await signIn(pages.endpoint, 'main-user');
    many = await signIn(pages.endpoint, 'other-tenant');
    for (const [person, wanted] of [
      [few, FEW],
      [many, MANY],
    ] as const) {
      for (let count = 1; count <= wanted; count += 1) await person.request(`asia ${count}`);
    }
  });
  after(() => pages?.stop());

  inOneBrowser((_name, open) => {
    it('asks for one page of a long list, as of a short one, and has all requests once and in order', async () => {
      const page = await open();
      await page.goto(`${pages.origin}/customer-portal/#tukipyynnot`);
      await page.waitForText(subject(`asia ${FEW}`));
      // The list of the page itself asks now and then.
      await page.evaluate(() => document.querySelector('support-request-list')?.remove());
      for (const [person, rows] of [
        [few, FEW],
        [many, PAGE],
      ] as const) {
        const asked = pages.asked.length;
        assert.equal(await page.evaluate(mounting, person.token), rows);
        const lists = pages.asked.slice(asked).filter((one) => one === 'GET /support-requests');
        assert.equal(lists.length, 1);
      }
      const expected = Array.from(
        { length: MANY },
        (_, index) => `Visma Fivaldi Kirjanpito, asia ${MANY - index}`,
      );
      assert.deepEqual(await page.evaluate(turning, many.token), expected);
    });
  });

  forEachBrowser((name, open) => {
    it('is filtered, paged, read, answered and left by keyboard alone, and the focus is never lost', async () => {
      const words = `Näppäimillä (${name}).`;
      const page = await open();
      await page.goto(`${pages.origin}/customer-portal/?user=other-tenant#tukipyynnot`);
      await page.waitForText(subject(`asia ${MANY}`));
      await page.waitForText('Näytettävät tukipyynnöt');
      await tabTo(page, 'status');
      await page.type('Ratk');
      await page.waitForText('Ei tukipyyntöjä tässä tilassa.');
      assert.equal(await focused(page), 'status');
      await page.press('Home');
      await page.waitForText(subject(`asia ${MANY}`));
      assert.equal(await focused(page), 'status');
      await tabTo(page, 'more');
      await page.press('Enter');
      await page.waitForText(subject(`asia ${MANY - PAGE}`));
      await focusComesTo(page, subject(`asia ${MANY - PAGE}`));
      await page.press('Enter');
      await page.waitForText('Yritin avata tilikauden 2026.');
      await focusComesTo(page, 'request');
      await tabTo(page, 'reply');
      await page.type(words);
      await page.press('Control+Enter');
      await page.waitForText('Vastauksesi on lähetetty.');
      await focusComesTo(page, 'reply-notice');
      await tabTo(page, 'Kaikki tukipyynnöt', 'Shift+Tab');
      await page.press('Enter');
      await focusComesTo(page, subject(`asia ${MANY - PAGE}`));
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });
  });

  if (chosenBrowsers().chromium) {
    describe('in chromium', () => {
      let axe: string;
      before(async () => {
        axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
      });

      for (const [width, language, colorScheme] of looks) {
        it(`is accessible and fits ${width} pixels with forced colours, in ${language}, ${colorScheme}`, async () => {
          const browser = await sharedChromium();
          const page = await browser.newPage({
            viewport: { width, height: 900 },
            colorScheme,
            forcedColors: 'active',
          });
          const check = async (state: string) => {
            const { violations } = await page.evaluate<AxeResults>(
              `axe.run('support-request-list', ${JSON.stringify(rules)})`,
            );
            assert.deepEqual(
              violations.map(
                ({ id, nodes }) =>
                  `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
              ),
              [],
              state,
            );
            assert.ok(
              (await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0,
              `${state} is too wide`,
            );
          };
          await page.goto(`${pages.origin}/customer-portal/?language=${language}#tukipyynnot`);
          const row = page.getByRole('button', { name: subject('asia 10'), exact: true });
          await row.waitFor();
          await page.evaluate(axe);
          await check('the list');
          await row.click();
          await page.locator('#reply').fill('010199-123A');
          await page.locator('screenshot-attach .drop-area').waitFor();
          await check('a request');
          await page.locator('#reply').press('Control+Enter');
          await page.locator('#reply-notice').waitFor();
          await check('a reply');
          await page.close();
        });
      }
    });
  }
});
