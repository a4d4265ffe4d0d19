import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { SendingState } from '../form-state.js';

export const preparingText = ({ msg }: Localization): string =>
  msg(
    'The pictures are being prepared. The support request will be sent as soon as they are ready.',
  );

/** Above the buttons, while the request waits for pictures. */
export const preparingView = (l10n: Localization, cancel: () => void): TemplateResult => html`
  <div class="notice calm" part="notice">
    <progress aria-labelledby="preparing"></progress>
    <div class="row between">
      <p class="small" id="preparing">${preparingText(l10n)}</p>
      <button class="button" part="button" type="button" @click=${cancel}>${l10n.msg('Cancel')}</button>
    </div>
  </div>
`;

/**
 * While the request is on its way.
 *
 * @param isLate whether something was handed over that came too late
 */
export function sendingView(
  { msg }: Localization,
  { subject, attempt, pictures, abort }: SendingState,
  isLate: boolean,
): TemplateResult {
  const inFull = pictures?.of ? pictures : undefined;
  const tries = Math.max(attempt, inFull?.attempt ?? 1);
  return html`
    <div class="sending" aria-busy="true">
      <h2 id="sending" tabindex="-1">${msg('Sending the support request')}</h2>
      <p class="preview small"><b lang="fi">${subject}</b></p>
      <progress aria-labelledby="sending" max="1" value=${inFull?.part ?? nothing}></progress>
      <p class="small quiet" role="status">
        ${inFull ? msg(str`Pictures sent: ${inFull.files} of ${inFull.of}.`) : nothing}
        ${msg('Keep the page open until the request has been sent.')}
        ${tries > 1 ? msg(str`Connection lost. Sending again (attempt ${tries}).`) : nothing}
      </p>
      <p class="small" role="status">${isLate ? msg('The support request is already being sent, so your addition is not included. If you cancel, it is added to the form.') : nothing}</p>
      <div class="row"><button class="button" part="button" type="button" @click=${() => abort.abort()}>${msg('Cancel')}</button></div>
    </div>
  `;
}
