/**
 * What most texts are made of: the letters, digits and signs of western Europe, spaces and ends of lines. Nothing in it is invisible, and
 * each letter has one form.
 */
const ORDINARY = /^[\t\n\r -~\u00a1-\u00ac\u00ae-\u00ff]*$/;

/** Whether a text is plain as it is; of those nothing needs to be looked at letter by letter. */
export const isOrdinary = (text: string): boolean => ORDINARY.test(text);

/**
 * Invisible characters that a value of one line does not need: direction marks, joiners, zero-width spaces, byte order marks, a blank of
 * Braille, and the sign that stands for a picture in a text.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800\ufffc]/gu;

/** Dashes that programs put in place of a hyphen while a person writes, and signs that look like one; for a class in an expression. */
export const hyphens = '\\p{Dash}\\u02d7\\u2043\\u2500\\u2501\\u2796';
const HYPHEN = new RegExp(`[${hyphens}]`, 'gu');

/** Letters and signs as wide as those of East Asia. */
const WIDE = /[\uff01-\uff5e]/g;
/** Digits of other scripts, such as Arabic, and of mathematics. */
const OTHER_DIGITS = /(?!\d)\p{Nd}/gu;

/** Unicode has all digits in tens, from zero on. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

/** A value of one line as it was meant, whatever program it was copied from: one form of each letter, nothing invisible, plain hyphens, plain digits. */
export const plain = (text: string): string =>
  isOrdinary(text)
    ? text
    : text
        .normalize('NFC')
        .replaceAll(INVISIBLE, '')
        .replaceAll(HYPHEN, '-')
        .replaceAll('\u3000', ' ')
        .replaceAll(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
        .replaceAll(OTHER_DIGITS, digitOf);

/** Marks of programs that no line of words needs. Joiners stay: emoji and some languages are written with them. */
const MARKS = /[\u00ad\u180e\u200b\u2060\ufeff\ufffc\u202a-\u202e\u2066-\u2069]/g;

/** Signs that stand between addresses, or around one. */
const AROUND = ' ;,.\'"<>';

/** An address of mail or a telephone number without what programs copy with it: `Maija <maija@ayras.fi>;`, `mailto:…`, `tel:…`. */
export function bareAddress(text: string): string {
  const open = text.lastIndexOf('<');
  const inside = (open < 0 ? text : text.slice(open + 1)).replaceAll(/\s+/g, ' ');
  let [from, to] = [0, inside.length];
  while (from < to && AROUND.includes(inside.charAt(from))) from += 1;
  while (from < to && AROUND.includes(inside.charAt(to - 1))) to -= 1;
  const bare = inside.slice(from, to);
  // What a link says of the mail, such as its subject, stands behind the address.
  return bare.replace(/^tel:/i, '').replace(/^mailto:([^?]*).*$/is, '$1');
}

/** A line of words without what turns its direction, hides in it or breaks it where nobody sees. */
export const withoutMarks = (text: string): string => text.replaceAll(MARKS, '');

const SEEN = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\ufffc]/u;

/** Whether there is anything in a text that a person sees. */
export const isSeen = (text: string): boolean => SEEN.test(text);

/** A text in the one form in which texts are compared by who searches. */
export const searchable = (text: string): string =>
  plain(text).replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('fi');
