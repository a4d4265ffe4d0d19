import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { AdvisoryAccess, AdvisoryHistoryItem } from '../../../contract/advisory-access.js';
import { missingPart } from '../../../ui/missing-part.js';
import { moment, span } from './moments.js';
import type { AccessRequest } from '../access-request.js';
import { accessOf, actText, areaNames, grantedCount, recipientOf, unitOf } from './texts.js';
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

/** What was done by a right; what shows it is loaded when it is opened. */
export function usesSection(
  view: ApprovalView,
  open: AccessRequest,
  { decision, state, usedAt }: AdvisoryAccess,
): TemplateResult | typeof nothing {
  const { msg, usesPart } = view;
  if (decision?.outcome !== 'approved' || (state === 'scheduled' && !usedAt)) return nothing;
  if (!usedAt)
    return html`<div class="small"><h4>${msg('Uses')}</h4><p class="quiet">${msg('Access has not been used.')}</p></div>`;
  const { areUsesOpen, uses } = open;
  const shown = uses
    ? usesPart.module?.usesView(view, uses)
    : usesPart.hasFailed
      ? missingPart(view, () => open.openUses())
      : nothing;
  return html`
    <div>
      <h4><button class="button text" part="button" type="button" aria-expanded=${areUsesOpen} @click=${() => open.toggleUses()}>${msg('Uses')}</button></h4>
      <p class="small quiet">${msg(str`Last used: ${moment(view, new Date(usedAt), view.now)}`)}</p>
      ${areUsesOpen ? shown : nothing}
    </div>
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

/** Who decided what, and when. */
export function history(
  view: ApprovalView,
  open: AccessRequest,
  request: AdvisoryAccess,
): TemplateResult {
  const { msg } = view;
  const { version, companies, decision, firstApproval } = request;
  const id = `${open.key}-history`;
  const items = request.history.filter(({ act }) => act !== 'used');
  const granted = ({ act, version: of }: AdvisoryHistoryItem) => {
    const chosen =
      act === 'approved' ? decision : act === 'firstApproved' ? firstApproval : undefined;
    return of === version && chosen?.companies
      ? grantedCount(view, chosen.companies.length, companies.length)
      : '';
  };
  return html`
    <div class="history small">
      <h4 id=${id}>${msg('History')}</h4>
      <ol aria-labelledby=${id}>
        ${items.map((item) => {
          const { at, act, by, text } = item;
          const told = [actText(view, act), by?.name, granted(item)].filter(Boolean).join(', ');
          return html`<li><span class="quiet">${moment(view, new Date(at), view.now)}</span> <span class="words">${unbroken(text ? msg(str`${told}: ${text}`) : told)}</span></li>`;
        })}
      </ol>
    </div>
  `;
}
