/** A tag is read to its end; a sign that would close it may stand in quotation marks. */
const OF_A_TAG = /[>"']/g;
const ATTRIBUTES = /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?/g;
/** A picture that stands whole in its address, as Google Docs, LibreOffice and mail programs on the web copy it. */
const WHOLE = /^data:(image\/[\w.+-]+)((?:;[^;,]*)*),(.*)$/is;
/** More of them are no picture of what is wrong, and no list holds them. */
const MOST = 20;
/** What pages and mails have beside their text, such as signs and what counts readers, in pixels. */
const SIGN = 40;

function fileOf([, type = '', parameters = '', content = '']: RegExpExecArray): File[] {
  try {
    const isBase64 = /;\s*base64\s*$/i.test(parameters);
    const plain = decodeURIComponent(content.replaceAll(/&#(?:43|x2b);/gi, '+'));
    const text = isBase64
      ? atob(plain)
      : new TextDecoder('latin1').decode(new TextEncoder().encode(plain));
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const ending = type.replace(/^image\/(?:x-)?|\+.*$/g, '').replace('jpeg', 'jpg');
    return [new File([bytes], `image.${ending}`, { type })];
  } catch {
    return [];
  }
}

/** Where a tag ends that begins before `from`. Each letter is looked at once, however hostile they are. */
function endOfTag(html: string, from: number): number {
  for (let at = from; ;) {
    OF_A_TAG.lastIndex = at;
    const found = OF_A_TAG.exec(html);
    if (!found) return html.length;
    if (found[0] === '>') return found.index;
    const close = html.indexOf(found[0], OF_A_TAG.lastIndex);
    // Part of a word, as in `it's`.
    at = close < 0 ? OF_A_TAG.lastIndex : close + 1;
  }
}

/** The attributes of each picture. */
function* picturesOf(html: string): Generator<ReadonlyMap<string, string>> {
  const start = /<img\b/gi;
  while (start.test(html)) {
    const end = endOfTag(html, start.lastIndex);
    const attributes = html.slice(start.lastIndex, end).matchAll(ATTRIBUTES);
    start.lastIndex = end;
    // What is said twice counts as it was said first.
    const pairs = [...attributes].map(
      ([, name = '', double, single, plain]) =>
        [name.toLowerCase(), (double ?? single ?? plain ?? '').trim()] as const,
    );
    yield new Map(pairs.reverse());
  }
}

const isSign = (attributes: ReadonlyMap<string, string>): boolean =>
  ['width', 'height'].some((name) => {
    const side = /^(\d+)(?:\.\d*)?(?:px)?$/i.exec(attributes.get(name) ?? '');
    return side !== null && Number(side[1]) <= SIGN;
  });

/** The pictures that stand whole in HTML. What is only referred to is not fetched. */
export function picturesIn(html: string): File[] {
  const files: File[] = [];
  for (const attributes of picturesOf(html)) {
    const whole = WHOLE.exec(attributes.get('src') ?? '');
    if (whole) files.push(...fileOf(whole));
    if (files.length === MOST) break;
  }
  return files;
}

/** Whether HTML shows pictures, wherever they lie. */
export function hasPictures(html: string): boolean {
  for (const attributes of picturesOf(html))
    if (attributes.get('src') && !isSign(attributes)) return true;
  return false;
}

/** What browsers call pictures of the clipboard, which no file brings with it. */
const UNNAMED = /^image\.\w+$/;
/** In which format a picture is taken that is there in several, the best one first. */
const FORMATS = ['image/png', 'image/webp', 'image/jpeg', 'image/gif', 'image/bmp'];

/** The place of a type among the formats; behind all of them where browsers don't show it. */
const rankOf = (type: string): number => FORMATS.indexOf(type) + 1 || Infinity;

/** Of the types of one picture that in which it is taken. */
export const bestOf = (types: readonly string[]): string | undefined =>
  types
    .filter((type) => type.startsWith('image/'))
    .toSorted((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1))[0];

/**
 * Each picture once: a Mac has a screenshot as PNG and as TIFF, and a file manager may put its sign of a file beside the file, without
 * a name, and the names as text.
 */
export function withoutDoubles(files: readonly File[], text: string): File[] {
  const isNamed = ({ name }: File) => !UNNAMED.test(name) || text.includes(name);
  const named = files.filter(isNamed);
  if (named.some(({ name }) => text.includes(name))) return named;
  const unnamed = files.filter((file) => !isNamed(file));
  const best = bestOf(unnamed.map(({ type }) => type));
  return files.filter((file) => isNamed(file) || file.type === best || !best);
}
