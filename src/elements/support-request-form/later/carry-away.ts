import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Recipient } from '../email/mime/header.js';
import type { Mail } from '../email/mime/message.js';
import type { FormView } from '../form-view.js';
import { mailLink, requestSubject, requestSummary, requestText } from './request-text.js';

/** To whom a request is carried, and how. */
export interface Way {
  readonly to: readonly Recipient[];
  /** What the recipient reads above the request. */
  readonly letter?: (view: FormView) => string;
  /** Whether it is checked as a request that is sent. Where the endpoint is away, what is asked for may not even be shown. */
  readonly isChecked: boolean;
}

const mailOf = (view: FormView, { to, letter }: Way): Mail => ({
  to,
  subject: requestSubject(view),
  language: view.language,
  text: [...(letter ? [letter(view)] : []), requestText(view)].join('\n\n'),
  files: view.email?.files ?? [],
});

/** The prepared request as an e-mail file with everything in it, as an e-mail to open in one's own program, or as text to copy. */
export function carryAway(view: FormView, way: Way): TemplateResult {
  const { msg, email } = view;
  const mail = mailOf(view, way);
  const link = mailLink(view, mail);
  const told = email?.view(view, mail, link.href);
  const isComplete = () => !way.isChecked || Boolean(email?.isComplete());
  const mayLeave = () => Boolean(email?.picturesAreReady()) && isComplete();
  const copyNow = () =>
    view.copy(mailOf(view.now(), way).text, msg('Support request copied as text.'));
  const copy = () => {
    if (mayLeave()) copyNow();
  };
  // Or the request might arrive by two roads.
  const goByEmail = () => view.sendAgain?.stop();
  const save = () => {
    goByEmail();
    void email?.save(
      () => (isComplete() ? mailOf(view.now(), way) : undefined),
      () => msg(str`Support request ${requestSummary(view.now())}`),
    );
  };
  const open = (event: Event) => {
    if (!mayLeave()) return event.preventDefault();
    goByEmail();
    if (link.needsPaste) copyNow();
  };
  return html`
    <div class="row">
      <button class="button ${way.isChecked ? 'primary' : ''}" part=${way.isChecked ? 'primary-button' : 'button'} type="button" @click=${save}>${msg('Save as an e-mail file')}</button>
      <a class="button" part="button" href=${link.href} @click=${open}>${msg('Open as an e-mail')}</a>
      <button class="button" part="button" type="button" @click=${copy}>${msg('Copy the request as text')}</button>
    </div>
    ${mail.files.length && !told ? html`<p class="small quiet">${msg('The attachments are included only in the e-mail file.')}</p>` : nothing}
    ${link.needsPaste ? html`<p class="small quiet">${msg('Paste the text into the e-mail: it was copied, because it is too long for an e-mail link.')}</p>` : nothing}
    ${told}
    <details class="small">
      <summary>${msg('Show the request as text')}</summary>
      <pre tabindex="0">${mail.text}</pre>
    </details>
  `;
}
