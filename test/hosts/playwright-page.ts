import {
  chromium,
  firefox,
  type Browser,
  type Locator,
  type Page as PlaywrightPage,
} from 'playwright-core';
import { chromiumArguments, type BrowserName } from '../tools/browsers.mjs';
import {
  asCall,
  emptyPage,
  lastViolation,
  lastViolationOf,
  patience,
  readText,
  usualSize,
  violateOnceMore,
  type Name,
  type Page,
  type Violation,
} from './page.js';

const mark = 'policy-violation ';
const lastMark = 'nothing before this is missing ';

/** Runs before any script of a page, and tells over the console, which outlives the page. */
const reportViolations = (prefix: string): void => {
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI, documentURI }) => {
      console.debug(
        prefix +
          JSON.stringify({
            directive: effectiveDirective,
            blocked: blockedURI,
            document: documentURI,
          }),
      );
    },
    true,
  );
};

export const launch = (name: 'chromium' | 'firefox', executablePath: string): Promise<Browser> =>
  name === 'chromium'
    ? chromium.launch({ executablePath, args: chromiumArguments })
    : firefox.launch({
        executablePath,
        // Playwright's own Firefox speaks its own protocol; everybody else's speaks WebDriver BiDi.
        ...(!executablePath.includes('ms-playwright') && { channel: 'moz-firefox' }),
        firefoxUserPrefs: {
          'network.http.request.max-attempts': 1,
          // The panel of what is being saved would take the keys of every page from then on.
          'browser.download.alwaysOpenPanel': false,
        },
      });

/** A space that doesn't break is like any other to whoever reads it, and to Playwright in texts, but not in expressions. */
const withAnySpace = (text: Name): Name =>
  text instanceof RegExp ? new RegExp(text.source.replaceAll(' ', '\\s'), text.flags) : text;

const fieldRoles = ['textbox', 'searchbox', 'combobox', 'spinbutton'] as const;

class PlaywrightDriver implements Page {
  readonly #violations: Violation[] = [];
  readonly #errors: string[] = [];
  /** Who waits for the page to tell something of their own. */
  readonly #waiting = new Map<string, () => void>();
  #asked = 0;

  constructor(
    readonly browser: BrowserName,
    private page: PlaywrightPage,
  ) {
    this.#watch(page);
  }

  #watch(page: PlaywrightPage): void {
    page.setDefaultTimeout(patience);
    const note = (error: string) => {
      // A violation is an error too: logged in Chromium, uncaught in Firefox.
      if (!error.includes(lastViolation)) this.#errors.push(error);
    };
    page.on('pageerror', (error) => note(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      if (text.startsWith(mark)) {
        const violation = JSON.parse(text.slice(mark.length)) as Violation;
        if (!this.#hasCome(violation.blocked.replace(/\/$/, ''))) this.#violations.push(violation);
      } else if (text.startsWith(lastMark)) this.#hasCome(text);
      else if (message.type() === 'error') note(text);
    });
  }

  /** Whether something was told for who waits for it. */
  #hasCome(told: string): boolean {
    this.#waiting.get(told)?.();
    return this.#waiting.delete(told) || told.startsWith(lastViolation);
  }

  /** Has the page tell something, which comes after everything that it has told before. */
  async #catchUp(told: string, tell: (told: string) => void): Promise<void> {
    const hasCome = new Promise<void>((resolve) => this.#waiting.set(told, resolve));
    await this.evaluate(tell, told);
    await hasCome;
  }

  async goto(url: string): Promise<void> {
    this.#violations.length = 0;
    this.#errors.length = 0;
    await this.page.goto(url);
  }
  #byRole(role: string, name: Name): Locator {
    return this.page
      .getByRole(role as Parameters<PlaywrightPage['getByRole']>[0], { name, exact: true })
      .filter({ visible: true });
  }
  #field(name: Name): Locator {
    return fieldRoles.map((role) => this.#byRole(role, name)).reduce((all, one) => all.or(one));
  }
  click(role: string, name: Name): Promise<void> {
    return this.#byRole(role, name).click();
  }
  fill(name: Name, text: string): Promise<void> {
    return this.#field(name).fill(text);
  }
  async select(name: Name, option: string): Promise<void> {
    await this.#field(name).selectOption({ label: option });
  }
  attach(paths: readonly string[], selector = 'input[type=file]'): Promise<void> {
    return this.page
      .locator(selector)
      .first()
      .setInputFiles([...paths]);
  }
  async press(keys: string, times = 1): Promise<void> {
    for (let count = 0; count < times; count += 1) await this.page.keyboard.press(keys);
  }
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }
  text(): Promise<string> {
    return this.evaluate(readText);
  }
  async waitForText(text: Name): Promise<void> {
    await this.page.getByText(withAnySpace(text)).filter({ visible: true }).first().waitFor();
  }
  count(role: string, name: Name): Promise<number> {
    return this.#byRole(role, name).count();
  }
  evaluate<A extends readonly unknown[], T>(
    work: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T> {
    return this.page.evaluate<T>(
      asCall(work, args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(', ')),
    );
  }
  screenshot(): Promise<Buffer> {
    return this.page.screenshot();
  }
  async violations(): Promise<readonly Violation[]> {
    await this.#catchUp(lastViolationOf((this.#asked += 1)), violateOnceMore);
    return [...this.#violations];
  }
  async errors(): Promise<readonly string[]> {
    // A promise that nobody handled is told at the end of its task.
    await this.#catchUp(`${lastMark}${(this.#asked += 1)}`, (told) => {
      setTimeout(() => console.debug(told));
    });
    return [...this.#errors];
  }
  setViewport(width: number, height: number): Promise<void> {
    return this.page.setViewportSize({ width, height });
  }
  setForcedColours(forced: boolean): Promise<void> {
    return this.page.emulateMedia({
      forcedColors: forced ? 'active' : null,
      colorScheme: forced ? 'dark' : null,
    });
  }
  setOffline(offline: boolean): Promise<void> {
    return this.page.context().setOffline(offline);
  }
  async kill(): Promise<void> {
    const killed = this.page;
    if (this.browser === 'chromium') {
      const session = await killed.context().newCDPSession(killed);
      const crashed = killed.waitForEvent('crash');
      void session.send('Page.crash').catch(() => undefined);
      await crashed;
    }
    this.page = await killed.context().newPage();
    this.#watch(this.page);
    await killed.close();
  }
  empty(): Promise<void> {
    return emptyPage(this);
  }
  close(): Promise<void> {
    return this.page.context().close();
  }
}

export async function openPage(name: BrowserName, browser: Browser): Promise<Page> {
  // A test fills the clipboard as Print Screen does; only Chromium lets itself be told so.
  const permissions = name === 'chromium' ? ['clipboard-read', 'clipboard-write'] : [];
  const context = await browser.newContext({ viewport: usualSize, permissions });
  await context.addInitScript(asCall(reportViolations, JSON.stringify(mark)));
  return new PlaywrightDriver(name, await context.newPage());
}
