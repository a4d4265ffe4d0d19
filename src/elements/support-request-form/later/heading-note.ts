import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { FormView } from '../form-view.js';

/** Beside the heading: that somebody else sends the request, or when what stands in the form was kept in this browser. */
export function headingNote({
  msg,
  formats,
  maySubmit,
  drafts,
}: FormView): TemplateResult | typeof nothing {
  if (!maySubmit)
    return html`<span class="tag">${msg('The main user sends this support request')}</span>`;
  const note = drafts?.note;
  if (!note) return nothing;
  const time = formats.time(note.at);
  const text = {
    saved: () =>
      drafts.unkept.length
        ? msg(str`Draft saved at ${time}, text only`)
        : msg(str`Draft saved at ${time}`),
    restored: () => msg(str`Draft restored (${time})`),
    failed: () => msg('Draft could not be saved in this browser'),
  }[note.name];
  return html`<span class="small quiet">${text()}</span>`;
}
