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

function errorMessage(fields: FieldContext, hasDiagnostics: boolean): TemplateResult {
  const { msg, values } = fields;
  return textArea(fields, {
    field: '/errorMessage',
    label: fieldLabel(fields, '/errorMessage', values.kind),
    value: values.errorMessage,
    help: hasDiagnostics ? undefined : msg('See also Help | Show error in Fivaldi.'),
    change: (text) => fields.change({ errorMessage: text }),
  });
}

/**
 * What an error and a reporting problem need besides [guide 1.2.3].
 *
 * @param hasDiagnostics whether the host tells what the program says of the error
 */
export function problemDetails(
  fields: FieldContext,
  hasDiagnostics: boolean,
): TemplateResult | typeof nothing {
  switch (fields.values.about) {
    case 'report':
      return report(fields);
    case 'error':
      return errorMessage(fields, hasDiagnostics);
    case 'other':
      return nothing;
  }
}
