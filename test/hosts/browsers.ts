import { after, afterEach, before, describe } from 'node:test';
import { browserNames, chosenBrowsers, type BrowserName } from '../tools/browsers.mjs';
import { startWebKit } from '../tools/webkit.mjs';
import type { Page, PageOptions } from './page.js';
import { launch, openPage } from './playwright-page.js';
import { openWebKitPage } from './webkit-page.js';

export type { Name, Page, PageOptions, Violation } from './page.js';
export type { BrowserName } from '../tools/browsers.mjs';

interface RunningBrowser {
  open(options: PageOptions): Promise<Page>;
  stop(): Promise<void>;
}

async function start(name: BrowserName): Promise<RunningBrowser> {
  const { [name]: program, webkit } = chosenBrowsers();
  if (name === 'webkit' && webkit) {
    const server = await startWebKit(webkit);
    return {
      open: (options) => openWebKitPage(server, webkit.miniBrowser, options),
      stop: async () => server.stop(),
    };
  }
  if (name === 'webkit' || typeof program !== 'string') throw new Error(`There is no ${name}`);
  const browser = await launch(name, program);
  return { open: (options) => openPage(name, browser, options), stop: () => browser.close() };
}

export type OpenPage = (options?: PageOptions) => Promise<Page>;

/**
 * Describes the same tests in every browser that is here. Pages are fresh, with nothing kept from others, and closed after
 * their test; `keep` gives the same one to every test that asks. WebKit has one page at a time.
 */
export function forEachBrowser(
  describeTests: (name: BrowserName, open: OpenPage, keep: () => Promise<Page>) => void,
): void {
  const chosen = chosenBrowsers();
  for (const name of browserNames.filter((browser) => chosen[browser])) {
    describe(name, { concurrency: 1 }, () => {
      let browser: RunningBrowser | undefined;
      let kept: Promise<Page> | undefined;
      const pages: Page[] = [];
      before(async () => {
        browser = await start(name);
      });
      afterEach(async () => {
        for (const page of pages.splice(0)) await page.close();
      });
      after(async () => {
        await (await kept)?.close();
        await browser?.stop();
      });
      const openFresh = (options: PageOptions = {}) => {
        if (!browser) throw new Error(`${name} did not start`);
        return browser.open(options);
      };
      const open: OpenPage = async (options) => {
        const page = await openFresh(options);
        pages.push(page);
        return page;
      };
      describeTests(name, open, () => (kept ??= openFresh()));
    });
  }
}
