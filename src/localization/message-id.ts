import type { TemplateLike } from '@lit/localize/internal/types.js';

const known = new Map<string | TemplateStringsArray, string>();

/**
 * The id under which a catalogue holds the translation of a message: so much of a hash (FNV-1a) that it tells the messages
 * of one catalogue apart; `npm run localize` fails if it ever doesn't. Computed once a message.
 */
export function messageId(template: TemplateLike): string {
  const strings = typeof template === 'string' ? template : template.strings;
  let id = known.get(strings);
  if (!id) {
    id = hash(typeof strings === 'string' ? strings : strings.join('\0'));
    known.set(strings, id);
  }
  return id;
}

/** The same of a message's text, with a NUL for each placeholder. */
export function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return `s${(sum >>> 8).toString(36)}`;
}
