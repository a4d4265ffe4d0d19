import type { TemplateLike } from '@lit/localize/internal/types.js';

/** 36⁴ ids tell a few hundred messages apart; `npm run localize` fails if two of them ever meet. */
const IDS = 36 ** 4;

/**
 * The id under which a catalogue holds the translation of a message: a short hash (FNV-1a) of its English text. The ids of
 * `@lit/localize` are four times as long, and so would be every catalogue's keys.
 */
export function messageId(template: TemplateLike): string {
  const strings = typeof template === 'string' ? [template] : template.strings;
  let hash = 0x811c9dc5;
  for (const character of strings.join('\0')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return `s${((hash >>> 0) % IDS).toString(36)}`;
}
