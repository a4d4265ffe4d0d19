import { str } from '@lit/localize/internal/str-tag.js';
import type { SupportError, SupportErrorCode } from '../../client/support-error.js';
import type { Language } from '../../contract/values.js';
import type { Localization } from '../../localization/localization-controller.js';

/** What a person reads about a failure: what happened, and what to do. */
export interface ErrorText {
  readonly title: string;
  readonly advice: string;
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

/** Our own words for each code; the endpoint's prose never stands in for them. */
const texts: Texts = {
  noEndpoint: ({ msg }) => ({
    title: msg('This form is not connected to customer service'),
    advice: msg(
      'The page does not know the address of the support service. Tell the administrator of the page.',
    ),
  }),
  insecureEndpoint: ({ msg }) => ({
    title: msg('The connection would not be safe, so nothing was sent'),
    advice: msg(
      'The address of the support service must begin with https. Tell the administrator of the page.',
    ),
  }),
  offline: ({ msg }) => ({
    title: msg('You are offline'),
    advice: msg('Check the network connection and try again. What you wrote is still here.'),
  }),
  network: ({ msg }) => ({
    title: msg('The support service could not be reached'),
    advice: msg('Check the network connection and try again. What you wrote is still here.'),
  }),
  timeout: ({ msg }) => ({
    title: msg('The support service did not answer in time'),
    advice: msg(
      'It may be congested. Try again in a moment: sending again never makes a second request.',
    ),
  }),
  malformed: ({ msg }) => ({
    title: msg('Something other than the support service answered'),
    advice: msg(
      'A sign-in page or a network filter may stand in between. Sign in again in another tab, then try again. What you wrote is still here.',
    ),
  }),
  aborted: ({ msg }) => ({
    title: msg('Sending was cancelled'),
    advice: msg('What you wrote is still here. Sending again never makes a second request.'),
  }),
  unauthenticated: ({ msg }) => ({
    title: msg('Your sign-in has expired'),
    advice: msg(
      'Sign in again in another tab, then come back and try again. What you wrote is still here.',
    ),
  }),
  forbidden: ({ msg }) => ({
    title: msg('You do not have the right to do this'),
    advice: msg(
      'Support requests are sent by the main user or the primary contact of your company. Ask one of them.',
    ),
  }),
  notFound: ({ msg }) => ({
    title: msg('The support service was not found at its address'),
    advice: msg(
      'The address may be wrong. Tell the administrator of the page. What you wrote is still here.',
    ),
  }),
  conflict: ({ msg }) => ({
    title: msg('An earlier version of this request has arrived already'),
    advice: msg('It was not replaced. Look the request up before you send a new one.'),
  }),
  validation: ({ msg }) => ({
    title: msg('The support service did not accept everything'),
    advice: msg('Check the places that are marked and send again.'),
  }),
  tooLarge: ({ msg }) => ({
    title: msg('The request is too large'),
    advice: msg('Shorten the texts or leave an attachment out, then send again.'),
  }),
  unsupportedType: ({ msg }) => ({
    title: msg('A file is of a kind that is not accepted'),
    advice: msg('Attach it as a picture, then send again.'),
  }),
  digestMismatch: ({ msg }) => ({
    title: msg('A file was damaged on its way'),
    advice: msg('Send again.'),
  }),
  rateLimited: ({ msg, language }, { retryAfter: seconds }) => ({
    title: msg('Too many attempts in a short time'),
    advice: seconds
      ? msg(str`Try again ${hence(seconds, language)}. What you wrote is still here.`)
      : msg('Wait a moment and try again. What you wrote is still here.'),
  }),
  unavailable: ({ msg }) => ({
    title: msg('The support service is out of use for a moment'),
    advice: msg('Try again in a few minutes: sending again never makes a second request.'),
  }),
  internal: ({ msg }) => ({
    title: msg('The support service failed'),
    advice: msg(
      'The fault is not yours. Try again in a moment: sending again never makes a second request.',
    ),
  }),
  notSupported: ({ msg }) => ({
    title: msg('The support service does not offer this'),
    advice: msg('Call us or write to us by e-mail.'),
  }),
  changed: ({ msg }) => ({
    title: msg('This has changed meanwhile'),
    advice: msg('Look at the changes, then decide again.'),
  }),
  decided: ({ msg }) => ({
    title: msg('Somebody else has decided this already'),
    advice: msg('Their decision stands.'),
  }),
  lapsed: ({ msg }) => ({
    title: msg('This request has lapsed'),
    advice: msg('Support can ask anew.'),
  }),
  withdrawn: ({ msg }) => ({
    title: msg('This request has been withdrawn'),
    advice: msg('There is nothing left to decide.'),
  }),
  unknown: ({ msg }) => ({
    title: msg('Something unexpected happened'),
    advice: msg('Try again. If it happens again, call us.'),
  }),
};

export const errorText = (l10n: Localization, error: SupportError): ErrorText =>
  texts[error.code](l10n, error);
