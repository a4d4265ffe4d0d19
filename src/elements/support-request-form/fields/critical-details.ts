import { html, nothing, type TemplateResult } from 'lit';
import type { Opening } from '../../../contract/opening-hours.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { Contact } from '../../../ui/contact.js';
import { dateTimeInput } from '../../../ui/date-time-field.js';
import { field } from '../../../ui/field.js';
import { openingText } from '../../../ui/opening-text.js';
import { phoneLink } from '../../../ui/phone.js';
import { weeklyHoursText } from '../../../ui/weekly-hours.js';
import { controlId } from './field-pointers.js';
import type { FieldContext } from './field-context.js';
import { fieldLabel } from './field-labels.js';

/** Customer service's telephone. */
export interface Telephone {
  readonly contact: Contact;
  /** Missing while it isn't known whether it is answered now. */
  readonly opening: Opening | undefined;
}

/** When the telephone is answered. Whether it is open now can be said only where the closed days are known. */
export function hoursText(
  l10n: Localization,
  { contact: { hours }, opening }: Telephone,
): string | typeof nothing {
  if (!hours) return nothing;
  return opening ? openingText(l10n, opening, hours.timeZone) : weeklyHoursText(l10n, hours);
}

function byPhone(l10n: Localization, telephone: Telephone): TemplateResult {
  const { msg } = l10n;
  const { contact, opening } = telephone;
  const hours = hoursText(l10n, telephone);
  const link = phoneLink(contact.phone, contact.phoneInternational);
  return opening?.open
    ? html`<h3>${msg('Call customer service:')} ${link}</h3>
        <p class="small">${hours}</p>`
    : html`<p class="small">${msg('By phone:')} ${link}. ${hours}</p>`;
}

function inWriting({ msg }: Localization, { opening }: Telephone): TemplateResult {
  return opening?.open
    ? html`<p class="small">${msg('If the line is congested, send this form. The subject then begins with the word “kiireellinen” (urgent).')}</p>`
    : html`<h3>${msg('Send this form')}</h3>
        <p class="small">${msg('The subject then begins with the word “kiireellinen” (urgent).')}</p>`;
}

/** A critical matter: while the telephone is answered the number comes first, otherwise writing does [guide 1.2, step 4]. */
export function criticalDetails(fields: FieldContext, telephone: Telephone): TemplateResult {
  const { msg, values } = fields;
  const { opening } = telephone;
  const ways = [byPhone(fields, telephone), inWriting(fields, telephone)];
  const id = controlId('/neededBy');
  return html`
    <div class="notice alarm" part="notice">${opening?.open ? ways : ways.reverse()}</div>
    ${field(
      {
        id,
        label: fieldLabel(fields, '/neededBy', values.kind),
        hint: msg('optional'),
        error: fields.messageOf('/neededBy'),
      },
      (described) =>
        dateTimeInput({
          ...described,
          id,
          value: values.neededBy,
          change: (neededBy) => fields.change({ neededBy }),
        }),
    )}
  `;
}
