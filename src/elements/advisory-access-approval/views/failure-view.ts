import { html, nothing, type TemplateResult } from 'lit';
import type { SupportError } from '../../../client/support-error.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { errorText } from '../../../ui/failure/error-text.js';

/** Trying again is of no use until somebody has changed something. */
const lasting: readonly SupportError['code'][] = ['noEndpoint', 'insecureEndpoint', 'notSupported'];

/** Why something of the requests can't be shown, and a way to try again. */
export function accessFailure(
  l10n: Localization,
  error: SupportError,
  retry: () => void,
): TemplateResult {
  const { msg } = l10n;
  if (error.code === 'notFound')
    return html`<p class="quiet">${msg('This request does not exist.')}</p>`;
  const title =
    error.code === 'noEndpoint'
      ? msg('Advisory access is not connected to customer service')
      : errorText(l10n, error).title;
  return html`
    <div class="notice alarm" tabindex="-1" role="alert">
      <h3>${title}</h3>
      <p class="small">${msg('Requests and access cannot be shown. Granted access stays valid until it ends.')}</p>
      ${
        lasting.includes(error.code)
          ? nothing
          : html`<div class="row"><button class="button" part="button" type="button" @click=${retry}>${msg('Try again')}</button></div>`
      }
    </div>
  `;
}
