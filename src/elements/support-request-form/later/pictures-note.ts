import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { missingFiles } from '../../../ui/missing-files.js';
import type { FormView } from '../form-view.js';

/** Above the pictures: which of them have to be added again, and which can't be kept. */
export function picturesNote(view: FormView): TemplateResult | typeof nothing {
  const { msg, formats, drafts } = view;
  if (!drafts) return nothing;
  const { missing, unkept, haveUnkept } = drafts;
  const names = formats.list([...unkept]);
  return html`
    ${missingFiles(view, missing, () => drafts.dismissMissing())}
    ${haveUnkept ? html`<p class="message" role="status">${msg(str`Could not be saved in this browser: ${names}`)}</p>` : nothing}
  `;
}
