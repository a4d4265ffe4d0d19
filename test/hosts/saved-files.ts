import type { Page } from './page.js';

export interface SavedFile {
  readonly name: string;
  readonly content: Buffer;
}

interface Watched extends Window {
  saved?: { readonly name: string; readonly content: Blob }[];
}

/** From now on remembers what the page has the browser save. */
export const watchSaving = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const saved = ((window as Watched).saved = []) as { name: string; content: Blob }[];
    const contents = new Map<string, Blob>();
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (content) => {
      const address = create(content);
      if (content instanceof Blob) contents.set(address, content);
      return address;
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      const content = contents.get(this.href);
      if (content && this.hasAttribute('download')) saved.push({ name: this.download, content });
      click.call(this);
    };
  });

/** What was saved since, in its order, once it is so many. */
export async function savedFiles(page: Page, count = 1): Promise<SavedFile[]> {
  const files = await page.evaluate(async (wanted: number) => {
    const saved = () => (window as Watched).saved ?? [];
    for (let waits = 0; saved().length < wanted && waits < 200; waits += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return Promise.all(
      saved().map(async ({ name, content }) => {
        const bytes = new Uint8Array(await content.arrayBuffer());
        let letters = '';
        for (const byte of bytes) letters += String.fromCharCode(byte);
        return { name, base64: btoa(letters) };
      }),
    );
  }, count);
  return files.map(({ name, base64 }) => ({ name, content: Buffer.from(base64, 'base64') }));
}
