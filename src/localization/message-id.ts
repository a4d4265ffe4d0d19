import { generateMsgId } from '@lit/localize/internal/id-generation.js';
import type { TemplateLike } from '@lit/localize/internal/types.js';

/**
 * So much of an id tells the messages of one catalogue apart; `npm run localize` fails if it ever doesn't. The whole of
 * it would be a quarter of every catalogue.
 */
export const ID_LENGTH = 6;

const known = new Map<string | TemplateStringsArray, string>();

/** The id under which a catalogue holds the translation of a message; computed once a message, since it is a hash. */
export function messageId(template: TemplateLike): string {
  const strings = typeof template === 'string' ? template : template.strings;
  let id = known.get(strings);
  if (!id) {
    id = generateMsgId(strings, typeof template !== 'string' && !('strTag' in template)).slice(0, ID_LENGTH);
    known.set(strings, id);
  }
  return id;
}
