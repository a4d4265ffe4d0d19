import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { AdvisoryAccessItem } from '../../../contract/advisory-access.js';
import { moment, remaining, span } from './moments.js';
import { stateOf } from './approval-desk.js';
import { noticeOf, stateTag } from './notice-view.js';
import { detailsOf, requestView } from './request-view.js';
import { companyCount, unitOf } from './texts.js';
import type { View } from './view.js';

const TEN_MINUTES = 600_000;

const who = (view: View, item: AdvisoryAccessItem): TemplateResult => html`<b>${item.requestedBy.name}</b>, ${unitOf(view, item)}`;

const periodOf = (view: View, { from, until, startsAt, endsAt }: AdvisoryAccessItem): string =>
  span(view, new Date(startsAt ?? from), new Date(endsAt ?? until), view.now);

/** How long a right still holds, or when it begins. */
function grantTag(view: View, item: AdvisoryAccessItem): TemplateResult {
  const { msg, now } = view;
  const { startsAt, endsAt } = item;
  const state = stateOf(item, now);
  if (state === 'scheduled' && startsAt) return stateTag(view, state, msg(str`Begins ${moment(view, new Date(startsAt), now)}`));
  const left = endsAt && state === 'active' ? Date.parse(endsAt) - now.getTime() : 0;
  if (left <= 0) return stateTag(view, state);
  const text = msg(str`Valid for another ${remaining(view, left)}`);
  return left > TEN_MINUTES ? stateTag(view, 'active', text) : html`<span class="tag waits">${text}</span>`;
}

function row(view: View, item: AdvisoryAccessItem, tag: TemplateResult, buttons: unknown): TemplateResult {
  const { msg, desk } = view;
  const open = desk.details.get(item.id);
  const notice = open && open.act.name !== 'looking' ? noticeOf(view, open) : undefined;
  const label = msg(str`Details: ${item.requestedBy.name}, ${periodOf(view, item)}`);
  return html`
    <li part="request">
      <div class="row between">
        <div>
          <p>${who(view, item)} ${tag}</p>
          <p class="small quiet">${companyCount(view, item.companyCount)} · ${periodOf(view, item)}</p>
        </div>
        <div class="row">
          ${notice
            ? nothing
            : html`<button
                class="button text"
                part="button"
                type="button"
                aria-expanded=${open !== undefined}
                aria-label=${label}
                @click=${() => desk.toggleDetails(item.id)}
              >
                ${msg('Details')}
              </button>`}
          ${notice ? nothing : buttons}
        </div>
      </div>
      ${notice ?? (open ? detailsOf(view, open) : nothing)}
    </li>
  `;
}

function waitingRow(view: View, item: AdvisoryAccessItem): TemplateResult {
  const { msg, desk } = view;
  const label = msg(str`Open the request: ${item.requestedBy.name}, ${periodOf(view, item)}`);
  return html`
    <li part="request">
      <div class="row between">
        <div>
          <p>${who(view, item)}</p>
          <p class="small quiet">${companyCount(view, item.companyCount)} · ${periodOf(view, item)}</p>
        </div>
        <button class="button" part="button" type="button" aria-label=${label} @click=${() => desk.turnTo(item.id)}>${msg('Open')}</button>
      </div>
    </li>
  `;
}

function grantRow(view: View, item: AdvisoryAccessItem): TemplateResult {
  const { msg, desk, mayGrant } = view;
  const label = msg(str`End the right: ${item.grantedTo.name}, ${periodOf(view, item)}`);
  const end = html`<button class="button danger" part="button" type="button" aria-label=${label} @click=${() => void desk.revoke(item.id)}>${msg('End the right')}</button>`;
  return row(view, item, grantTag(view, item), mayGrant ? end : nothing);
}

const group = (id: string, title: string, rows: readonly TemplateResult[]): TemplateResult | typeof nothing =>
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
      ${isShown
        ? html`
            <ul role="list" class="rows" aria-label=${msg('Earlier requests')}>
              ${items.map((item) => row(view, item, stateTag(view, stateOf(item, view.now)), nothing))}
            </ul>
            ${desk.past === 'failed' ? html`<p class="message" role="alert">${msg('The older ones could not be fetched.')}</p>` : nothing}
            ${desk.hasOlder
              ? html`<button class="button text" part="button" type="button" @click=${() => void desk.loadOlder()}>${msg('Show older ones')}</button>`
              : nothing}
          `
        : nothing}
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
      msg('Rights that hold'),
      granted.map((item) => grantRow(view, item)),
    )}
    ${group(
      'returned',
      msg('Waiting for support'),
      returned.map((item) => row(view, item, stateTag(view, stateOf(item, now)), nothing)),
    )}
    ${past(view, earlier)}
  `;
}
