import { plain, type Surface } from './surface.js';

/** Playwright's `Locator`, as far as it is needed. */
export interface PlaywrightLocator {
  locator(selector: string): PlaywrightLocator;
  first(): PlaywrightLocator;
  waitFor(): Promise<void>;
  count(): Promise<number>;
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  press(key: string): Promise<void>;
  setChecked(isChecked: boolean, options: { force: boolean }): Promise<void>;
  selectOption(value: string): Promise<unknown>;
  setInputFiles(files: { name: string; mimeType: string; buffer: never }[]): Promise<void>;
  innerText(): Promise<string>;
  allInnerTexts(): Promise<string[]>;
}

async function payloadOf(file: File): Promise<{ name: string; mimeType: string; buffer: never }> {
  const { Buffer } = globalThis as unknown as {
    readonly Buffer: { from(bytes: ArrayBuffer): never };
  };
  return { name: file.name, mimeType: file.type, buffer: Buffer.from(await file.arrayBuffer()) };
}

/** An element in a browser that Playwright drives; its CSS reaches into open shadow roots. */
export function playwrightSurface(element: PlaywrightLocator): Surface {
  const find = (selector: string) => element.locator(selector).first();
  return {
    sees: (selector) => find(selector).waitFor(),
    has: async (selector) => (await element.locator(selector).count()) > 0,
    press: (selector) => find(selector).click(),
    write: (selector, text) => find(selector).fill(text),
    choose: async (selector, value) => void (await find(selector).selectOption(value)),
    // A label may lie over its box, which Playwright takes for something in the way.
    check: (selector, isChecked) => find(selector).setChecked(isChecked, { force: true }),
    give: async (selector, files) =>
      find(selector).setInputFiles(await Promise.all(files.map(payloadOf))),
    key: (selector, key) => find(selector).press(key),
    text: async (selector) => plain(await find(selector).innerText()),
    texts: async (selector) => (await element.locator(selector).allInnerTexts()).map(plain),
  };
}
