import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { outsideLink } from '../../../ui/link.js';
import type { LaterEdits, SentState } from '../form-state.js';
import { unbroken } from '../../../ui/unbroken.js';

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
    return html`<p role="status">${msg('Your later changes have been added to the request.')}</p>`;
  return html`
    <div class="notice" part="notice">
      <h3>${msg('The request arrived before your latest changes')}</h3>
      <p class="small">${msg('An earlier attempt got through after all. Your changes are saved here, and you can add them to the request.')}</p>
      ${state === 'failed' ? html`<p class="message" role="alert">${msg('Try again: the changes could not be added.')}</p>` : nothing}
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
    <div class="notice good" part="notice">
      <h2 id="receipt" tabindex="-1">${number ? unbroken(msg(str`Received: ${number}`)) : msg('Received')}</h2>
      <p class="small"><b lang="fi">${unbroken(subject)}</b></p>
      <p class="small">
        ${number ? nothing : msg('You will get the request number later.')} ${nextStep ?? msg('Customer service will reply by e-mail or phone.')}
        ${url && !follow ? outsideLink(url, msg('Follow the request')) : nothing}
      </p>
    </div>
    ${isLate ? html`<p class="notice small" part="notice">${msg('Reply to the request with what you added while it was being sent: it was not included.')}</p>` : nothing}
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
