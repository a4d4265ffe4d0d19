import { html, nothing, type TemplateResult } from 'lit';
import type { SupportError, SupportErrorCode } from '../../../client/support-error.js';
import { errorText } from '../../../ui/failure/error-text.js';
import { failureNotice } from '../../../ui/failure/failure-notice.js';
import type { FormView } from '../form-view.js';
import { lastResort } from './last-resort.js';

/** Failures after which the person can mend something and send; after every other one the guide's other roads are shown. */
const MENDED_HERE: readonly SupportErrorCode[] = [
  'aborted',
  'validation',
  'conflict',
  'unsupportedType',
  'digestMismatch',
];

/** That the request will be sent by itself, and how to keep it from that. */
const byItself = ({ msg, sendAgain }: FormView): TemplateResult | typeof nothing =>
  sendAgain?.isOn
    ? html`<p class="small">
        ${msg('Keep the page open. The request will be sent automatically once the connection works.')}
        <button class="link" type="button" @click=${() => sendAgain.stop()}>${msg('Cancel automatic sending')}</button>
      </p>`
    : nothing;

/** What failed, what to do, and how to reach customer service all the same. */
export function failureView(view: FormView, error: SupportError): TemplateResult {
  const retry = error.code === 'noEndpoint' ? undefined : () => view.tryAgain();
  return failureNotice(view, error, {
    id: 'failure',
    retry,
    more: MENDED_HERE.includes(error.code)
      ? undefined
      : html`${byItself(view)} ${lastResort(view)}`,
  });
}

/** The same in a line at the top, which leads to the whole; it moves nothing of what is being written meanwhile. */
export const failureLine = (view: FormView, error: SupportError): TemplateResult => html`
  ${errorText(view, error).title}. <button class="link" type="button" @click=${() => view.goTo('failure')}>${view.msg('What you can do')}</button>
`;
