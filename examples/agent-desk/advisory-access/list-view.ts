import { html, nothing, type TemplateResult } from 'lit';
import type { AdvisoryAccess, AdvisoryAccessItem } from 'visma-support-widgets/contract';
import { customerOf, timeOf, type Language } from '../page.js';
import { words } from './words.js';

/** The list of requests as staff sees it. */

export type AccessItem = AdvisoryAccessItem & { readonly tenant: string };

/** A request whole, and how many people of the customer's have been told of it. */
export type WholeAccess = AdvisoryAccess & {
  readonly notices?: { readonly sent: number; readonly waiting: number } | undefined;
};

export interface ListActs {
  /** Somebody opened or closed what there is to know of a request. */
  open(id: string, isOpen: boolean): void;
  amend(item: AccessItem): void;
  withdraw(item: AccessItem): void;
  prolong(item: AccessItem): void;
}

/** What was granted, of what was asked. */
const countOf = (granted: number | undefined, asked: number): string =>
  granted === undefined ? String(asked) : `${granted}/${asked}`;

const periodOf = (from: string, until: string, language: Language): string =>
  `${timeOf(from, language)} – ${timeOf(until, language)}`;

/** When, and how often where it was more than once. */
const often = (
  { at, since, count }: AdvisoryAccess['history'][number],
  language: Language,
): string =>
  since === undefined
    ? timeOf(at, language)
    : `${periodOf(since, at, language)} (${count} ${words[language].times})`;

function history({ history: items }: AdvisoryAccess, language: Language): TemplateResult {
  const { acts } = words[language];
  return html`<ul>
    ${items.map((item) => html`<li>${often(item, language)} ${acts[item.act]}${item.by ? html`, ${item.by.name}` : nothing}${item.text ? html`: ${item.text}` : nothing}</li>`)}
  </ul>`;
}

/** What was asked for, and what of it wasn't granted. */
function scope(request: WholeAccess, language: Language): TemplateResult {
  const told = words[language];
  const { decision, companies, areas, notices } = request;
  const granted = new Set(decision?.companies?.map(({ number }) => number));
  const allowed = new Set(decision?.areas?.map(({ id }) => id));
  const missing = html` <span class="quiet">(${told.notGranted})</span>`;
  return html`
    <p>${told.companies}</p>
    <ul>
      ${companies.map(({ number, name }) => html`<li>${number} ${name}${decision?.companies && !granted.has(number) ? missing : nothing}</li>`)}
    </ul>
    <p>${told.areas}</p>
    <ul>
      ${areas.map(({ id, name }) => html`<li>${name[language] ?? name.fi}${decision?.areas && !allowed.has(id) ? missing : nothing}</li>`)}
    </ul>
    ${notices ? html`<p>${told.mailed(notices.sent, notices.waiting)}</p>` : nothing}
    <p>${told.history}</p>
    ${history(request, language)}
  `;
}

function buttons(item: AccessItem, language: Language, acts: ListActs): TemplateResult {
  const told = words[language];
  const { state } = item;
  return html`<div class="acts">
    ${state === 'pending' || state === 'returned' ? html`<button type="button" @click=${() => acts.amend(item)}>${told.amend}</button>` : nothing}
    ${state === 'pending' ? html`<button type="button" @click=${() => acts.withdraw(item)}>${told.withdraw}</button>` : nothing}
    ${state === 'active' || state === 'ended' ? html`<button type="button" @click=${() => acts.prolong(item)}>${told.prolong}</button>` : nothing}
  </div>`;
}

function row(
  item: AccessItem,
  whole: WholeAccess | undefined,
  language: Language,
  acts: ListActs,
): TemplateResult {
  const told = words[language];
  const { id, state, startsAt, endsAt, grantedTo, access, supportRequest } = item;
  const companies = countOf(item.grantedCompanyCount, item.companyCount);
  const areas = countOf(item.grantedAreaCount, item.areaCount);
  const wish = whole?.decision?.reason;
  return html`<li>
    <div class="head">
      <h3>${customerOf(item.tenant)}</h3>
      <span class="state" data-state=${state}>${told.states[state]}</span>
    </div>
    <div>${item.reason}</div>
    ${wish ? html`<div>${whole.decision?.by.name}: ${wish}</div>` : nothing}
    <div class="quiet">${told.access[access]}&nbsp;· ${told.companies}: ${companies}&nbsp;· ${told.areas}: ${areas}&nbsp;· ${told.to}: ${grantedTo.name}</div>
    <div class="quiet">
      ${startsAt && endsAt ? html`${told.granted}: ${periodOf(startsAt, endsAt, language)}` : html`${told.asked}: ${periodOf(item.from, item.until, language)}`}
      ${supportRequest ? html`&nbsp;· ${told.supportRequest}: ${supportRequest}` : nothing}
    </div>
    <details @toggle=${(event: Event) => event.target instanceof HTMLDetailsElement && acts.open(id, event.target.open)}>
      <summary>${told.whole}</summary>
      ${whole ? scope(whole, language) : nothing}
    </details>
    ${buttons(item, language, acts)}
  </li>`;
}

export function accessList(
  items: readonly AccessItem[],
  wholes: ReadonlyMap<string, WholeAccess>,
  language: Language,
  acts: ListActs,
): TemplateResult {
  if (!items.length) return html`<p>${words[language].none}</p>`;
  return html`<ul class="requests">
    ${items.map((item) => row(item, wholes.get(item.id), language, acts))}
  </ul>`;
}
