import { str } from '@lit/localize/internal/str-tag.js';
import { textLimits } from '../../../contract/support-requests.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { FieldPointer, FieldProblem } from './field-pointers.js';
import type { RequestValues } from '../request-values.js';

/** What to do when a field is missing, and when it is not in its form. */
interface FieldTexts {
  readonly required: string;
  readonly format: string;
}

const same = (text: string): FieldTexts => ({ required: text, format: text });

const choose = ({ msg }: Localization): FieldTexts => same(msg('Choose one of the options.'));

/** @param wrong the wrong entries of a list, quoted */
const texts: Readonly<Record<FieldPointer, (l10n: Localization, wrong: string) => FieldTexts>> = {
  '/kind': choose,
  '/about': choose,
  '/critical': choose,
  '/neededBy': ({ msg }) =>
    same(msg('Write the day, the year in four digits and the time, or leave the field empty.')),
  '/product': choose,
  '/application': ({ msg }) =>
    same(msg('Choose the application, so that the request reaches the right people.')),
  '/companyNumbers': ({ msg }, wrong) => ({
    required: msg('Add at least one company number in which the problem shows.'),
    format: msg(str`A company number has digits only, ten at most. Remove or correct: ${wrong}.`),
  }),
  '/summary': ({ msg }) =>
    same(msg('Write in a few words what it is about; the subject is made of them.')),
  '/description': ({ msg }) =>
    same(
      msg(
        'Tell what you did, what happened and what you expected, so that we can look at the same thing.',
      ),
    ),
  '/report/name': ({ msg }) =>
    same(msg('Write the name of the report, as it stands in the menu or on the report.')),
  '/report/criteria': ({ msg }) =>
    same(
      msg(
        'Write the selection criteria, such as the period and the accounts, so that we can run the same report.',
      ),
    ),
  '/errorMessage': ({ msg }) =>
    same(msg('Write what the error message says, word for word, or attach a screenshot of it.')),
  '/userIds': ({ msg }, wrong) => ({
    required: msg('Add at least one user ID with which the problem shows.'),
    format: msg(
      str`A user ID has no spaces: write it as firm-user, or as an e-mail address. Remove or correct: ${wrong}.`,
    ),
  }),
  '/attachments': ({ msg }) =>
    same(
      msg(
        'The support service does not accept one of the pictures. Remove it, attach it again and send.',
      ),
    ),
  '/contact/name': ({ msg }) => same(msg('Write your name, so that we know whom to answer.')),
  '/contact/company': ({ msg }) => same(msg('Write the name of your company.')),
  '/contact/phone': ({ msg }) => ({
    required: msg('Write a phone number at which we can reach you.'),
    format: msg(
      'A phone number has at least five digits and no letters. Write it as 040 123 4567 or +358 40 123 4567.',
    ),
  }),
  '/contact/email': ({ msg }) => ({
    required: msg('Write an e-mail address to which we can answer.'),
    format: msg('An e-mail address has the form name@company.fi. Check it.'),
  }),
  '/chargeableWork': ({ msg }) =>
    same(
      msg(
        'The text of the confirmation has changed. Read it again, and confirm it if you still want to.',
      ),
    ),
};

const quoted = (
  { formats }: Localization,
  all: readonly string[],
  wrong: readonly number[],
): string => formats.list(wrong.map((index) => `”${all[index] ?? ''}”`));

/** What a person reads beside a control that holds something wrong: what, why, and what to do. */
export function fieldMessage(
  l10n: Localization,
  field: FieldPointer,
  { code, entries }: FieldProblem,
  values: RequestValues,
): string {
  const { msg } = l10n;
  const list = field === '/userIds' ? values.userIds : values.companyNumbers;
  const { required, format } = texts[field](l10n, quoted(l10n, list, entries));
  const limit = Object.entries(textLimits).find(([pointer]) => pointer === field)?.[1];
  if (field === '/chargeableWork' || (field === '/attachments' && code === 'notFound'))
    return format;
  switch (code) {
    case 'required':
      return required;
    case 'notAttached':
      return msg(
        'A picture was not attached, so the support request was not sent yet. See why, and send again.',
      );
    case 'tooLong':
      return limit
        ? msg(str`The text is too long. Shorten it to ${limit} characters at most.`)
        : format;
    case 'tooMany':
      return msg(
        'There are too many of these in one request. Send the rest in a request of their own.',
      );
    case 'notFound':
      return msg('The support service does not know this. Check it.');
    case 'tooShort':
    case 'format':
      return format;
    default:
      return msg('The support service does not accept this. Check it.');
  }
}
