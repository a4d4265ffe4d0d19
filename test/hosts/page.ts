import type { BrowserName } from '../tools/browsers.mjs';

/** What the browser refused because of the page's Content-Security-Policy. */
export interface Violation {
  readonly directive: string;
  /** An address, or a word such as `inline`. */
  readonly blocked: string;
  readonly document: string;
}

/** The whole accessible name, or a pattern that it holds. */
export type Name = string | RegExp;

/** A page in a real browser, used as a person would: by what controls are and are called, through all shadow roots. */
export interface Page {
  readonly browser: BrowserName;
  goto(url: string): Promise<void>;
  /** Waits for the one visible element of that role and name, and clicks it. */
  click(role: string, name: Name): Promise<void>;
  /** Waits for the one field of that name, and puts a text in place of what it holds. */
  fill(name: Name, text: string): Promise<void>;
  /** Waits for the one native list box of that name and for what it is to offer, and chooses. */
  select(name: Name, option: string): Promise<void>;
  /** Gives files to the first file field that fits, shown or not. */
  attach(paths: readonly string[], selector?: string): Promise<void>;
  /** One key with its modifiers, as in `Control+Enter`, so many times. */
  press(keys: string, times?: number): Promise<void>;
  type(text: string): Promise<void>;
  /** What can be read on the page, with the insides of elements. */
  text(): Promise<string>;
  waitForText(text: Name): Promise<void>;
  /** How many visible elements of that role and name there are now. */
  count(role: string, name: Name): Promise<number>;
  /** Runs a function in the page; it sees its arguments alone. */
  evaluate<A extends readonly unknown[], T>(
    work: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T>;
  /** A PNG of what is shown. Not in WebKit. */
  screenshot(): Promise<Buffer>;
  /**
   * Violations of the page's policy since `goto`, from its first byte on. It has the page break its policy once more, and waits
   * until that has been told too, which comes last; a page whose policy lets pictures come from anywhere can't be asked.
   */
  violations(): Promise<readonly Violation[]>;
  /** Uncaught errors since `goto`, and what the page logged as one. WebKit tells them from the end of loading on. */
  errors(): Promise<readonly string[]>;
  /** WebKit's window has a least width of about 450 pixels; asking for less is an error there. */
  setViewport(width: number, height: number): Promise<void>;
  /** Shows the page as with the contrast colours of Windows, or as usual again. Not in WebKit. */
  setForcedColours(forced: boolean): Promise<void>;
  /** Cuts the page off from the network. In WebKit `navigator.onLine` doesn't notice. */
  setOffline(offline: boolean): Promise<void>;
  /** Ends the page at once, as when its tab is killed, and gives an empty one in its place; what the browser keeps stays. */
  kill(): Promise<void>;
  /** Leaves the page for an empty one of the usual size, with nothing stored for where it was. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** Of a page, in CSS pixels. */
export const usualSize = { width: 1280, height: 800 } as const;

/** Takes everything away that a page has stored for its origin. Runs in a page that has no script of its own. */
export async function forgetAll(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  for (const { name = '' } of await indexedDB.databases()) {
    await new Promise<void>((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase(name);
      deletion.onsuccess = () => resolve();
      deletion.onerror = () => reject(new Error(`${name} could not be deleted`));
      deletion.onblocked = () => reject(new Error(`${name} is in use`));
    });
  }
}

/** What `empty` does in every browser; a page without scripts is that where there is none. */
export async function emptyPage(page: Page): Promise<void> {
  await page.setOffline(false);
  const origin = await page.evaluate(() => location.origin);
  if (origin !== 'null') {
    await page.goto(`${origin}/nothing-here`);
    await page.evaluate(forgetAll);
  }
  await page.goto('about:blank');
  const { width, height } = usualSize;
  const isUsual = (...usual: number[]) => usual.join() === [innerWidth, innerHeight].join();
  if (!(await page.evaluate(isUsual, width, height))) await page.setViewport(width, height);
}

export const patience = 10_000;

/** Where the picture would come from that a page is refused when it is asked for its violations. */
export const lastViolation = 'https://last-violation-';

/** Such an address of its own; WebKit tells no more of it than its origin. */
export const lastViolationOf = (count: number): string => `${lastViolation}${count}.invalid`;

/** Breaks the page's policy, so that what is told of it comes after everything before. Runs in the page. */
export function violateOnceMore(address: string): void {
  new Image().src = address;
}

export const isNamed = (actual: string, wanted: Name): boolean => {
  const name = actual.replaceAll(/\s+/g, ' ').trim();
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
};

/** The text of a page as it is read: through shadow roots and slots, without what is hidden. Runs in the page. */
export function readText(): string {
  const read = (node: Node): string => {
    if (node instanceof Text) return node.data.replaceAll(/\s+/g, ' ');
    if (!(node instanceof Element)) return '';
    const { display, visibility } = getComputedStyle(node);
    if (
      display === 'none' ||
      visibility === 'hidden' ||
      /^(script|style|template)$/i.test(node.localName)
    )
      return '';
    const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    const children = assigned.length > 0 ? assigned : [...(node.shadowRoot ?? node).childNodes];
    const isField =
      node instanceof HTMLTextAreaElement ||
      (node instanceof HTMLInputElement && !/^(checkbox|radio|file|hidden)$/.test(node.type));
    const value = isField ? node.value : '';
    const text = value || children.map(read).join('');
    return display.startsWith('inline') || display === 'contents' ? text : `\n${text}\n`;
  };
  return read(document.body)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

/** A function as a call that can be sent to a page. The loader of these tests names inner functions by a helper of its own. */
export const asCall = (work: (...args: never[]) => unknown, args: string): string =>
  `((...args) => { const __name = it => it; return (${String(work)})(...args); })(${args})`;
