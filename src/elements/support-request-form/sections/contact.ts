import { html, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.js';

/** Whom to answer: known details folded to one line [guide 1.2, step 3]. */
export function contactLine(view: FormView): TemplateResult {
  const { msg, values, contact } = view;
  const { name, company, phone, email } = values.contact;
  return contact === 'pending'
    ? html`<div class="row contact-line"><p class="small quiet">${msg('Loading your contact details…')}</p></div>`
    : html`
        <div class="row between contact-line">
          <p class="small"><span class="visually-hidden">${msg('Contact details')}:</span> <b>${name}</b>, ${company} · <span class="unbroken">${phone}</span> · ${email}</p>
          <button class="button text" part="button" type="button" @click=${() => view.editContact()}>${msg('Edit details')}</button>
        </div>
      `;
}
