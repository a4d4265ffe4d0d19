import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Opening } from '../../../contract/opening-hours.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { Contact } from '../../../ui/contact.js';
import { dateTimeInput } from '../../../ui/date-time-field.js';
import { emphasized, strong } from '../../../ui/emphasis.js';
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

/** The word that stands in the subject in every language, so it is quoted as the Finnish that it is. */
const urgent = strong('kiireellinen');
const inFinnish = (word: string) => html`<span lang="fi">${word}</span>`;

function inWriting({ msg }: Localization, { opening }: Telephone): TemplateResult {
  const text = opening?.open
    ? msg(
        str`If the phone service is busy, send a support request with this form. Its subject begins with the word “${urgent}” (urgent).`,
      )
    : msg(str`The subject begins with the word “${urgent}” (urgent).`);
  return html`
    ${opening?.open ? nothing : html`<h3>${msg('Send an urgent support request')}</h3>`}
    <p class="small">${emphasized(text, inFinnish)}</p>
  `;
}

/** A critical matter: while the telephone is answered the number comes first, otherwise writing does [guide 1.2.4]. */
export function criticalNotice(l10n: Localization, telephone: Telephone): TemplateResult {
  const contacts = [byPhone(l10n, telephone), inWriting(l10n, telephone)];
  return html`<div class="notice" part="notice">${telephone.opening?.open ? contacts : contacts.reverse()}</div>`;
}

/** By when a critical matter is to be solved. */
export function neededByField(fields: FieldContext): TemplateResult {
  const { msg, values } = fields;
  const id = controlId('/neededBy');
  return field(
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
  );
}
