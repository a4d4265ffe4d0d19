import { html, nothing, type TemplateResult } from 'lit';
import { segments } from '../../../ui/segments.js';
import { controlId } from '../fields.js';
import type { FormView } from '../form-view.js';
import { labels } from '../labels.js';

/** What it is, and for a problem what it is about [guide 1.1 and 1.2, step 3]. */
export function kindSection(view: FormView): TemplateResult {
  const { msg, values } = view;
  const kinds = [
    { value: 'question', label: msg('Question') },
    { value: 'problem', label: msg('Problem') },
    { value: 'feedback', label: msg('Feedback') },
    { value: 'idea', label: msg('Development idea') },
  ] as const;
  const abouts = [
    { value: 'error', label: msg('An error') },
    { value: 'report', label: msg('A report') },
    { value: 'other', label: msg('Something else') },
  ] as const;
  return html`
    ${segments(controlId('/kind'), labels.kind(view), kinds, values.kind, (kind) => view.change({ kind }))}
    ${values.kind === 'problem'
      ? segments(controlId('/about'), labels.about(view), abouts, values.about, (about) => view.change({ about }))
      : nothing}
  `;
}
