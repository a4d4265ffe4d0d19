import { html, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.js';
import type { RequestValues } from '../request-values.js';
import { textField } from './text-field.js';
import { fieldLabel } from './field-labels.js';

/** The contact details, open for editing [guide 1.2, step 3: company, own name, phone and e-mail]. */
export function contactFields(view: FormView): TemplateResult {
  const { msg, values } = view;
  const one = (
    name: keyof RequestValues['contact'],
    autocomplete: AutoFill,
    type: 'text' | 'tel' | 'email' = 'text',
  ) =>
    textField(view, {
      field: `/contact/${name}`,
      label: fieldLabel(view, `/contact/${name}`, values.kind),
      type,
      autocomplete,
      value: values.contact[name],
      change: (value) => view.change({ contact: { [name]: value } }),
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
