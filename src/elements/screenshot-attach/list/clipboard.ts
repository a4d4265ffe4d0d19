import { bestOf, hasPictures } from '../../../attachments/pictures-in-html.js';
import { givenFiles, type Given } from '../../../ui/keeps-paste.js';

/** What every browser calls a picture that came without a name. */
export const CLIPBOARD_NAME = 'image.png';

const htmlIn = (types: readonly string[]): string | undefined =>
  types.find((type) => type === 'text/html');

/**
 * The pictures that the clipboard holds, else the HTML that has some; nothing where there are none.
 *
 * @throws where the browser doesn't let the page read it
 */
export async function readClipboard(): Promise<Given | undefined> {
  const items = await navigator.clipboard.read();
  const partsOf = (chosen: (types: readonly string[]) => string | undefined) =>
    Promise.all(
      items.flatMap((item) => {
        const type = chosen(item.types);
        return type ? item.getType(type) : [];
      }),
    );
  const files = (await partsOf(bestOf)).map(
    (blob) => new File([blob], CLIPBOARD_NAME, { type: blob.type }),
  );
  const html = files.length ? '' : await new Blob(await partsOf(htmlIn)).text();
  return files.length || hasPictures(html) ? { ...givenFiles(files), html } : undefined;
}
