import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Recipient } from '../email/mime/header.js';
import type { Mail } from '../email/mime/message.js';
import type { FormView } from '../form-view.js';
import { requestMail, requestSubject, requestText } from './request-text.js';

const mailOf = (view: FormView, to: readonly Recipient[]): Mail => ({
  to,
  subject: requestSubject(view),
  language: view.language,
  text: requestText(view),
  files: view.email?.files ?? [],
});

/** The prepared request as an e-mail file with everything in it, as an e-mail to open in one's own program, or as text to copy. */
export function carryAway(view: FormView, to: readonly Recipient[]): TemplateResult {
  const { msg, email } = view;
  const mail = mailOf(view, to);
  const { text } = mail;
  const link = requestMail(view, to);
  const copy = () => view.copy(text, msg('The request was copied as text.'));
  const told = email?.view(view, mail, link.href);
  // Or the request might arrive by two roads.
  const goByEmail = () => view.sendAgain?.stop();
  const save = () => {
    goByEmail();
    void email?.save(
      () => mailOf(view.now(), to),
      () => msg(str`Support request ${view.now().values.summary}`),
    );
  };
  const open = () => {
    goByEmail();
    if (link.needsPaste) copy();
  };
  return html`
    <div class="row">
      <button class="button" part="button" type="button" @click=${save}>${msg('Save as an e-mail file')}</button>
      <a class="button" part="button" href=${link.href} @click=${open}>${msg('Open as an e-mail')}</a>
      <button class="button" part="button" type="button" @click=${copy}>${msg('Copy the request as text')}</button>
    </div>
    ${mail.files.length && !told ? html`<p class="small quiet">${msg('The attachments go along in the e-mail file only.')}</p>` : nothing}
    ${link.needsPaste ? html`<p class="small quiet">${msg('The text is too long for an e-mail link: it is copied, and you paste it into the e-mail.')}</p>` : nothing}
    ${told}
    <details class="small">
      <summary>${msg('Show the request as text')}</summary>
      <pre tabindex="0">${text}</pre>
    </details>
  `;
}
