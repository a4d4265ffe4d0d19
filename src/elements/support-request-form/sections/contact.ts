import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.js';
import type { RequestValues } from '../request-values.js';
import { textField } from './text-field.js';

type Contact = RequestValues['contact'];

function fields(view: FormView): TemplateResult {
  const { msg, values } = view;
  const one = (name: keyof Contact, autocomplete: AutoFill, type: 'text' | 'tel' | 'email' = 'text') =>
    textField(view, {
      field: `/contact/${name}`,
      type,
      autocomplete,
      value: values.contact[name],
      change: (value) => view.change({ contact: { ...values.contact, [name]: value } }),
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

/** Whom to answer: known details folded to one line [guide 1.2, step 3: company, own name, phone and e-mail]. */
export function contactSection(view: FormView): TemplateResult {
  const { msg, values, contactOpen, contactPending } = view;
  if (contactOpen) return fields(view);
  const { name, company, phone, email } = values.contact;
  return html`
    <div class="row between contact-line">
      <p class="small">
        ${contactPending
          ? html`<span class="quiet">${msg('Fetching your contact details…')}</span>`
          : html`<span class="visually-hidden">${msg('Contact details')}:</span> <b>${name}</b>, ${company} · ${phone} · ${email}`}
      </p>
      ${contactPending
        ? nothing
        : html`<button class="button text" part="button" type="button" @click=${() => view.openContact()}>${msg('Edit details')}</button>`}
    </div>
  `;
}
