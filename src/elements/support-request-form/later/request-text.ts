import { str } from '@lit/localize/internal/str-tag.js';
import { composeSubject } from '../../../contract/subject.js';
import { instantOf } from '../../../ui/date-time-field.js';
import { aboutOptions, kindOptions } from '../sections/kind.js';
import type { Mail } from '../email/mime/message.js';
import type { FormView } from '../form-view.js';
import { asked } from './check.js';
import { fieldLabel } from './labels.js';

type Row = readonly [label: string, value: string];

const nameOf = (
  options: readonly { readonly value: string; readonly label: string }[],
  value: string,
): string => options.find((option) => option.value === value)?.label ?? value;

function moment({ msg, formats }: FormView, at: Date): string {
  return msg(str`${formats.day(at)} at ${formats.time(at)}`);
}

/** The product and the application by their names, as the person reads them. */
function placeOf({ values, service, language }: FormView): string {
  const product = service?.products.find(({ id }) => id === values.product);
  const application = product?.applications.find(({ id }) => id === values.application);
  const named = [product?.name, application?.name].map((name) => name?.[language] ?? name?.fi);
  return named.filter(Boolean).join(' ');
}

/** What stands in one line each. */
function rows(view: FormView): Row[] {
  const { msg, companies } = view;
  const values = asked(view.values);
  const { kind, about, contact, relatedIncident, chargeableWork, critical, neededBy } = values;
  const needed = instantOf(neededBy);
  const label = (pointer: Parameters<typeof fieldLabel>[1]) => fieldLabel(view, pointer, kind);
  const companyOf = (number: string) =>
    [number, companies.find((company) => company.number === number)?.name]
      .filter(Boolean)
      .join(' ');
  return [
    [
      msg('Type'),
      kind === 'problem'
        ? `${nameOf(kindOptions(view), kind)}, ${nameOf(aboutOptions(view), about)}`
        : nameOf(kindOptions(view), kind),
    ],
    [msg('Same problem as in the incident notice'), relatedIncident?.title ?? ''],
    [label('/application'), placeOf(view)],
    [label('/critical'), critical ? msg('yes') : ''],
    [label('/neededBy'), critical && needed ? moment(view, needed) : ''],
    [label('/companyNumbers'), values.companyNumbers.map(companyOf).join(', ')],
    [label('/userIds'), values.userIds.join(', ')],
    [label('/contact/name'), contact.name],
    [label('/contact/company'), contact.company],
    [label('/contact/phone'), contact.phone],
    [label('/contact/email'), contact.email],
    [
      msg('Chargeable work'),
      chargeableWork
        ? `${chargeableWork.text} (${chargeableWork.version}, ${moment(view, new Date(chargeableWork.confirmedAt))})`
        : '',
    ],
  ];
}

/** What stands in paragraphs of its own. */
function paragraphs(view: FormView): Row[] {
  const { msg } = view;
  const values = asked(view.values);
  const { kind, about, report, description, errorMessage, diagnostics, attachments } = values;
  const problem = kind === 'problem';
  return [
    [fieldLabel(view, '/description', kind), description],
    [fieldLabel(view, '/report/name', kind), problem && about === 'report' ? report.name : ''],
    [
      fieldLabel(view, '/report/criteria', kind),
      problem && about === 'report' ? report.criteria : '',
    ],
    [fieldLabel(view, '/errorMessage', kind), problem && about === 'error' ? errorMessage : ''],
    [msg('Error details from the program'), diagnostics],
    [
      msg('Attachments'),
      attachments.map(({ name, caption }) => [name, caption].filter(Boolean).join(': ')).join('\n'),
    ],
  ];
}

/** What it is about, in the person's own words or the incident's. */
export const requestSummary = ({ values }: FormView): string => asked(values).summary;

/** The subject, as customer service sorts by it. */
export const requestSubject = ({ values, service }: FormView): string =>
  composeSubject(asked(values), service ?? { products: [] });

/** The whole request as plain text, for who hands it over or sends it another way; what is empty is left out. */
export function requestText(view: FormView): string {
  const filled = ([, value]: Row) => value.trim();
  const lines = rows(view)
    .filter(filled)
    .map(([label, value]) => `${label}: ${value}`);
  const texts = paragraphs(view)
    .filter(filled)
    .map(([label, value]) => `${label}:\n${value.trim()}`);
  return [requestSubject(view), lines.join('\n'), ...texts].join('\n\n');
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
  { msg }: FormView,
  { to, subject, text }: Pick<Mail, 'to' | 'subject' | 'text'>,
): MailLink {
  const address = (body: string) =>
    `mailto:${to.map(({ email }) => encodeURIComponent(email)).join()}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const whole = address(text);
  if (whole.length <= LONGEST_MAILTO) return { href: whole, needsPaste: false };
  return { href: address(msg('Paste the copied support request here.')), needsPaste: true };
}
