import { html, type TemplateResult } from 'lit';
import { contactOf } from '../../../ui/contact.js';
import { dateTimeInput } from '../../../ui/date-time-field.js';
import { field } from '../../../ui/field.js';
import { phoneLink } from '../../../ui/phone.js';
import { controlId } from './field-pointers.js';
import type { FormView } from '../form-view.js';
import { hoursText } from './hours.js';
import { fieldLabel } from './field-labels.js';

function byPhone(view: FormView): TemplateResult {
  const { msg, opening, service, settings } = view;
  const contact = contactOf(service, settings);
  const hours = hoursText(view, contact);
  const link = phoneLink(contact.phone, contact.phoneInternational);
  return opening?.open
    ? html`<h3>${msg('Call customer service:')} ${link}</h3>
        <p class="small">${hours}</p>`
    : html`<p class="small">${msg('By phone:')} ${link}. ${hours}</p>`;
}

function inWriting({ msg, opening }: FormView): TemplateResult {
  return opening?.open
    ? html`<p class="small">${msg('If the line is congested, send this form. The subject then begins with the word “kiireellinen” (urgent).')}</p>`
    : html`<h3>${msg('Send this form')}</h3>
        <p class="small">${msg('The subject then begins with the word “kiireellinen” (urgent).')}</p>`;
}

/** A critical matter: while the telephone is answered the number comes first, otherwise writing does [guide 1.2, step 4]. */
export function criticalDetails(view: FormView): TemplateResult {
  const { msg, values, opening } = view;
  const id = controlId('/neededBy');
  return html`
    <div class="notice alarm" part="notice">${opening?.open ? [byPhone(view), inWriting(view)] : [inWriting(view), byPhone(view)]}</div>
    ${field(
      {
        id,
        label: fieldLabel(view, '/neededBy', values.kind),
        hint: msg('optional'),
        error: view.messageOf('/neededBy'),
      },
      (described) =>
        dateTimeInput({
          ...described,
          id,
          value: values.neededBy,
          change: (neededBy) => view.change({ neededBy }),
        }),
    )}
  `;
}
