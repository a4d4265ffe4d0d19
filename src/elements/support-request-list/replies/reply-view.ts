import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { has } from '../../../context/connection.js';
import { messageLimit } from '../../../contract/support-requests.js';
import { failureNotice } from '../../../ui/failure/failure-notice.js';
import { field } from '../../../ui/field.js';
import { identityCodeWarning } from '../../../ui/identity-code/identity-code-warning.js';
import { missingFiles } from '../../../ui/missing-files.js';
import { isComposing, modifierKey } from '../../../ui/keys.js';
import { maySubmit } from '../../../controllers/may-submit.js';
import type { OpenedRequest } from '../opened-request.js';
import type { Reply, ReplyState } from './reply.js';
import { outdatedText, restText, sentText } from '../views/texts.js';
import type { ListView } from '../views/view.js';

/** While a message is on its way; pictures take their time, so they tell how far they are and can be stopped. */
function progress(
  { msg }: ListView,
  { attempt, isPreparing, pictures, cancel }: Extract<ReplyState, { name: 'sending' }>,
): TemplateResult {
  const tries = Math.max(attempt, pictures?.attempt ?? 1);
  return html`
    ${pictures || isPreparing ? html`<progress aria-label=${msg('Sending…')} max="1" value=${pictures?.part ?? nothing}></progress>` : nothing}
    <div class="row">
      <p class="small quiet" role="status">
        ${isPreparing ? msg('The pictures are being prepared. The reply will be sent as soon as they are ready.') : msg('Sending…')}
        ${pictures?.of ? msg(str`Pictures sent: ${pictures.files} of ${pictures.of}.`) : nothing}
        ${tries > 1 ? msg(str`Connection lost. Sending again (attempt ${tries}).`) : nothing}
      </p>
      ${cancel ? html`<button class="button" part="button" type="button" @click=${cancel}>${msg('Cancel')}</button>` : nothing}
    </div>
  `;
}

/** @param written of what a person wrote, beside what failed */
function outcome(
  view: ListView,
  id: string,
  sending: ReplyState,
  sent: string,
  retry: () => void,
  written?: { readonly more: TemplateResult | undefined },
): TemplateResult | typeof nothing {
  if (sending.name === 'sent')
    return html`<p class="notice good" id=${id} tabindex="-1">${sent}</p>`;
  if (sending.name === 'rest')
    return html`<p class="notice" id=${id} tabindex="-1">${restText(view)}</p>`;
  if (sending.name === 'outdated') {
    return html`<p class="notice" id=${id} tabindex="-1">${outdatedText(view)}</p>`;
  }
  if (sending.name === 'changed') {
    return html`<p class="notice" id=${id} tabindex="-1">${view.msg('Read the proposal again: it has been changed or answered. Nothing was sent.')}</p>`;
  }
  if (sending.name === 'unattached') {
    return html`<p class="notice" id=${id} tabindex="-1">${view.msg('See why a picture was not attached, then send again. The reply has not been sent yet.')}</p>`;
  }
  if (sending.name === 'failed')
    return failureNotice(view, sending.error, {
      id,
      retry,
      isSending: written !== undefined,
      more: written?.more,
    });
  return sending.name === 'sending' ? progress(view, sending) : nothing;
}

/** That the reply will be sent by itself, and how to keep it from that. */
const resendNotice = ({ msg }: ListView, reply: Reply): TemplateResult | undefined =>
  reply.isResending
    ? html`<p class="small">
        ${msg('Stay in this support request. The reply will be sent automatically once the connection works.')}
        <button class="link" type="button" @click=${() => reply.stopResending()}>${msg('Cancel automatic sending')}</button>
      </p>`
    : undefined;

/** Who may not send reads only, and is told who can. */
function readerNotice({ msg, formats, store }: ListView): TemplateResult {
  const names = store.mainUsers;
  return html`
    <div class="notice calm">
      <h4>${msg('You cannot reply to support requests')}</h4>
      <p class="small">${names.length ? msg(str`These people can reply: ${formats.list(names)}.`) : msg('The main user and the primary contact of your company can reply.')}</p>
    </div>
  `;
}

/** To confirm by a tick and a press, or to decline by the reply below. */
function proposalAnswer(view: ListView, open: OpenedRequest, confirm: () => void): TemplateResult {
  const { msg, store } = view;
  const { confirmation, isConfirming, reply } = open;
  const name = store.me?.name;
  const onChange = ({ target }: Event) =>
    target instanceof HTMLInputElement && open.confirm(target.checked);
  if (reply.isDeclining) {
    return html`
      <div class="row between">
        <p class="small">${msg('The proposal will be declined when you send the reply below.')}</p>
        <button class="button" part="button" type="button" @click=${() => reply.decline(false)}>${msg('Do not decline')}</button>
      </div>
    `;
  }
  return html`
    <label class="check">
      <input id="confirm" type="checkbox" aria-describedby=${isConfirming ? nothing : 'confirm-first'} aria-invalid=${confirmation.name === 'empty'} .checked=${isConfirming} @change=${onChange} />
      ${name ? msg(str`I confirm the chargeable work (${name})`) : msg('I confirm the chargeable work')}
    </label>
    ${isConfirming ? nothing : html`<p id="confirm-first" class=${confirmation.name === 'empty' ? 'message' : 'small quiet'}>${msg('To confirm, tick the box first. The work does not begin until you confirm.')}</p>`}
    <div class="row">
      <button class="button primary" part="button" type="button" aria-disabled=${!isConfirming || confirmation.name === 'sending'} @click=${confirm}>${msg('Confirm')}</button>
      <button class="button" part="button" type="button" @click=${() => reply.decline(true)}>${msg('Decline the proposal')}</button>
    </div>
  `;
}

/** What chargeable work is proposed, in full, and its confirmation in writing [guide 1.1]. */
export function proposalView(view: ListView, open: OpenedRequest): TemplateResult | typeof nothing {
  const { msg, store } = view;
  const { proposal, confirmation } = open;
  const act = () => void open.sendConfirmation();
  const notice = outcome(
    view,
    'confirmation-notice',
    confirmation,
    msg('You have confirmed the chargeable work.'),
    act,
  );
  if (!proposal)
    return confirmation.name === 'sent' || confirmation.name === 'changed' ? notice : nothing;
  return html`
    <section class="notice" aria-labelledby="proposal">
      <h4 id="proposal">${msg('Customer service proposes chargeable work')}</h4>
      <p class="words">${proposal.text}</p>
      ${maySubmit(store.me) ? proposalAnswer(view, open, act) : nothing} ${notice}
    </section>
  `;
}

/** More information to a request: words, pictures, or both. */
export function replyView(view: ListView, open: OpenedRequest): TemplateResult {
  const { msg, store } = view;
  if (!maySubmit(store.me)) return readerNotice(view);
  const { reply } = open;
  const { text, sending } = reply;
  const isTooLong = text.trim().length > messageLimit;
  const problem = isTooLong
    ? msg('Shorten the reply to at most 20,000 characters.')
    : sending.name === 'empty'
      ? msg('Write a reply or attach a picture.')
      : undefined;
  const send = () => {
    if (!isTooLong) void reply.send();
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    send();
  };
  const onKeydown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event))
      onSubmit(event);
  };
  const onInput = ({ target }: Event) =>
    target instanceof HTMLTextAreaElement && reply.write(target.value);
  return html`
    <form novalidate class="reply" @submit=${onSubmit} @keydown=${onKeydown}>
      ${field(
        {
          id: 'reply',
          label: msg('Your reply'),
          hint: reply.isDeclining ? msg('optional') : undefined,
          error: problem,
          help: reply.isDeclining
            ? msg('This reply declines the proposed chargeable work. You can give a reason.')
            : reply.isBack
              ? msg('Your text has been restored.')
              : undefined,
        },
        ({ describedBy, invalid }) =>
          html`<textarea class="control" id="reply" part="control" rows="4" .value=${text} aria-describedby=${describedBy} aria-invalid=${invalid} @input=${onInput}></textarea>`,
      )}
      ${identityCodeWarning({ ...view, announce: (text) => store.announce(text) }, 'reply', text, (changed) => reply.write(changed))}
      ${missingFiles(view, reply.missing, () => reply.dismissMissing())}
      ${store.service && has(store.service, 'attachments') ? reply.pictures.element : nothing}
      <div class="row">
        <button class="button primary" part="button" aria-disabled=${sending.name === 'sending'}>${reply.isDeclining ? msg('Send and decline the proposal') : msg('Send the reply')}</button>
        ${reply.isDeclining ? html`<button class="button" part="button" type="button" @click=${() => reply.decline(false)}>${msg('Do not decline')}</button>` : nothing}
        <span class="small quiet">${msg('Send:')} <kbd>${modifierKey()}</kbd> + <kbd>Enter</kbd></span>
      </div>
      ${outcome(view, 'reply-notice', sending, sentText(view), send, { more: resendNotice(view, reply) })}
    </form>
  `;
}
