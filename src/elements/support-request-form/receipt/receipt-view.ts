import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { outsideLink } from '../../../ui/link.js';
import type { LaterEdits, SentState } from '../form-state.js';

interface ReceiptActions {
  copy(number: string): void;
  sendEdits(): void;
  startAnew(): void;
}

function edits(
  { msg }: Localization,
  state: LaterEdits,
  sendEdits: () => void,
): TemplateResult | typeof nothing {
  if (state === 'none') return nothing;
  if (state === 'sent')
    return html`<p role="status">${msg('Your later changes were added to the request.')}</p>`;
  return html`
    <div class="notice" part="notice">
      <h3>${msg('The request had arrived before your latest changes')}</h3>
      <p class="small">${msg('An earlier try got through after all. Your changes are kept here and can be added to the request.')}</p>
      ${state === 'failed' ? html`<p class="message" role="alert">${msg('Adding the changes failed. Try again.')}</p>` : nothing}
      <div class="row">
        <button class="button" part="button" type="button" ?disabled=${state === 'sending'} @click=${sendEdits}>${msg('Add the changes to the request')}</button>
      </div>
    </div>
  `;
}

/**
 * The receipt: the number, what happens next, where to follow.
 *
 * @param isLate whether something was handed over that came too late to go along
 */
export function receiptView(
  l10n: Localization,
  { receipt, later, follow }: SentState,
  isLate: boolean,
  actions: ReceiptActions,
): TemplateResult {
  const { msg } = l10n;
  const { number, subject, nextStep, url } = receipt;
  return html`
    <div class="notice calm" part="notice">
      <h2 id="receipt" tabindex="-1">${number ? msg(str`Received: ${number}`) : msg('Received')}</h2>
      <p class="small"><b lang="fi">${subject}</b></p>
      <p class="small">
        ${number ? nothing : msg('The request number follows later.')} ${nextStep ?? msg('Customer service answers you by e-mail or phone.')}
        ${url && !follow ? outsideLink(url, msg('Follow the request')) : nothing}
      </p>
    </div>
    ${isLate ? html`<p class="notice small" part="notice">${msg('What you added while the support request was being sent did not go along. Add it to a reply to the request.')}</p>` : nothing}
    ${edits(l10n, later, () => actions.sendEdits())}
    <div class="row">
      ${
        number
          ? html`<button class="button" part="button" type="button" @click=${() => actions.copy(number)}>${msg('Copy the number')}</button>`
          : nothing
      }
      ${follow ? html`<button class="button" part="button" type="button" @click=${follow}>${msg('Follow the request')}</button>` : nothing}
      <button class="button text" part="button" type="button" @click=${() => actions.startAnew()}>${msg('New support request')}</button>
    </div>
  `;
}
