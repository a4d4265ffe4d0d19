import { html, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.js';
import { requestMail, requestText } from './request-text.js';

/** The prepared request as text to copy, or as an e-mail to open in one's own program. */
export function carryAway(view: FormView, to: string): TemplateResult {
  const { msg } = view;
  const mail = requestMail(view, to);
  const copy = () => view.copy(requestText(view), msg('The request was copied as text.'));
  return html`
    <div class="row">
      <button class="button" part="button" type="button" @click=${copy}>${msg('Copy the request as text')}</button>
      <a class="button" part="button" href=${mail.href} @click=${mail.needsPaste ? copy : undefined}>${msg('Open as an e-mail')}</a>
    </div>
    ${mail.needsPaste ? html`<p class="small quiet">${msg('The text is too long for an e-mail link: it is copied, and you paste it into the e-mail.')}</p>` : ''}
    <details class="small">
      <summary>${msg('Show the request as text')}</summary>
      <pre tabindex="0">${requestText(view)}</pre>
    </details>
  `;
}
