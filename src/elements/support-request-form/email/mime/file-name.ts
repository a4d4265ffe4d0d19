import { encodedWords, isPlain, oneLine } from './header.js';

/** So many letters of a name stand in one line, beside ` filename*10*=utf-8''` and `;`. */
const ROOM = 54;

/** Beyond what `encodeURIComponent` encodes these may not stand in a parameter either (RFC 2231). */
const encoded = (character: string): string =>
  encodeURIComponent(character).replaceAll(
    /[*'()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The letters of a name, encoded, in pieces that have room in a line; none ends within a character. */
function pieces(name: string): string[] {
  const found: string[] = [];
  let piece = '';
  for (const character of name) {
    const letters = encoded(character);
    if (piece.length + letters.length > ROOM) {
      found.push(piece);
      piece = '';
    }
    piece += letters;
  }
  return [...found, piece];
}

const isSimple = (name: string): boolean => isPlain(name) && !/["\\]/.test(name);

/** A file's name as the standard wants it (RFC 2231). */
export function fileNameParameter(given: string): string {
  const name = oneLine(given);
  if (isSimple(name)) return `;\r\n filename="${name}"`;
  const [first = '', ...others] = pieces(name);
  if (!others.length) return `;\r\n filename*=utf-8''${first}`;
  const lines = [`utf-8''${first}`, ...others].map(
    (piece, index) => ` filename*${index}*=${piece}`,
  );
  return `;\r\n${lines.join(';\r\n')}`;
}

/** The same for programs that know only this older way, Outlook among them; others look at the one above. */
export function nameParameter(given: string): string {
  const name = oneLine(given);
  return `;\r\n name="${isSimple(name) ? name : encodedWords(name, ' name="'.length)}"`;
}
