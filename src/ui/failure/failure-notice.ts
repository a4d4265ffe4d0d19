import { html, nothing, type TemplateResult } from 'lit';
import type { SupportError } from '../../client/support-error.js';
import type { Localization } from '../../localization/localization-controller.js';
import { errorText } from './error-text.js';

interface FailureNotice {
  readonly id: string;
  /** Missing where trying again can't help. */
  readonly retry: (() => void) | undefined;
  /** Whether a person was sending something of theirs, which is still there. */
  readonly isSending?: boolean;
  /** Other ways to go on. */
  readonly more?: TemplateResult | undefined;
}

/** What failed, what to do, and a button to try again. What changes below is not told as an alarm again. */
export function failureNotice(
  l10n: Localization,
  error: SupportError,
  { id, retry, isSending, more }: FailureNotice,
): TemplateResult {
  const { msg } = l10n;
  const { title, advice, kept } = errorText(l10n, error);
  return html`
    <div class="notice alarm" part="notice" id=${id} tabindex="-1">
      <div role="alert">
        <h3>${title}</h3>
        <p class="small">${advice} ${isSending ? kept : nothing}</p>
      </div>
      ${
        retry
          ? html`<div class="row"><button class="button" part="button" type="button" @click=${retry}>${msg('Try again')}</button></div>`
          : nothing
      }
      ${more}
    </div>
  `;
}
