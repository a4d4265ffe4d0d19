import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { AdvisoryAccess, AdvisoryHistoryItem } from '../../../contract/advisory-access.js';
import { moment, span } from './moments.js';
import { accessOf, actText, areaNames, grantedCount, recipientOf, unitOf } from './texts.js';
import type { View } from './view.js';

const fact = (name: string, text: unknown): TemplateResult =>
  html`<div><dt>${name}</dt><dd>${text}</dd></div>`;

/**
 * Who asks for what, why and for how long.
 *
 * @param areasBelow where the areas can be chosen they needn't be read twice
 */
export function facts(view: View, request: AdvisoryAccess, areasBelow = false): TemplateResult {
  const { msg, now } = view;
  const { decision } = request;
  const isPending = request.state === 'pending';
  const from = new Date(request.startsAt ?? request.from);
  const until = new Date(request.endsAt ?? request.until);
  return html`
    <dl>
      ${fact(msg('Requested by'), html`<b>${request.requestedBy.name}</b>, ${unitOf(view, request)}`)}
      ${fact(msg('Recipient'), recipientOf(view, request))} ${fact(msg('Right'), accessOf(view, request))}
      ${fact(msg('Environment'), request.environment.name)} ${fact(msg('Reason'), html`<span class="words">${request.reason}</span>`)}
      ${request.supportRequest ? fact(msg('Support request'), request.supportRequest) : nothing}
      ${areasBelow ? nothing : fact(msg('Program areas'), areaNames(view, decision?.areas ?? request.areas))} ${fact(msg('Period'), span(view, from, until, now))}
      ${isPending ? fact(msg('Decide by'), moment(view, new Date(request.lapsesAt), now)) : nothing}
    </dl>
  `;
}

/** Who decided what, and when. */
export function history(view: View, request: AdvisoryAccess): TemplateResult {
  const { msg, now } = view;
  const { history, id, version, companies, decision } = request;
  const granted = (of: AdvisoryHistoryItem) =>
    of.act === 'approved' && of.version === version && decision?.companies
      ? grantedCount(view, decision.companies.length, companies.length)
      : '';
  return html`
    <div class="history small">
      <h4 id="history-${id}">${msg('History')}</h4>
      <ol aria-labelledby="history-${id}">
        ${history.map((item) => {
          const { at, act, by, text } = item;
          const told = [actText(view, act), by?.name, granted(item)].filter(Boolean).join(', ');
          return html`<li><span class="quiet">${moment(view, new Date(at), now)}</span> <span class="words">${text ? msg(str`${told}: ${text}`) : told}</span></li>`;
        })}
      </ol>
    </div>
  `;
}
