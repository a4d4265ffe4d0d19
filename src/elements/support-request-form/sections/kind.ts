import { html, nothing, type TemplateResult } from 'lit';
import { segments } from '../../../ui/segments.js';
import { controlId, fieldLabel } from '../field-texts.js';
import type { FormView } from '../form-view.js';

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
  const kindLegend = fieldLabel(view, '/kind', values);
  const aboutLegend = fieldLabel(view, '/about', values);
  return html`
    ${segments(controlId('/kind'), kindLegend, kinds, values.kind, (kind) => view.change({ kind }))}
    ${values.kind === 'problem'
      ? segments(controlId('/about'), aboutLegend, abouts, values.about, (about) => view.change({ about }))
      : nothing}
  `;
}
