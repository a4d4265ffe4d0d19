import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { FormView } from '../form-view.js';

/** Beside the heading: that somebody else sends the request, or when what stands in the form was kept in this browser. */
export function headingNote({
  msg,
  formats,
  maySubmit,
  draftNote: note,
}: FormView): TemplateResult | typeof nothing {
  if (!maySubmit) return html`<span class="tag">${msg('Sent by: main user')}</span>`;
  if (!note) return nothing;
  const time = formats.time(note.at);
  return html`<span class="small quiet">${note.name === 'saved' ? msg(str`Saved at ${time}`) : msg(str`Brought back (${time})`)}</span>`;
}
