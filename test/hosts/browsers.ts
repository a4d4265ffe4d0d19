import { after, afterEach, describe } from 'node:test';
import type { Browser } from 'playwright-core';
import { browserNames, chosenBrowsers, type BrowserName } from '../tools/browsers.mjs';
import { startWebKit, type WebKitServer } from '../tools/webkit.mjs';
import type { Page } from './page.js';
import { launch, openPage } from './playwright-page.js';
import { openWebKitPage } from './webkit-page.js';

export type { Name, Page, Violation } from './page.js';
export type { BrowserName } from '../tools/browsers.mjs';

const chosen = chosenBrowsers();

const [first = 'chromium', ...others] = browserNames.filter((name) => chosen[name]);

/** Whether a page with a browser of Playwright's can stand beside the page of a test; WebKit has one page at a time. */
export const hasSeveralPages = first !== 'webkit';

const once = <K, T>(start: (key: K) => Promise<T>) => {
  const started = new Map<K, Promise<T>>();
  return {
    started,
    get(key: K): Promise<T> {
      const known = started.get(key) ?? start(key);
      started.set(key, known);
      return known;
    },
  };
};

// Started when they are first asked for, and kept until the process ends.
const programs = once<'chromium' | 'firefox', Browser>(async (name) => {
  const program = chosen[name];
  if (!program) throw new Error(`There is no ${name}`);
  return launch(name, program);
});
const webKits = once<'webkit', WebKitServer>(async () => {
  if (!chosen.webkit) throw new Error('There is no webkit');
  return startWebKit(chosen.webkit);
});

after(async () => {
  for (const page of pagesInTurn.started.values()) await (await page).close();
  for (const browser of programs.started.values()) await (await browser).close();
  for (const server of webKits.started.values()) (await server).stop();
});

/** The Chromium of this process, for what only Playwright's own pages can do. */
export const sharedChromium = (): Promise<Browser> => programs.get('chromium');

async function openIn(name: BrowserName): Promise<Page> {
  if (name !== 'webkit') return openPage(name, await programs.get(name));
  const server = await webKits.get(name);
  if (!chosen.webkit) throw new Error('There is no webkit');
  try {
    return await openWebKitPage(server, chosen.webkit.miniBrowser);
  } catch (error) {
    // A session that nobody holds would leave no room for the pages of all other tests.
    webKits.started.delete(name);
    server.stop();
    throw error;
  }
}

export type OpenPage = () => Promise<Page>;

type DescribeTests = (name: BrowserName, open: OpenPage, keep: () => Promise<Page>) => void;

/** Pages that tests take one after the other, since a new one takes longer than what most of them do on it. */
const pagesInTurn = once<BrowserName, Page>((name) => openIn(name));

/** Makes the page ready for the next test, or gives it up where it can't be. */
async function putBack(name: BrowserName): Promise<void> {
  const page = await pagesInTurn.get(name);
  try {
    await page.empty();
  } catch {
    pagesInTurn.started.delete(name);
    await page.close();
  }
}

function describeIn(name: BrowserName, describeTests: DescribeTests): void {
  describe(`in ${name}`, { concurrency: 1 }, () => {
    let kept: Promise<Page> | undefined;
    let isTaken = false;
    const others: Page[] = [];
    afterEach(async () => {
      for (const page of others.splice(0)) await page.close();
      if (isTaken) await putBack(name);
      isTaken = false;
    });
    after(async () => {
      await (await kept)?.close();
    });
    const open: OpenPage = async () => {
      if (!isTaken) {
        isTaken = true;
        return pagesInTurn.get(name);
      }
      const page = await openIn(name);
      others.push(page);
      return page;
    };
    describeTests(name, open, () => (kept ??= openIn(name)));
  });
}

/**
 * Describes what engines do differently, in every browser that is here: policies, focus and keys, the clipboard, files that are
 * saved, popovers, what is kept after a tab was killed. A page of `open` has nothing of the tests before, and is a test's until it
 * ends; `keep` gives the same one as it is to every test of a file. WebKit has one page at a time.
 */
export function forEachBrowser(describeTests: DescribeTests): void {
  for (const name of [first, ...others]) describeIn(name, describeTests);
}

/** Describes what no engine can change, in the first browser that is here. */
export function inOneBrowser(describeTests: DescribeTests): void {
  describeIn(first, describeTests);
}
