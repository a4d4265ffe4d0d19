/** No line of a header is longer, as far as it can be folded (RFC 2047, RFC 5322). */
const LINE = 76;

/** What stands around the letters of an encoded word: `=?utf-8?B?` and `?=`. */
const AROUND = 12;

export const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** A text in one line: nothing of it can end a header and begin another. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();

/** Whether a text stands in a header as it is. */
export const isPlain = (text: string): boolean =>
  /^[ -~]{1,60}$/.test(text) && !text.includes('=?');

/** So many bytes have room in an encoded word that begins in a column. */
const roomFrom = (column: number): number => Math.floor((LINE - column - AROUND) / 4) * 3;

/**
 * A text as encoded words (RFC 2047), each on a line of its own, none with a part of a character.
 *
 * @param column where the first one begins; the others begin in the second
 */
export function encodedWords(text: string, column: number): string {
  const words: string[] = [];
  let word: number[] = [];
  const end = () => words.push(`=?utf-8?B?${base64Of(Uint8Array.from(word))}?=`);
  for (const character of text) {
    const bytes = new TextEncoder().encode(character);
    if (word.length + bytes.length > roomFrom(words.length ? 1 : column)) {
      end();
      word = [];
    }
    word.push(...bytes);
  }
  end();
  return words.join('\r\n ');
}

/** A header of words, such as the subject. */
export function textHeader(name: string, text: string): string {
  const line = oneLine(text);
  const start = `${name}: `;
  return start + (isPlain(line) || !line ? line : encodedWords(line, start.length));
}

/** Somebody whom a mail is for. */
export interface Recipient {
  readonly name?: string;
  readonly email: string;
}

/** An address that needs no quoting; letters beyond ASCII stand as they are (RFC 6532). */
const ADDRESS = /^[^\s@<>()[\],;:"\\\p{C}]+@[^\s@<>()[\],;:"\\\p{C}]+$/u;

function mailbox({ name = '', email }: Recipient, column: number): string {
  const known = oneLine(name);
  if (!known) return email;
  const phrase = isPlain(known)
    ? `"${known.replaceAll(/["\\]/g, String.raw`\$&`)}"`
    : encodedWords(known, column);
  return `${phrase}\r\n <${email}>`;
}

/** Whom a mail is for, one in a line; what isn't an address is left out, and the header where there is none. */
export function toHeader(recipients: readonly Recipient[]): string[] {
  const known = recipients.filter(({ email }) => ADDRESS.test(email));
  return known.length
    ? [`To: ${known.map((recipient, index) => mailbox(recipient, index ? 1 : 4)).join(',\r\n ')}`]
    : [];
}
