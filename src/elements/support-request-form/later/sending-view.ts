import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { State } from './send.js';

type Sending = Pick<
  Extract<State, { readonly name: 'sending' }>,
  'subject' | 'attempt' | 'pictures'
> & {
  /** Whether something was handed over that came too late. */
  readonly isLate: boolean;
};

/** While the request is on its way. */
export function sendingView(
  { msg }: Localization,
  { subject, attempt, pictures, isLate }: Sending,
  cancel: () => void,
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
      <div class="row"><button class="button" part="button" type="button" @click=${cancel}>${msg('Cancel')}</button></div>
    </div>
  `;
}
