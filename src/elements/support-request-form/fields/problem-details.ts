import { html, nothing, type TemplateResult } from 'lit';
import type { FieldContext } from './field-context.js';
import { textArea, textField } from './text-field.js';
import { fieldLabel } from './field-labels.js';

function report(fields: FieldContext): TemplateResult {
  const { kind, report } = fields.values;
  return html`
    ${textField(fields, {
      field: '/report/name',
      label: fieldLabel(fields, '/report/name', kind),
      value: report.name,
      change: (name) => fields.change({ report: { name } }),
    })}
    ${textArea(fields, {
      field: '/report/criteria',
      label: fieldLabel(fields, '/report/criteria', kind),
      value: report.criteria,
      change: (criteria) => fields.change({ report: { criteria } }),
    })}
  `;
}

function errorMessage(fields: FieldContext): TemplateResult {
  const { msg, values } = fields;
  return textArea(fields, {
    field: '/errorMessage',
    label: fieldLabel(fields, '/errorMessage', values.kind),
    value: values.errorMessage,
    help: msg('Look also whether Help | Show error in the top menu of Fivaldi tells more.'),
    change: (text) => fields.change({ errorMessage: text }),
  });
}

/** What an error and a reporting problem need besides [guide 1.2, step 3]. */
export function problemDetails(fields: FieldContext): TemplateResult | typeof nothing {
  switch (fields.values.about) {
    case 'report':
      return report(fields);
    case 'error':
      return errorMessage(fields);
    case 'other':
      return nothing;
  }
}
