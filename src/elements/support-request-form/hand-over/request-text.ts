import { str } from '@lit/localize/internal/str-tag.js';
import type { ServiceProfile } from '../../../contract/service.js';
import { composeSubject } from '../../../contract/subject.js';
import type { Company } from '../../../contract/values.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { timeText } from '../../../localization/time.js';
import { instantOf } from '../../../ui/date-time-field.js';
import { aboutOptions, kindOptions } from '../fields/kind.js';
import type { Mail } from '../email/mime/message.js';
import type { RequestValues } from '../request-values.js';
import { asked } from '../submission/check.js';
import { fieldLabel } from '../fields/field-labels.js';

/** A request as it is written at the moment, and by what its ids are told as names. */
export interface WrittenRequest {
  readonly values: RequestValues;
  readonly service: ServiceProfile | undefined;
  readonly companies: readonly Company[];
}

type Row = readonly [label: string, value: string];

const nameOf = (
  options: readonly { readonly value: string; readonly label: string }[],
  value: string,
): string => options.find((option) => option.value === value)?.label ?? value;

function moment({ msg, formats }: Localization, at: Date): string {
  return msg(str`${formats.day(at)} at ${timeText(formats, at)}`);
}

/** The product and the application by their names, as the person reads them. */
function applicationText({ language }: Localization, { values, service }: WrittenRequest): string {
  const product = service?.products.find(({ id }) => id === values.product);
  const application = product?.applications.find(({ id }) => id === values.application);
  const named = [product?.name, application?.name].map((name) => name?.[language] ?? name?.fi);
  return named.filter(Boolean).join(' ');
}

/** What stands in one line each. */
function rows(l10n: Localization, request: WrittenRequest): Row[] {
  const { msg } = l10n;
  const { companies } = request;
  const values = asked(request.values);
  const { kind, about, contact, relatedIncident, chargeableWork, critical, neededBy } = values;
  const needed = instantOf(neededBy);
  const label = (pointer: Parameters<typeof fieldLabel>[1]) => fieldLabel(l10n, pointer, kind);
  const companyOf = (number: string) =>
    [number, companies.find((company) => company.number === number)?.name]
      .filter(Boolean)
      .join(' ');
  return [
    [
      msg('Type'),
      kind === 'problem'
        ? `${nameOf(kindOptions(l10n), kind)}, ${nameOf(aboutOptions(l10n), about)}`
        : nameOf(kindOptions(l10n), kind),
    ],
    [msg('Same problem as in the incident notice'), relatedIncident?.title ?? ''],
    [label('/application'), applicationText(l10n, request)],
    [label('/critical'), critical ? msg('yes') : ''],
    [label('/neededBy'), critical && needed ? moment(l10n, needed) : ''],
    [label('/companyNumbers'), values.companyNumbers.map(companyOf).join(', ')],
    [label('/userIds'), values.userIds.join(', ')],
    [label('/contact/name'), contact.name],
    [label('/contact/company'), contact.company],
    [label('/contact/phone'), contact.phone],
    [label('/contact/email'), contact.email],
    [
      msg('Chargeable work'),
      chargeableWork
        ? `${chargeableWork.text} (${chargeableWork.version}, ${moment(l10n, new Date(chargeableWork.confirmedAt))})`
        : '',
    ],
  ];
}

/** What stands in paragraphs of its own. */
function paragraphs(l10n: Localization, request: WrittenRequest): Row[] {
  const { msg } = l10n;
  const values = asked(request.values);
  const { kind, about, report, description, errorMessage, diagnostics, attachments } = values;
  const problem = kind === 'problem';
  return [
    [fieldLabel(l10n, '/description', kind), description],
    [fieldLabel(l10n, '/report/name', kind), problem && about === 'report' ? report.name : ''],
    [
      fieldLabel(l10n, '/report/criteria', kind),
      problem && about === 'report' ? report.criteria : '',
    ],
    [fieldLabel(l10n, '/errorMessage', kind), problem && about === 'error' ? errorMessage : ''],
    [msg('Error details from the program'), diagnostics],
    [
      msg('Attachments'),
      attachments.map(({ name, caption }) => [name, caption].filter(Boolean).join(': ')).join('\n'),
    ],
  ];
}

/** What it is about, in the person's own words or the incident's. */
export const requestSummary = ({ values }: WrittenRequest): string => asked(values).summary;

/** The subject, as customer service sorts by it. */
export const requestSubject = ({ values, service }: WrittenRequest): string =>
  composeSubject(asked(values), service ?? { products: [] });

/** The whole request as plain text, for who hands it over or sends it another way; what is empty is left out. */
export function requestText(l10n: Localization, request: WrittenRequest): string {
  const filled = ([, value]: Row) => value.trim();
  const lines = rows(l10n, request)
    .filter(filled)
    .map(([label, value]) => `${label}: ${value}`);
  const texts = paragraphs(l10n, request)
    .filter(filled)
    .map(([label, value]) => `${label}:\n${value.trim()}`);
  return [requestSubject(request), lines.join('\n'), ...texts].join('\n\n');
}

/** Longer addresses are cut by some mail programs; the rest is copied instead. */
const LONGEST_MAILTO = 1_900;

export interface MailLink {
  readonly href: string;
  /** Whether the text had no room, so that it is to be pasted. */
  readonly needsPaste: boolean;
}

/** An unsent e-mail. */
export function mailLink(
  { msg }: Localization,
  { to, subject, text }: Pick<Mail, 'to' | 'subject' | 'text'>,
): MailLink {
  const address = (body: string) =>
    `mailto:${to.map(({ email }) => encodeURIComponent(email)).join()}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const whole = address(text);
  if (whole.length <= LONGEST_MAILTO) return { href: whole, needsPaste: false };
  return { href: address(msg('Paste the copied support request here.')), needsPaste: true };
}
