import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { SupportError } from '../../../client/support-error.js';
import type { AdvisoryAccessItem } from '../../../contract/advisory-access.js';
import { errorText } from '../../../ui/failure/error-text.js';
import { moment, remaining, span } from './moments.js';
import { stateOf } from '../select.js';
import { logNotice } from '../log/log-notice.js';
import { newsLine, noticeChoice } from './notices-view.js';
import { noticeOf, stateTag } from './notice-view.js';
import { detailsOf, accessRequestView } from './request-view.js';
import { grantedCount, unitOf } from './texts.js';
import type { ApprovalView } from './view.js';

const TEN_MINUTES = 600_000;

const who = (view: ApprovalView, item: AdvisoryAccessItem): TemplateResult =>
  html`<b>${item.requestedBy.name}</b>, ${unitOf(view, item)}`;

const periodOf = (
  view: ApprovalView,
  { from, until, startsAt, endsAt }: AdvisoryAccessItem,
): string => span(view, new Date(startsAt ?? from), new Date(endsAt ?? until), view.now);

/** How long a right still holds, or when it begins. */
function grantTag(view: ApprovalView, item: AdvisoryAccessItem): TemplateResult {
  const { msg, now } = view;
  const { startsAt, endsAt } = item;
  const state = stateOf(item, now);
  if (state === 'scheduled' && startsAt)
    return stateTag(view, state, msg(str`Begins ${moment(view, new Date(startsAt), now)}`));
  const left = endsAt && state === 'active' ? Date.parse(endsAt) - now.getTime() : 0;
  if (left <= 0) return stateTag(view, state);
  const text = msg(str`Ends in ${remaining(view, left)}`);
  return left > TEN_MINUTES
    ? stateTag(view, 'active', text)
    : html`<span class="tag waits">${text}</span>`;
}

/** What can be done with a request from its row; which one it is, its row says. */
const act = (
  { id }: AdvisoryAccessItem,
  text: string,
  press: () => void,
  kind: string,
  expanded?: boolean,
): TemplateResult =>
  html`<button class="button ${kind}" part="button" type="button" aria-describedby="row-of-${id}" aria-expanded=${expanded ?? nothing} @click=${press}>${text}</button>`;

function row(
  view: ApprovalView,
  item: AdvisoryAccessItem,
  tag: TemplateResult | typeof nothing,
  button: TemplateResult | typeof nothing,
): TemplateResult {
  const { msg, store } = view;
  const { id } = item;
  const open = store.details.get(id);
  const isAtWork = open !== undefined && open.act.name !== 'looking';
  const isWaiting = tag === nothing;
  // Until it is known who is signed in: a button that came beside another would take its place under the pointer.
  const isIncomplete = !isWaiting && view.viewer.isPending;
  return html`
    <li part="request">
      <div class="row between">
        <div id="row-of-${id}">
          <p>${who(view, item)} ${tag}</p>
          <p class="small quiet">${grantedCount(view, item.grantedCompanyCount ?? item.companyCount, item.companyCount)}&nbsp;· ${periodOf(view, item)}${isWaiting && item.firstApproval ? html`&nbsp;· ${msg('1/2 approvals')}` : nothing}</p>
        </div>
        ${
          isAtWork || isIncomplete
            ? nothing
            : html`<div class="row">${isWaiting ? nothing : act(item, msg('Details'), () => store.toggleDetails(id), 'text', open !== undefined)} ${button}</div>`
        }
      </div>
      ${isAtWork ? noticeOf(view, open) : open ? detailsOf(view, open) : nothing}
    </li>
  `;
}

const waitingRow = (view: ApprovalView, item: AdvisoryAccessItem): TemplateResult =>
  row(
    view,
    item,
    nothing,
    act(item, view.msg('Open'), () => view.store.open(item.id), ''),
  );

const grantRow = (view: ApprovalView, item: AdvisoryAccessItem): TemplateResult =>
  row(
    view,
    item,
    grantTag(view, item),
    view.viewer.mayGrant
      ? act(item, view.msg('Revoke access'), () => void view.store.revoke(item.id), 'danger')
      : nothing,
  );

const group = (
  id: string,
  title: string,
  rows: readonly TemplateResult[],
): TemplateResult | typeof nothing =>
  rows.length
    ? html`
        <section>
          <h3 id=${id}>${title}</h3>
          <ul role="list" aria-labelledby=${id} class="rows">
            ${rows}
          </ul>
        </section>
      `
    : nothing;

function past(
  view: ApprovalView,
  items: readonly AdvisoryAccessItem[],
): TemplateResult | typeof nothing {
  const { msg, store } = view;
  if (!items.length) return nothing;
  const isShown = store.past !== 'folded';
  return html`
    <section>
      <button class="button text" part="button" type="button" aria-expanded=${isShown} @click=${() => store.togglePast()}>${msg('Earlier requests')}</button>
      ${
        isShown
          ? html`
            <h3 id="past" class="visually-hidden">${msg('Earlier requests')}</h3>
            <ul role="list" class="rows" aria-labelledby="past">
              ${items.map((item) => row(view, item, stateTag(view, stateOf(item, view.now)), nothing))}
            </ul>
            ${store.past === 'failed' ? html`<p class="message" role="alert">${errorText(view, new SupportError('network')).title}</p>` : nothing}
            ${
              store.hasOlder
                ? html`<button class="button text" part="button" type="button" @click=${() => void store.loadOlder()}>${msg('Show older')}</button>`
                : nothing
            }
          `
          : nothing
      }
    </section>
  `;
}

/** All requests, in the order in which they concern a person. */
export function accessListView(view: ApprovalView): TemplateResult {
  const { msg, store, now } = view;
  const { current } = store;
  const { waiting, returned, granted, past: earlier } = store.selected;
  return html`
    ${logNotice(view)} ${current ? accessRequestView(view, current) : nothing}
    ${group(
      'waiting',
      msg('Also awaiting approval'),
      waiting.map((item) => waitingRow(view, item)),
    )}
    ${group(
      'granted',
      msg('Active access'),
      granted.map((item) => grantRow(view, item)),
    )}
    ${group(
      'returned',
      msg('Waiting for customer service'),
      returned.map((item) => row(view, item, stateTag(view, stateOf(item, now)), nothing)),
    )}
    ${past(view, earlier)} ${newsLine(view)} ${noticeChoice(view)}
  `;
}
