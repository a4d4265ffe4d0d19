import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { SupportError } from '../../../client/support-error.js';
import type { AdvisoryAccess, AdvisoryHistoryItem } from '../../../contract/advisory-access.js';
import { errorText } from '../../../ui/failure/error-text.js';
import { moment, span } from './moments.js';
import type { AccessRequest } from '../access-request.js';
import {
  accessOf,
  actText,
  areaNames,
  grantedCount,
  numberOf,
  recipientOf,
  unitOf,
} from './texts.js';
import type { ApprovalView } from './view.js';
import { unbroken } from '../../../ui/unbroken.js';

const fact = (name: string, text: unknown): TemplateResult =>
  html`<div><dt>${name}</dt><dd>${text}</dd></div>`;

/**
 * Who asks for what, why and for how long.
 *
 * @param areasBelow where the areas can be chosen they needn't be read twice
 */
export function facts(
  view: ApprovalView,
  request: AdvisoryAccess,
  areasBelow = false,
): TemplateResult {
  const { msg, now } = view;
  const { decision } = request;
  const isPending = request.state === 'pending';
  const from = new Date(request.startsAt ?? request.from);
  const until = new Date(request.endsAt ?? request.until);
  return html`
    <dl>
      ${fact(msg('Requested by'), html`<b>${request.requestedBy.name}</b>, ${unitOf(view, request)}`)}
      ${fact(msg('Recipient'), recipientOf(view, request))} ${fact(msg('Access'), accessOf(view, request))}
      ${fact(msg('Environment'), request.environment.name)} ${fact(msg('Reason'), html`<span class="words">${unbroken(request.reason)}</span>`)}
      ${request.supportRequest ? fact(msg('Support request'), unbroken(request.supportRequest)) : nothing}
      ${fact(msg('Period'), span(view, from, until, now))}
      ${isPending ? fact(msg('Decision needed by'), moment(view, new Date(request.lapsesAt), now)) : nothing}
      ${areasBelow ? nothing : fact(msg('Program areas'), areaNames(view, decision?.areas ?? request.areas))}
    </dl>
  `;
}

/** When something happened; of several uses, from the first to the last. */
const when = (view: ApprovalView, { at, since }: AdvisoryHistoryItem): string =>
  since
    ? span(view, new Date(since), new Date(at), view.now)
    : moment(view, new Date(at), view.now);

/** What happened, and how often. */
const happened = (view: ApprovalView, { act, count }: AdvisoryHistoryItem): string =>
  act === 'used' && count !== undefined && count > 1
    ? view.msg(str`Used ${numberOf(view, count)} times`)
    : actText(view, act);

function earlierUses(view: ApprovalView, open: AccessRequest): TemplateResult | typeof nothing {
  const { uses, nextUses } = open;
  return html`
    ${uses?.state === 'failed' ? html`<p class="message" role="alert">${errorText(view, new SupportError('network')).title}</p>` : nothing}
    ${nextUses === undefined ? nothing : html`<button class="button text" part="button" type="button" @click=${() => void open.loadUses()}>${view.msg('Show earlier uses')}</button>`}
  `;
}

/** What the person keeps, to check later by themselves what was granted and done. */
export function accessReceiptView(
  { msg, hasReceipts }: ApprovalView,
  open: AccessRequest,
): TemplateResult | typeof nothing {
  if (!hasReceipts) return nothing;
  const failure = {
    failed: () => msg('Try again: the receipt could not be loaded.'),
    altered: () => msg('Contact customer service: the advisory access log has been altered.'),
    none: undefined,
    loading: undefined,
    saved: undefined,
  }[open.receipt];
  return html`
    <div class="row">
      <button class="button text" part="button" type="button" @click=${() => void open.saveReceipt()}>${msg('Save the receipt')}</button>
      <span class="small quiet" role="status">${open.receipt === 'saved' ? msg('Receipt saved.') : nothing}</span>
    </div>
    ${failure ? html`<p class="message" role="alert">${failure()}</p>` : nothing}
  `;
}

/** Who decided what, and when, and each use of a right. */
export function history(
  view: ApprovalView,
  open: AccessRequest,
  request: AdvisoryAccess,
): TemplateResult {
  const { msg } = view;
  const { version, companies, decision, firstApproval } = request;
  const id = open.historyId;
  const items = [...request.history, ...(open.uses?.items ?? [])].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at),
  );
  const granted = ({ act, version: of }: AdvisoryHistoryItem) => {
    const chosen =
      act === 'approved' ? decision : act === 'firstApproved' ? firstApproval : undefined;
    return of === version && chosen?.companies
      ? grantedCount(view, chosen.companies.length, companies.length)
      : '';
  };
  return html`
    <div class="history small">
      <h4 id=${id} tabindex="-1">${msg('History')}</h4>
      <ol aria-labelledby=${id}>
        ${items.map((item) => {
          const { by, text } = item;
          const told = [happened(view, item), by?.name, granted(item)].filter(Boolean).join(', ');
          return html`<li><span class="quiet">${when(view, item)}</span> <span class="words">${unbroken(text ? msg(str`${told}: ${text}`) : told)}</span></li>`;
        })}
      </ol>
      ${earlierUses(view, open)}
    </div>
  `;
}
