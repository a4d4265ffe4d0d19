import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.js';
import { textArea, textField } from '../sections/text-field.js';
import { fieldLabel } from './labels.js';

function report(view: FormView): TemplateResult {
  const { kind, report } = view.values;
  return html`
    ${textField(view, {
      field: '/report/name',
      label: fieldLabel(view, '/report/name', kind),
      value: report.name,
      change: (name) => view.change({ report: { name } }),
    })}
    ${textArea(view, {
      field: '/report/criteria',
      label: fieldLabel(view, '/report/criteria', kind),
      value: report.criteria,
      change: (criteria) => view.change({ report: { criteria } }),
    })}
  `;
}

function errorMessage(view: FormView): TemplateResult {
  const { msg, values } = view;
  return textArea(view, {
    field: '/errorMessage',
    label: fieldLabel(view, '/errorMessage', values.kind),
    value: values.errorMessage,
    help: view.hostDiagnostics ? undefined : msg('See also Help | Show error in Fivaldi.'),
    change: (text) => view.change({ errorMessage: text }),
  });
}

/** What an error and a reporting problem need besides [guide 1.2, step 3]. */
export function problemDetails(view: FormView): TemplateResult | typeof nothing {
  switch (view.values.about) {
    case 'report':
      return report(view);
    case 'error':
      return errorMessage(view);
    case 'other':
      return nothing;
  }
}
