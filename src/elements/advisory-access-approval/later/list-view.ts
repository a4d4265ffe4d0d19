import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { SupportError } from '../../../client/support-error.js';
import type { AdvisoryAccessItem } from '../../../contract/advisory-access.js';
import { errorText } from '../../../ui/failure/error-text.js';
import { moment, remaining, span } from './moments.js';
import { stateOf } from './approval-desk.js';
import { noticeOf, stateTag } from './notice-view.js';
import { detailsOf, requestView } from './request-view.js';
import { grantedCount, unitOf } from './texts.js';
import type { View } from './view.js';

const TEN_MINUTES = 600_000;

const who = (view: View, item: AdvisoryAccessItem): TemplateResult =>
  html`<b>${item.requestedBy.name}</b>, ${unitOf(view, item)}`;

const periodOf = (view: View, { from, until, startsAt, endsAt }: AdvisoryAccessItem): string =>
  span(view, new Date(startsAt ?? from), new Date(endsAt ?? until), view.now);

/** How long a right still holds, or when it begins. */
function grantTag(view: View, item: AdvisoryAccessItem): TemplateResult {
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
  view: View,
  item: AdvisoryAccessItem,
  tag: TemplateResult | typeof nothing,
  button: TemplateResult | typeof nothing,
): TemplateResult {
  const { msg, desk } = view;
  const { id } = item;
  const open = desk.details.get(id);
  const isAtWork = open !== undefined && open.act.name !== 'looking';
  const isWaiting = tag === nothing;
  // Until it is known who is signed in: a button that came beside another would take its place under the pointer.
  const isIncomplete = !isWaiting && view.isProfilePending;
  return html`
    <li part="request">
      <div class="row between">
        <div id="row-of-${id}">
          <p>${who(view, item)} ${tag}</p>
          <p class="small quiet">${grantedCount(view, item.grantedCompanyCount ?? item.companyCount, item.companyCount)} · ${periodOf(view, item)}</p>
        </div>
        ${
          isAtWork || isIncomplete
            ? nothing
            : html`<div class="row">${isWaiting ? nothing : act(item, msg('Details'), () => desk.toggleDetails(id), 'text', open !== undefined)} ${button}</div>`
        }
      </div>
      ${isAtWork ? noticeOf(view, open) : open ? detailsOf(view, open) : nothing}
    </li>
  `;
}

const waitingRow = (view: View, item: AdvisoryAccessItem): TemplateResult =>
  row(
    view,
    item,
    nothing,
    act(item, view.msg('Open'), () => view.desk.turnTo(item.id), ''),
  );

const grantRow = (view: View, item: AdvisoryAccessItem): TemplateResult =>
  row(
    view,
    item,
    grantTag(view, item),
    view.mayGrant
      ? act(item, view.msg('Revoke access'), () => void view.desk.revoke(item.id), 'danger')
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

function past(view: View, items: readonly AdvisoryAccessItem[]): TemplateResult | typeof nothing {
  const { msg, desk } = view;
  if (!items.length) return nothing;
  const isShown = desk.past !== 'folded';
  return html`
    <section>
      <button class="button text" part="button" type="button" aria-expanded=${isShown} @click=${() => desk.togglePast()}>${msg('Earlier requests')}</button>
      ${
        isShown
          ? html`
            <h3 id="past" class="visually-hidden">${msg('Earlier requests')}</h3>
            <ul role="list" class="rows" aria-labelledby="past">
              ${items.map((item) => row(view, item, stateTag(view, stateOf(item, view.now)), nothing))}
            </ul>
            ${desk.past === 'failed' ? html`<p class="message" role="alert">${errorText(view, new SupportError('network')).title}</p>` : nothing}
            ${
              desk.hasOlder
                ? html`<button class="button text" part="button" type="button" @click=${() => void desk.loadOlder()}>${msg('Show older')}</button>`
                : nothing
            }
          `
          : nothing
      }
    </section>
  `;
}

/** All requests, in the order in which they concern a person. */
export function listView(view: View): TemplateResult {
  const { msg, desk, now } = view;
  const { current, waiting, returned, granted, past: earlier } = desk.sort();
  return html`
    ${current ? requestView(view, current) : nothing}
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
    ${past(view, earlier)}
  `;
}
