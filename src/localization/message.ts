import { joinStringsAndValues } from '@lit/localize/internal/str-tag.js';
import type { TemplateLike, TemplateMap } from '@lit/localize/internal/types.js';
import type { TemplateResult } from 'lit';
import { messageId } from './message-id.js';

/** A message as it stands in the source: a text, or one with values in it. */
export type Text = Exclude<TemplateLike, TemplateResult>;

/** A message by a catalogue; as it stands in the source where that has no translation. Markup is never translated. */
export function messageIn(templates: TemplateMap | undefined, text: Text): string {
  const translation = templates?.[messageId(text)];
  if (typeof text === 'string') return typeof translation === 'string' ? translation : text;
  // A translation has the numbers of the values in the places of the values.
  if (typeof translation === 'object' && 'strTag' in translation) {
    return joinStringsAndValues(translation.strings, text.values, translation.values as number[]);
  }
  return joinStringsAndValues(text.strings, text.values);
}
