import { str } from '@lit/localize/internal/str-tag.js';
import type { FieldError, FieldErrorCode } from '../../contract/problem.js';
import type { Localization } from '../../localization/localization-controller.js';
import type { RequestValues } from './request-values.js';

/** The controls of the form; each is the JSON pointer of what it holds. */
export const fieldPointers = [
  '/kind',
  '/about',
  '/critical',
  '/neededBy',
  '/product',
  '/application',
  '/companyNumbers',
  '/userIds',
  '/summary',
  '/description',
  '/report/name',
  '/report/criteria',
  '/errorMessage',
  '/contact/company',
  '/contact/name',
  '/contact/phone',
  '/contact/email',
] as const;
export type FieldPointer = (typeof fieldPointers)[number];

/** The id of a field's control in the shadow root. */
export const controlId = (pointer: FieldPointer): string => pointer.slice(1).replaceAll('/', '-');

/** The control that a pointer belongs to: `/userIds/0` to the user ids; nothing for what has no control. */
export const fieldOf = (pointer: string): FieldPointer | undefined =>
  fieldPointers.find((field) => pointer === field || pointer.startsWith(`${field}/`));

/** What each field is called, and what to do when it is missing or not in its form. */
interface FieldText {
  readonly label: string;
  readonly required: string;
  readonly format: string;
}

type Texts = Readonly<Record<FieldPointer, (l10n: Localization, values: RequestValues, wrong: string) => FieldText>>;

/** What is wrong with one control. `entries` are the wrong ones of a list. */
export interface FieldProblem {
  readonly code: FieldErrorCode | 'unknown';
  readonly entries: readonly number[];
}

/** Errors by the control that they belong to, and what belongs to none. */
export function problemsOf(errors: readonly FieldError[]): { fields: Map<FieldPointer, FieldProblem>; others: FieldError[] } {
  const fields = new Map<FieldPointer, FieldProblem>();
  const others: FieldError[] = [];
  for (const error of errors) {
    const field = fieldOf(error.pointer);
    if (!field) {
      others.push(error);
      continue;
    }
    const index = Number(error.pointer.slice(field.length + 1) || NaN);
    const { code, entries } = fields.get(field) ?? { code: error.code, entries: [] };
    fields.set(field, { code, entries: Number.isNaN(index) ? entries : [...entries, index] });
  }
  return { fields, others };
}

const choose = ({ msg }: Localization) => msg('Choose one of the options.');

const option = (label: string, l10n: Localization): FieldText => ({ label, required: choose(l10n), format: choose(l10n) });

const prose = (label: string, required: string): FieldText => ({ label, required, format: required });

export const summaryLabel = ({ msg }: Localization, { kind }: Pick<RequestValues, 'kind'>): string =>
  ({
    problem: msg('The problem in brief'),
    question: msg('The question in brief'),
    feedback: msg('The feedback in brief'),
    idea: msg('The idea in brief'),
  })[kind];

const quoted = ({ formats }: Localization, all: readonly string[], wrong: readonly number[]): string =>
  formats.list(wrong.map((index) => `”${all[index] ?? ''}”`));

const texts: Texts = {
  '/kind': (l10n) => option(l10n.msg('What is it?'), l10n),
  '/about': (l10n) => option(l10n.msg('What is the problem about?'), l10n),
  '/critical': (l10n) => option(l10n.msg('The matter is critical'), l10n),
  '/neededBy': (l10n) => option(l10n.msg('Needed by'), l10n),
  '/product': (l10n) => option(l10n.msg('Product'), l10n),
  '/application': ({ msg }) =>
    prose(msg('Application'), msg('Choose the application, so that the request reaches the right people.')),
  '/companyNumbers': ({ msg }, _, wrong) => ({
    label: msg('Company numbers'),
    required: msg('Add at least one company number in which the problem shows.'),
    format: msg(str`A company number has digits only, ten at most. Remove or correct: ${wrong}.`),
  }),
  '/userIds': ({ msg }, _, wrong) => ({
    label: msg('User IDs with which the problem shows'),
    required: msg('Add at least one user ID with which the problem shows.'),
    format: msg(str`A user ID has no spaces: write it as firm-user, or as an e-mail address. Remove or correct: ${wrong}.`),
  }),
  '/summary': (l10n, values) =>
    prose(summaryLabel(l10n, values), l10n.msg('Write in a few words what it is about; the subject is made of them.')),
  '/description': ({ msg }) =>
    prose(msg('Description'), msg('Tell what you did, what happened and what you expected, so that we can look at the same thing.')),
  '/report/name': ({ msg }) => prose(msg('Name of the report'), msg('Write the name of the report, as it stands in the menu or on the report.')),
  '/report/criteria': ({ msg }) =>
    prose(msg('Selection criteria of the report'), msg('Write the selection criteria, such as the period and the accounts, so that we can run the same report.')),
  '/errorMessage': ({ msg }) =>
    prose(msg('Error message word for word'), msg('Write what the error message says, word for word; we search by it.')),
  '/contact/company': ({ msg }) => prose(msg('Company'), msg('Write the name of your company.')),
  '/contact/name': ({ msg }) => prose(msg('Your name'), msg('Write your name, so that we know whom to answer.')),
  '/contact/phone': ({ msg }) => ({
    label: msg('Phone'),
    required: msg('Write a phone number at which we can reach you.'),
    format: msg('A phone number has at least five digits and no letters. Write it as 040 123 4567 or +358 40 123 4567.'),
  }),
  '/contact/email': ({ msg }) => ({
    label: msg('E-mail'),
    required: msg('Write an e-mail address to which we can answer.'),
    format: msg('An e-mail address has the form name@company.fi. Check it.'),
  }),
};

export const fieldLabel = (l10n: Localization, field: FieldPointer, values: RequestValues): string => texts[field](l10n, values, '').label;

/**
 * What a person reads beside a control that holds something wrong.
 *
 * @param limit the longest text that fits, in characters, where there is a limit
 */
export function fieldMessage(
  l10n: Localization,
  field: FieldPointer,
  { code, entries }: FieldProblem,
  values: RequestValues,
  limit?: number,
): string {
  const { msg } = l10n;
  const list = field === '/userIds' ? values.userIds : values.companyNumbers;
  const text = texts[field](l10n, values, quoted(l10n, list, entries));
  switch (code) {
    case 'required':
      return text.required;
    case 'tooLong':
      return limit ? msg(str`The text is too long. Shorten it to ${limit} characters at most.`) : msg('The text is too long. Shorten it.');
    case 'tooMany':
      return msg('There are too many of these in one request. Send the rest in a request of their own.');
    case 'notFound':
      return msg('The support service does not know this. Check it.');
    case 'tooShort':
    case 'format':
      return text.format;
    default:
      return msg('The support service does not accept this. Check it.');
  }
}
