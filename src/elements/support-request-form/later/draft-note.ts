import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { DraftNote } from './draft-keeper.js';

/** When what stands in the form was kept in this browser. */
export function draftNote({ msg, formats }: Localization, note: DraftNote | undefined): TemplateResult | typeof nothing {
  if (!note) return nothing;
  const time = formats.time(note.at);
  return html`<span class="small quiet">${note.name === 'saved' ? msg(str`Draft saved at ${time}`) : msg(str`Draft of ${time} is back`)}</span>`;
}
