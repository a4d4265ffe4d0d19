import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { noticeChoices } from '../../../contract/advisory-notices.js';
import { moment } from './moments.js';
import { numberOf } from './names.js';
import { actText } from './texts.js';
import type { ApprovalView } from './view.js';

/** What others did since the person was last here, in one line. */
export function newsLine(view: ApprovalView): TemplateResult | typeof nothing {
  const { msg, now, store } = view;
  const { since, news = [] } = store.notices.told ?? {};
  if (since === undefined || !news.length) return nothing;
  const acts = news.map(({ act, count }) => `${actText(view, act)} ${numberOf(view, count)}`);
  return html`
    <div class="row between news">
      <p class="small">
        <span class="quiet">${msg(str`Since you were last here (${moment(view, new Date(since), now)}):`)}</span> ${acts.join('\u00a0· ')}
      </p>
      <button class="button text" part="button" type="button" @click=${() => void store.notices.see()}>${msg('Mark as seen')}</button>
    </div>
  `;
}

const choiceText = ({ msg }: ApprovalView) => ({
  all: msg('All requests'),
  mine: msg('Only requests that I have decided on'),
  none: msg('No requests'),
});

/** Of what the person gets mails, where they get any. */
export function noticeChoice(view: ApprovalView): TemplateResult | typeof nothing {
  const { msg, store } = view;
  const { told, saving } = store.notices;
  if (told?.email === undefined || !view.viewer.mayGrant) return nothing;
  const texts = choiceText(view);
  const choose = ({ target }: Event) => {
    const chosen = noticeChoices.find((one) => one === (target as HTMLSelectElement).value);
    if (chosen) void store.notices.choose(chosen);
  };
  return html`
    <section class="field">
      <label for="notices">${msg('E-mail notices')}</label>
      <select class="control" id="notices" aria-describedby="notices-help" .value=${told.wants} @change=${choose}>
        ${noticeChoices.map((one) => html`<option value=${one} ?selected=${one === told.wants}>${texts[one]}</option>`)}
      </select>
      <p class="small quiet" id="notices-help">${msg(str`Sent to ${told.email}. You are always notified of granted access.`)}</p>
      <p class="small quiet" role="status">${saving === 'saved' ? msg('Saved.') : nothing}</p>
      ${saving === 'failed' ? html`<p class="message" role="alert">${msg('Choose again: the choice was not saved.')}</p>` : nothing}
    </section>
  `;
}
