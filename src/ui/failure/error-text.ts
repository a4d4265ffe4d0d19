import { str } from '@lit/localize/internal/str-tag.js';
import type { SupportError, SupportErrorCode } from '../../client/support-error.js';
import type { Language } from '../../contract/values.js';
import type { Localization } from '../../localization/localization-controller.js';

/** What a person reads about a failure: what happened, and what to do. */
export interface ErrorText {
  readonly title: string;
  readonly advice: string;
  /** What a person who was sending something need not fear; only where they were. */
  readonly kept?: string;
}

type Texts = Readonly<
  Record<SupportErrorCode, (l10n: Localization, error: SupportError) => ErrorText>
>;

/** A while as a sentence has it: `in 40 seconds`, `in 10 minutes`, `in 2 hours`. */
function hence(seconds: number, language: Language): string {
  const minutes = Math.ceil(seconds / 60);
  const [count, unit] =
    seconds < 100
      ? ([seconds, 'second'] as const)
      : minutes < 100
        ? ([minutes, 'minute'] as const)
        : ([Math.ceil(minutes / 60), 'hour'] as const);
  return new Intl.RelativeTimeFormat(language).format(count, unit);
}

const textIsKept = ({ msg }: Localization): string => msg('Your text is still here.');
const sendsOnce = ({ msg }: Localization): string =>
  msg('You can send again without creating a duplicate.');

/** Our own words for each code; the endpoint's prose never stands in for them. */
const texts: Texts = {
  noEndpoint: ({ msg }) => ({
    title: msg('This form is not connected to customer service'),
    advice: msg('Tell the page administrator that the address of the support service is missing.'),
  }),
  insecureEndpoint: ({ msg }) => ({
    title: msg('Nothing was sent, because the connection is not secure'),
    advice: msg(
      'Tell the page administrator that the address of the support service must begin with https.',
    ),
  }),
  offline: (l10n) => ({
    title: l10n.msg('You are offline'),
    advice: l10n.msg('Check your network connection and try again.'),
    kept: textIsKept(l10n),
  }),
  network: (l10n) => ({
    title: l10n.msg('Could not reach the support service'),
    advice: l10n.msg('Check your network connection and try again.'),
    kept: textIsKept(l10n),
  }),
  timeout: (l10n) => ({
    title: l10n.msg('The support service did not respond in time'),
    advice: l10n.msg('Try again in a moment.'),
    kept: sendsOnce(l10n),
  }),
  malformed: (l10n) => ({
    title: l10n.msg('The answer did not come from the support service'),
    advice: l10n.msg(
      'Sign in again in another tab, then try again. A sign-in page or a network filter may be in the way.',
    ),
    kept: textIsKept(l10n),
  }),
  aborted: (l10n) => ({
    title: l10n.msg('Sending was cancelled'),
    advice: textIsKept(l10n),
    kept: sendsOnce(l10n),
  }),
  unauthenticated: (l10n) => ({
    title: l10n.msg('Your sign-in has expired'),
    advice: l10n.msg('Sign in again in another tab, then come back and try again.'),
    kept: textIsKept(l10n),
  }),
  forbidden: ({ msg }) => ({
    title: msg('You do not have permission to do this'),
    advice: msg('Ask the main user or the primary contact of your company for help.'),
  }),
  notFound: (l10n) => ({
    title: l10n.msg('The support service was not found'),
    advice: l10n.msg('Tell the page administrator that the address may be wrong.'),
    kept: textIsKept(l10n),
  }),
  conflict: ({ msg }) => ({
    title: msg('An earlier version of this request has already arrived'),
    advice: msg('Check the earlier request before you send a new one. It was not replaced.'),
  }),
  validation: ({ msg }) => ({
    title: msg('Some details were not accepted'),
    advice: msg('Check the marked fields and send again.'),
  }),
  tooLarge: ({ msg }) => ({
    title: msg('The support request is too large'),
    advice: msg('Shorten the text or remove an attachment, then send again.'),
  }),
  unsupportedType: ({ msg }) => ({
    title: msg('The file type is not accepted'),
    advice: msg('Attach it as a picture, then send again.'),
  }),
  digestMismatch: ({ msg }) => ({
    title: msg('A file was damaged in transfer'),
    advice: msg('Send again.'),
  }),
  rateLimited: (l10n, { retryAfter: seconds }) => ({
    title: l10n.msg('Too many attempts in a short time'),
    advice: seconds
      ? l10n.msg(str`Try again ${hence(seconds, l10n.language)}.`)
      : l10n.msg('Wait a moment and try again.'),
    kept: textIsKept(l10n),
  }),
  unavailable: (l10n) => ({
    title: l10n.msg('The support service is temporarily unavailable'),
    advice: l10n.msg('Try again in a few minutes.'),
    kept: sendsOnce(l10n),
  }),
  internal: (l10n) => ({
    title: l10n.msg('An error occurred in the support service'),
    advice: l10n.msg('Try again in a moment.'),
    kept: sendsOnce(l10n),
  }),
  notSupported: ({ msg }) => ({
    title: msg('The support service does not offer this'),
    advice: msg('Call us or send us an e-mail.'),
  }),
  changed: ({ msg }) => ({
    title: msg('This has changed in the meantime'),
    advice: msg('Review the changes, then decide again.'),
  }),
  decided: ({ msg }) => ({
    title: msg('Someone else has already decided this'),
    advice: msg('Their decision applies.'),
  }),
  lapsed: ({ msg }) => ({
    title: msg('This request has lapsed'),
    advice: msg('Customer service can send a new request.'),
  }),
  withdrawn: ({ msg }) => ({
    title: msg('This request has been withdrawn'),
    advice: msg('There is nothing left to decide.'),
  }),
  unknown: ({ msg }) => ({
    title: msg('Something went wrong'),
    advice: msg('Try again. If it happens again, call us.'),
  }),
};

export const errorText = (l10n: Localization, error: SupportError): ErrorText =>
  texts[error.code](l10n, error);
