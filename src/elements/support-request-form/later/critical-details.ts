import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { contactOf } from '../../../ui/contact.js';
import { dateTimeInput } from '../../../ui/date-time-field.js';
import { emphasized, strong } from '../../../ui/emphasis.js';
import { field } from '../../../ui/field.js';
import { phoneLink } from '../../../ui/phone.js';
import { controlId } from '../fields.js';
import type { FormView } from '../form-view.js';
import { hoursText } from './hours.js';
import { fieldLabel } from './labels.js';

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

/** The word that stands in the subject in every language, so it is quoted as the Finnish that it is. */
const urgent = strong('kiireellinen');
const inFinnish = (word: string) => html`<span lang="fi">${word}</span>`;

function inWriting({ msg, opening }: FormView): TemplateResult {
  const text = opening?.open
    ? msg(
        str`If the phone line is busy, send a support request with this form. Its subject begins with the word “${urgent}” (urgent).`,
      )
    : msg(str`The subject begins with the word “${urgent}” (urgent).`);
  return html`
    ${opening?.open ? nothing : html`<h3>${msg('Send an urgent support request')}</h3>`}
    <p class="small">${emphasized(text, inFinnish)}</p>
  `;
}

/** A critical matter: while the telephone is answered the number comes first, otherwise writing does [guide 1.2, step 4]. */
export const criticalNotice = (view: FormView): TemplateResult => html`
  <div class="notice alarm" part="notice">${view.opening?.open ? [byPhone(view), inWriting(view)] : [inWriting(view), byPhone(view)]}</div>
`;

/** By when a critical matter is to be solved. */
export function neededByField(view: FormView): TemplateResult {
  const { msg, values } = view;
  const id = controlId('/neededBy');
  return field(
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
  );
}
