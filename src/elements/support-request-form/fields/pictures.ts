import { html, nothing, type TemplateResult } from 'lit';
import { fieldMessages } from '../../../ui/field.js';
import type { FormView } from '../form-view.js';
import { labels } from './labels.js';

/** Screenshots, and what else belongs to the matter [guide 1.3]. */
export function picturesSection(view: FormView): TemplateResult | typeof nothing {
  const { pictures } = view;
  if (!pictures) return nothing;
  const error = view.messageOf('/attachments');
  return html`
    <div class="field pictures ${error ? 'bad' : ''}" role="group" aria-labelledby="pictures-label">
      <span class="label" id="pictures-label">${labels.attachments(view)} <span class="quiet">${view.msg('optional')}</span></span>
      ${view.later?.picturesNote(view)} ${pictures} ${fieldMessages({ id: 'attachments', label: '', error })}
    </div>
  `;
}
