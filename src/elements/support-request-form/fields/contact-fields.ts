import { html, type TemplateResult } from 'lit';
import type { RequestValues } from '../request-values.js';
import type { FieldContext } from './field-context.js';
import { textField } from './text-field.js';
import { fieldLabel } from './field-labels.js';

/** The contact details, open for editing [guide 1.2.3: company, own name, phone and e-mail]. */
export function contactFields(fields: FieldContext): TemplateResult {
  const { msg, values } = fields;
  const one = (
    name: keyof RequestValues['contact'],
    autocomplete: AutoFill,
    type: 'text' | 'tel' | 'email' = 'text',
  ) =>
    textField(fields, {
      field: `/contact/${name}`,
      label: fieldLabel(fields, `/contact/${name}`, values.kind),
      type,
      autocomplete,
      value: values.contact[name],
      change: (value) => fields.change({ contact: { [name]: value } }),
    });
  return html`
    <fieldset class="contact">
      <legend>${msg('Contact details')}</legend>
      <div class="two">
        ${one('name', 'name')} ${one('company', 'organization')} ${one('phone', 'tel', 'tel')} ${one('email', 'email', 'email')}
      </div>
    </fieldset>
  `;
}
