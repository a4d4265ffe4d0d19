import { str } from '@lit/localize/internal/str-tag.js';
import { textLimits } from '../../../contract/support-requests.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { isSkipped, skippedText } from '../../../ui/date-time-field.js';
import type { FieldPointer, FieldProblem } from './field-pointers.js';
import type { RequestValues } from '../request-values.js';

/** What to do when a field is missing, and when it is not in its form. */
interface FieldTexts {
  readonly required: string;
  readonly format: string;
}

const same = (text: string): FieldTexts => ({ required: text, format: text });

const choose = ({ msg }: Localization): FieldTexts => same(msg('Choose an option.'));

/** @param wrong the wrong entries of a list, quoted */
type TextsOf = (l10n: Localization, wrong: string, values: RequestValues) => FieldTexts;

const texts: Readonly<Record<FieldPointer, TextsOf>> = {
  '/kind': choose,
  '/about': choose,
  '/critical': choose,
  '/neededBy': (l10n, _wrong, { neededBy }) =>
    same(
      isSkipped(neededBy)
        ? skippedText(l10n)
        : l10n.msg(
            'Enter the date, with a four-digit year, and the time, or leave the field empty.',
          ),
    ),
  '/product': choose,
  '/application': ({ msg }) =>
    same(msg('Choose the application, so that your request reaches the right people.')),
  '/companyNumbers': ({ msg }, wrong) => ({
    required: msg('Add the number of at least one company where the problem occurs.'),
    format: msg(str`Remove or correct: ${wrong}. A company number has only digits, at most ten.`),
  }),
  '/summary': ({ msg }) =>
    same(msg('Say in a few words what this is about. The text becomes the subject.')),
  '/description': ({ msg }) =>
    same(
      msg(
        'Describe what you did, what happened and what you expected, so that we can investigate it.',
      ),
    ),
  '/report/name': ({ msg }) =>
    same(msg('Enter the report name as it appears in the menu or on the report.')),
  '/report/criteria': ({ msg }) =>
    same(
      msg(
        'Enter the selection criteria, such as the period and accounts, so that we can run the same report.',
      ),
    ),
  '/errorMessage': ({ msg }) =>
    same(msg('Enter the error message word for word or attach a screenshot of it.')),
  '/userIds': ({ msg }, wrong) => ({
    required: msg('Add at least one user ID that has the problem.'),
    format: msg(
      str`Remove or correct: ${wrong}. A user ID has no spaces: write it as firm-user or as an e-mail address.`,
    ),
  }),
  '/attachments': ({ msg }) =>
    same(
      msg('Remove the picture that the support service does not accept, attach it again and send.'),
    ),
  '/contact/name': ({ msg }) => same(msg('Enter your name, so that we know who to reply to.')),
  '/contact/company': ({ msg }) => same(msg('Enter the name of your company.')),
  '/contact/phone': ({ msg }) => ({
    required: msg('Enter a phone number where we can reach you.'),
    format: msg(
      'Enter the phone number as 040 123 4567 or +358 40 123 4567: at least five digits, no letters.',
    ),
  }),
  '/contact/email': ({ msg }) => ({
    required: msg('Enter an e-mail address we can reply to.'),
    format: msg('Check the e-mail address. The format is name@company.fi.'),
  }),
  '/chargeableWork': ({ msg }) =>
    same(msg('Read the confirmation again: its text has changed. Confirm it if you still agree.')),
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
  const { required, format } = texts[field](l10n, quoted(l10n, list, entries), values);
  const limit = Object.entries(textLimits).find(([pointer]) => pointer === field)?.[1];
  if (field === '/chargeableWork' || (field === '/attachments' && code === 'notFound'))
    return format;
  switch (code) {
    case 'required':
      return required;
    case 'notAttached':
      return msg(
        'See why a picture was not attached, then send again. The support request has not been sent yet.',
      );
    case 'tooLong':
      return limit ? msg(str`Shorten the text to at most ${limit} characters.`) : format;
    case 'tooMany':
      return msg('Send some of these in another request: there are too many for one.');
    case 'notFound':
      return msg('Check this: the support service does not recognise it.');
    case 'tooShort':
    case 'format':
      return format;
    default:
      return msg('Check this: the support service does not accept it.');
  }
}
