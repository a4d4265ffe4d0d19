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

/** In which attributes a tag has the address of a picture; the first one that is there counts. */
const ADDRESSES = new Map([
  ['img', ['src', 'srcset']],
  ['source', ['srcset']],
  ['image', ['href', 'xlink:href', 'src']],
  ['object', ['data']],
  ['embed', ['src']],
  ['input', ['src']],
  ['video', ['poster']],
  ['v:imagedata', ['src']],
  ['v:fill', ['src']],
]);
/** Tags in which a picture is drawn, so that it has no address. */
const DRAWN = new Set(['svg', 'canvas']);
/** The most letters of a tag's name, so that the search for one is short. */
const TAG = /<([a-z][\w:-]{0,20})/gi;
const BACKGROUND =
  /\bbackground(?:-image)?\s*:[^;"']{0,200}?\burl\(\s*["']?(data:image\/(?!svg)[^\s"')]+)/i;
const ENTITIES = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&amp;', '&'],
]);

interface Picture {
  /** Nothing where it is drawn in the HTML itself. */
  readonly address?: string;
  readonly isSign: boolean;
  /** The next `img` in another way: in another format in a `picture`, or for programs of Microsoft. */
  readonly isAlternative: boolean;
}

const isSign = (attributes: ReadonlyMap<string, string>): boolean =>
  ['width', 'height'].some((name) => {
    const side = /^(\d+)(?:\.\d*)?(?:px)?$/i.exec(attributes.get(name) ?? '');
    return side !== null && Number(side[1]) <= SIGN;
  });

/** Of addresses for several screens the last one, which is that of the finest. */
const finest = (addresses: string): string =>
  addresses.match(/\bdata:\S*[^\s,]/gi)?.at(-1) ?? addresses;

/** What a tag shows: `object`, `embed` and `input` are pictures only where they say so. */
function pictureOf(tag: string, attributes: ReadonlyMap<string, string>): Picture | undefined {
  const shown = {
    isSign: isSign(attributes),
    isAlternative: tag === 'source' || tag.startsWith('v:'),
  };
  if (DRAWN.has(tag))
    return attributes.has('width') || attributes.has('height') ? shown : undefined;
  const name = ADDRESSES.get(tag)?.find((one) => attributes.get(one));
  const said = (name && attributes.get(name)) || '';
  const address = name === 'srcset' ? finest(said) : said;
  const type = attributes.get('type') ?? '';
  const isOther =
    (tag === 'input' && type.toLowerCase() !== 'image') ||
    (['object', 'embed'].includes(tag) && !/^(?:data:)?image\//i.test(type || address));
  if (address && !isOther) return { ...shown, address };
  const style = attributes.get('style') ?? '';
  const plain = style.replaceAll(/&(?:quot|apos|amp|#3[49]);/g, (one) => ENTITIES.get(one) ?? one);
  const background = BACKGROUND.exec(plain)?.[1];
  return background === undefined ? undefined : { ...shown, address: background };
}

/** The pictures of HTML, in their order. */
function* picturesOf(html: string): Generator<Picture> {
  const start = new RegExp(TAG);
  for (let found = start.exec(html); found; found = start.exec(html)) {
    const end = endOfTag(html, start.lastIndex);
    const attributes = html.slice(start.lastIndex, end).matchAll(ATTRIBUTES);
    start.lastIndex = end;
    // What is said twice counts as it was said first.
    const pairs = [...attributes].map(
      ([, name = '', double, single, plain]) =>
        [name.toLowerCase(), (double ?? single ?? plain ?? '').trim()] as const,
    );
    const picture = pictureOf(found[1]?.toLowerCase() ?? '', new Map(pairs.reverse()));
    if (picture) yield picture;
  }
}

/** The pictures that stand whole in HTML, each once. What is only referred to is not fetched. */
export function picturesIn(html: string): File[] {
  const taken = new Map<string, readonly File[]>();
  const take = (whole: RegExpExecArray | null): void => {
    if (whole && !taken.has(whole[0])) taken.set(whole[0], fileOf(whole));
  };
  let alternative: RegExpExecArray | null = null;
  for (const { address = '', isAlternative } of picturesOf(html)) {
    const whole = WHOLE.exec(address);
    if (isAlternative) alternative ??= whole;
    else {
      take(whole ?? alternative);
      alternative = null;
    }
    if (taken.size >= MOST) break;
  }
  take(alternative);
  return [...taken.values()].flat().slice(0, MOST);
}

/** Whether HTML shows pictures, wherever they lie. */
export function hasPictures(html: string): boolean {
  let hasAlternative = false;
  for (const picture of picturesOf(html)) {
    hasAlternative = picture.isAlternative;
    if (!picture.isSign && !hasAlternative) return true;
  }
  return hasAlternative;
}

/** Whether a picture is drawn in HTML itself, so that there is none that could be taken. */
export function isDrawn(html: string): boolean {
  for (const { address } of picturesOf(html)) if (address === undefined) return true;
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
