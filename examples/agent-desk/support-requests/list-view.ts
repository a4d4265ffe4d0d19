import { html, nothing, type TemplateResult } from 'lit';
import {
  requestStatuses,
  type Relayed,
  type RequestListItem,
} from 'visma-support-widgets/contract';
import { customerOf, timeOf, type Language } from '../page.js';
import { words } from './words.js';

/** The support requests of all customers: the open critical ones first, then the others, newest first. */

export type RequestItem = RequestListItem & {
  readonly tenant: string;
  readonly relay?: Relayed | undefined;
  readonly critical?: boolean | undefined;
};
type Status = (typeof requestStatuses)[number];

/** What of them is shown; everything where nothing is chosen. */
export interface Filter {
  readonly tenant?: string;
  readonly status?: Status;
  /** Only what didn't come to the HelpDesk's mailbox. */
  readonly relay?: 'failed';
}

export const addressOf = (id: string): string => `#support-requests/${id}`;

const chosenIn = ({ currentTarget }: Event): string =>
  currentTarget instanceof HTMLSelectElement ? currentTarget.value : '';

/** @param isRelayed whether the endpoint relays requests at all */
export function filters(
  filter: Filter,
  isRelayed: boolean,
  language: Language,
  choose: (filter: Filter) => void,
): TemplateResult {
  const told = words[language];
  const { tenant: _t, ...ofAllTenants } = filter;
  const { status: _s, ...ofEveryStatus } = filter;
  const { relay: _r, ...howeverRelayed } = filter;
  const onTenant = (event: Event) => {
    const tenant = chosenIn(event);
    choose({ ...ofAllTenants, ...(tenant && { tenant }) });
  };
  const onStatus = (event: Event) => {
    const status = requestStatuses.find((known) => known === chosenIn(event));
    choose({ ...ofEveryStatus, ...(status && { status }) });
  };
  const onRelay = (event: Event) =>
    choose({ ...howeverRelayed, ...(chosenIn(event) && { relay: 'failed' as const }) });
  return html`
    <div class="filters">
      <label class="field">
        <span>${told.customer}</span>
        <select @change=${onTenant}>
          <option value="">${told.allCustomers}</option>
          ${['tenant-1', 'tenant-2'].map((known) => html`<option value=${known} ?selected=${known === filter.tenant}>${customerOf(known)}</option>`)}
        </select>
      </label>
      <label class="field">
        <span>${told.status}</span>
        <select @change=${onStatus}>
          <option value="">${told.allStatuses}</option>
          ${requestStatuses.map((known) => html`<option value=${known} ?selected=${known === filter.status}>${told.statuses[known]}</option>`)}
        </select>
      </label>
      ${
        isRelayed
          ? html`<label class="field">
            <span>${told.relay.title}</span>
            <select @change=${onRelay}>
              <option value="">${told.relay.all}</option>
              <option value="failed" ?selected=${filter.relay === 'failed'}>${told.relay.failedOnly}</option>
            </select>
          </label>`
          : nothing
      }
    </div>
  `;
}

export const statusTag = (status: RequestItem['status'], language: Language): TemplateResult =>
  html`<span class="state" data-state=${status}>${words[language].statuses[status]}</span>`;

/** That the customer can't work. */
export const criticalTag = (
  isCritical: boolean | undefined,
  language: Language,
): TemplateResult | typeof nothing =>
  isCritical
    ? html`<span class="state" data-state="critical">${words[language].critical}</span>`
    : nothing;

/** That something of it didn't come to the HelpDesk's mailbox; of what did, or will, there is nothing to tell in a list. */
export const relayTag = (
  relay: Relayed | undefined,
  language: Language,
): TemplateResult | typeof nothing =>
  relay?.state === 'failed'
    ? html`<span class="state" data-state="failed">${words[language].relay.states.failed}</span>`
    : nothing;

function row(item: RequestItem, language: Language): TemplateResult {
  const { id, number, subject, status, tenant, sender, createdAt, updatedAt, helpDeskNumber } =
    item;
  const facts = [
    number,
    customerOf(tenant),
    sender,
    timeOf(updatedAt ?? createdAt, language),
    helpDeskNumber && `HelpDesk ${helpDeskNumber}`,
  ];
  return html`<li>
    <div class="head">
      <h3><a id="to-${id}" href=${addressOf(id)} lang="fi">${subject}</a></h3>
      <span class="tags">${criticalTag(item.critical, language)} ${relayTag(item.relay, language)} ${statusTag(status, language)}</span>
    </div>
    <div class="quiet">${facts.filter(Boolean).join('\u00a0· ')}</div>
  </li>`;
}

const rows = (items: readonly RequestItem[], language: Language): TemplateResult =>
  html`<ul class="requests">
    ${items.map((item) => row(item, language))}
  </ul>`;

/** @param critical the open critical ones, which stand first and only once */
export function requestList(
  critical: readonly RequestItem[],
  items: readonly RequestItem[],
  language: Language,
): TemplateResult {
  const told = words[language];
  const others = items.filter(({ id }) => critical.every((one) => one.id !== id));
  if (!critical.length && !others.length) return html`<p>${told.none}</p>`;
  return html`
    ${
      critical.length
        ? html`<section class="critical" aria-labelledby="critical">
          <h2 id="critical">${told.openCritical}</h2>
          ${rows(critical, language)}
        </section>`
        : nothing
    }
    ${others.length ? html`<h2>${critical.length ? told.others : told.newestFirst}</h2>${rows(others, language)}` : nothing}
  `;
}

export const moreButton = (language: Language, act: () => void): TemplateResult =>
  html`<div class="acts"><button type="button" @click=${act}>${words[language].more}</button></div>`;
