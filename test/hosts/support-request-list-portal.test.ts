import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import { chromium, type Browser } from 'playwright-core';
import { chosenBrowsers, chromiumArguments } from '../tools/browsers.mjs';
import { forEachBrowser, type Page } from './browsers.js';
import { startClockedPages, type ClockedPages } from './clocked-pages.js';
import { signIn, type Person } from './customer.js';
import { listAlone } from './list-alone.js';

const MANY = 1_000;
const FEW = 10;
const RUNS = 9;
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? NaN;

const { chromium: executablePath } = chosenBrowsers();
const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
const looks = [
  [320, 'fi', 'dark', 'none'],
  [320, 'en', 'light', 'active'],
  [1280, 'en', 'dark', 'active'],
  [1280, 'fi', 'light', 'none'],
] as const;
const subject = (summary: string) => `Visma Fivaldi Kirjanpito, ${summary}`;

/** Milliseconds from nothing to a person's first page of requests laid out, asked for anew. Runs in the page. */
async function mounting(token: string): Promise<{ time: number; rows: number }> {
  const start = performance.now();
  const element = document.createElement('support-request-list');
  Object.assign(element, { endpoint: '/api/support', accessToken: token, locale: 'fi' });
  document.querySelector('main')?.append(element);
  const rows = () => element.shadowRoot?.querySelectorAll('.rows .subject').length ?? 0;
  const { promise: there, resolve } = Promise.withResolvers<void>();
  const observer = new MutationObserver(() => {
    if (rows()) resolve();
  });
  if (element.shadowRoot) observer.observe(element.shadowRoot, { childList: true, subtree: true });
  await there;
  element.getBoundingClientRect();
  const time = performance.now() - start;
  observer.disconnect();
  const shown = rows();
  element.remove();
  return { time, rows: shown };
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
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
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
  for (let tries = 0; tries < 100; tries += 1) if ((await focused(page)) === wanted) return;
  assert.equal(await focused(page), wanted);
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

  forEachBrowser((name, open) => {
    it(`is there as soon as a list of ten, and has them all once and in order, in ${name}`, async () => {
      const page = await open();
      await page.goto(`${pages.origin}/customer-portal/`);
      const times = { few: [] as number[], many: [] as number[] };
      for (let run = 0; run <= RUNS; run += 1) {
        for (const [kind, person] of [
          ['few', few],
          ['many', many],
        ] as const) {
          const { time, rows } = await page.evaluate(mounting, person.token);
          assert.ok(rows >= FEW, `${rows}`);
          // The first run loads the program.
          if (run) times[kind].push(time);
        }
      }
      const ratio = median(times.many) / median(times.few);
      console.log(
        `${name}: the list of ten requests ${median(times.few).toFixed(1)} ms; of a thousand ${median(times.many).toFixed(1)} ms; ratio ${ratio.toFixed(2)}`,
      );
      assert.ok(ratio <= 2, `${ratio}`);
      const expected = Array.from(
        { length: MANY },
        (_, index) => `Visma Fivaldi Kirjanpito, asia ${MANY - index}`,
      );
      assert.deepEqual(await page.evaluate(turning, many.token), expected);
    });

    it(`is filtered, paged, read, answered and left by keyboard alone, and the focus is never lost, in ${name}`, async () => {
      const words = `Näppäimillä (${name}).`;
      const page = await open();
      await page.goto(`${pages.origin}/customer-portal/?user=other-tenant`);
      await listAlone(page);
      await page.waitForText(subject(`asia ${MANY}`));
      await page.waitForText('Kenen tukipyynnöt');
      await tabTo(page, 'status');
      await page.type('Ratk');
      await page.waitForText('Yhtään tukipyyntöä ei ole tässä tilassa.');
      assert.equal(await focused(page), 'status');
      await page.press('Home');
      await page.waitForText(subject(`asia ${MANY}`));
      assert.equal(await focused(page), 'status');
      await tabTo(page, 'more');
      await page.press('Enter');
      await page.waitForText(subject('asia 975'));
      await focusComesTo(page, subject('asia 975'));
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
      await focusComesTo(page, subject('asia 975'));
      assert.deepEqual(await page.violations(), []);
      assert.deepEqual(await page.errors(), []);
    });
  });

  if (executablePath) {
    describe('in chromium', () => {
      let axe: string;
      let browser: Browser;
      before(async () => {
        axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
        browser = await chromium.launch({ executablePath, args: chromiumArguments });
      });
      after(() => browser?.close());

      for (const [width, language, colorScheme, forcedColors] of looks) {
        it(`is accessible and fits ${width} pixels, in ${language}, ${colorScheme}, with forced colours ${forcedColors}`, async () => {
          const page = await browser.newPage({
            viewport: { width, height: 900 },
            colorScheme,
            forcedColors,
          });
          const check = async (state: string) => {
            await page.evaluate(axe);
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
          await page.goto(`${pages.origin}/customer-portal/?language=${language}`);
          await listAlone(page);
          const row = page.getByRole('button', { name: subject('asia 10'), exact: true });
          await row.waitFor();
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
