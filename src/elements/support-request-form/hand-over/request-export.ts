import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { EmailExport } from '../email/email-export.js';
import type { Recipient } from '../email/mime/header.js';
import type { Mail } from '../email/mime/message.js';
import {
  mailLink,
  requestSubject,
  requestSummary,
  requestText,
  type WrittenRequest,
} from './request-text.js';

/** To whom a request goes, and in which form. */
interface Recipients {
  readonly to: readonly Recipient[];
  /** What the recipient reads above the request. */
  readonly letter?: string;
  /** Whether it is checked as a request that is sent. Where the endpoint is away, what is asked for may not even be shown. */
  readonly isChecked: boolean;
}

/** What a request that leaves the page by itself needs. */
export interface RequestExport {
  readonly email: EmailExport;
  /** As it is at the moment of the call, for what was waited for. */
  request(): WrittenRequest;
  /** @param copied what is said then */
  copy(text: string, copied: string): void;
  /** The request goes another way, so the form sends it no more by itself: or it might arrive twice. */
  leaves(): void;
}

const mailOf = (
  l10n: Localization,
  { email, request }: RequestExport,
  { to, letter }: Recipients,
): Mail => ({
  to,
  subject: requestSubject(request()),
  language: l10n.language,
  text: [...(letter ? [letter] : []), requestText(l10n, request())].join('\n\n'),
  files: email.files,
});

/** The prepared request as an e-mail file with everything in it, as an e-mail to open in one's own program, or as text to copy. */
export function requestExport(
  l10n: Localization,
  source: RequestExport,
  recipients: Recipients,
): TemplateResult {
  const { msg } = l10n;
  const { email } = source;
  const { isChecked } = recipients;
  const mail = mailOf(l10n, source, recipients);
  const link = mailLink(l10n, mail);
  const outcome = email.view(mail, link.href);
  const isComplete = () => !isChecked || email.isComplete();
  const mayLeave = () => email.picturesAreReady() && isComplete();
  const copyNow = () =>
    source.copy(mailOf(l10n, source, recipients).text, msg('Support request copied as text.'));
  const copy = () => {
    if (mayLeave()) copyNow();
  };
  const save = () => {
    source.leaves();
    void email.save(
      () => (isComplete() ? mailOf(l10n, source, recipients) : undefined),
      () => msg(str`Support request ${requestSummary(source.request())}`),
    );
  };
  const open = (event: Event) => {
    if (!mayLeave()) return event.preventDefault();
    source.leaves();
    if (link.needsPaste) copyNow();
  };
  return html`
    <div class="row">
      <button class="button ${isChecked ? 'primary' : ''}" part=${isChecked ? 'primary-button' : 'button'} type="button" @click=${save}>${msg('Save as an e-mail file')}</button>
      <a class="button" part="button" href=${link.href} @click=${open}>${msg('Open as an e-mail')}</a>
      <button class="button" part="button" type="button" @click=${copy}>${msg('Copy the request as text')}</button>
    </div>
    ${mail.files.length && !outcome ? html`<p class="small quiet">${msg('The attachments are included only in the e-mail file.')}</p>` : nothing}
    ${link.needsPaste ? html`<p class="small quiet">${msg('Paste the text into the e-mail: it was copied, because it is too long for an e-mail link.')}</p>` : nothing}
    ${outcome}
    <details class="small">
      <summary>${msg('Show the request as text')}</summary>
      <pre tabindex="0">${mail.text}</pre>
    </details>
  `;
}
