import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../../localization/localization-controller.js';

/** While the request is on its way. */
export function sendingView({ msg }: Localization, subject: string, attempt: number, cancel: () => void): TemplateResult {
  return html`
    <div class="sending" aria-busy="true">
      <h2 id="sending" tabindex="-1">${msg('Sending the support request')}</h2>
      <p class="preview small"><b lang="fi">${subject}</b></p>
      <progress aria-labelledby="sending"></progress>
      <p class="small quiet" role="status">
        ${msg('Keep the page open until the request has been sent.')}
        ${attempt > 1 ? msg(str`The connection broke; this is try number ${attempt}.`) : nothing}
      </p>
      <div class="row"><button class="button" part="button" type="button" @click=${cancel}>${msg('Cancel')}</button></div>
    </div>
  `;
}
