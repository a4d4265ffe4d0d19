import { waitUntil } from '../tools/wait-until.js';
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
  const savedSoFar = () => page.evaluate(() => (window as Watched).saved?.length ?? 0);
  let there = 0;
  await waitUntil(
    async () => (there = await savedSoFar()) >= count,
    () => `The page saved ${there} of ${count} files.`,
  );
  const files = await page.evaluate(() =>
    Promise.all(
      ((window as Watched).saved ?? []).map(async ({ name, content }) => {
        const bytes = new Uint8Array(await content.arrayBuffer());
        let letters = '';
        for (const byte of bytes) letters += String.fromCharCode(byte);
        return { name, base64: btoa(letters) };
      }),
    ),
  );
  return files.map(({ name, base64 }) => ({ name, content: Buffer.from(base64, 'base64') }));
}
