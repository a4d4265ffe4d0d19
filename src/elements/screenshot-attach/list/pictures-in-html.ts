/** A picture and its address, in quotation marks or without. */
const PICTURE = /<img\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const ADDRESS = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/i;
const SIDE = /\s(?:width|height)\s*=\s*["']?\s*(\d+)(?!\s*%)/gi;
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

const isSign = (tag: string): boolean =>
  [...tag.matchAll(SIDE)].some(([, side]) => Number(side) <= SIGN);

const addressOf = (tag: string): string => {
  const [, double, single, plain] = ADDRESS.exec(tag) ?? [];
  return (double ?? single ?? plain ?? '').trim();
};

/** The pictures that stand whole in HTML. What is only referred to is not fetched. */
export const picturesIn = (html: string): File[] =>
  [...html.matchAll(PICTURE)].slice(0, MOST).flatMap(([tag]) => {
    const whole = WHOLE.exec(addressOf(tag));
    return whole ? fileOf(whole) : [];
  });

/** Whether HTML shows pictures, wherever they lie. */
export const hasPictures = (html: string): boolean =>
  [...html.matchAll(PICTURE)].some(([tag]) => addressOf(tag) !== '' && !isSign(tag));

/** A file manager may put its sign of a file beside the file, without a name, and the names as text. */
export const withoutSign = (files: readonly File[], text: string): File[] =>
  files.some(({ name }) => text.includes(name))
    ? files.filter(({ name }) => name !== 'image.png' || text.includes(name))
    : [...files];
