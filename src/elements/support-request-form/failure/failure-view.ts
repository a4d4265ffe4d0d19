import { html, nothing, type TemplateResult } from 'lit';
import type { SupportError, SupportErrorCode } from '../../../client/support-error.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { errorText } from '../../../ui/failure/error-text.js';
import { failureNotice } from '../../../ui/failure/failure-notice.js';
import type { Resend } from '../submission/resend.js';

/** Failures after which the person can mend something and send; after every other one the guide's other roads are shown. */
const MENDED_HERE: readonly SupportErrorCode[] = [
  'aborted',
  'validation',
  'conflict',
  'unsupportedType',
  'digestMismatch',
];

/** That the request will be sent by itself, and how to keep it from that. */
const resendNotice = (
  { msg }: Localization,
  resend: Pick<Resend, 'isOn' | 'stop'>,
): TemplateResult | typeof nothing =>
  resend.isOn
    ? html`<p class="small">
        ${msg('Keep the page open. The request will be sent automatically once the connection works.')}
        <button class="link" type="button" @click=${() => resend.stop()}>${msg('Cancel automatic sending')}</button>
      </p>`
    : nothing;

interface FailureActions {
  /** Does again what failed. */
  retry(): void;
  readonly resend: Pick<Resend, 'isOn' | 'stop'>;
  /** The guide's other ways to reach customer service. */
  otherWays(): unknown;
}

/** What failed, what to do, and how to reach customer service all the same. */
export const failureView = (
  l10n: Localization,
  error: SupportError,
  { retry, resend, otherWays }: FailureActions,
): TemplateResult =>
  failureNotice(l10n, error, {
    id: 'failure',
    isSending: true,
    retry: error.code === 'noEndpoint' ? undefined : retry,
    more: MENDED_HERE.includes(error.code)
      ? undefined
      : html`${resendNotice(l10n, resend)} ${otherWays()}`,
  });

/** The same in a line at the top, which leads to the whole; it moves nothing of what is being written meanwhile. */
export const failureLine = (
  l10n: Localization,
  error: SupportError,
  goTo: () => void,
): TemplateResult => html`
  ${errorText(l10n, error).title}. <button class="link" type="button" @click=${goTo}>${l10n.msg('What you can do')}</button>
`;
