import { html, type TemplateResult } from 'lit';
import { requestStatuses, type RequestListItem } from 'visma-support-widgets/contract';
import { customerOf, timeOf, type Language } from '../page.js';
import { words } from './words.js';

/** The support requests of all customers, newest first. */

export type Item = RequestListItem & { readonly tenant: string };
type Status = (typeof requestStatuses)[number];

/** What of them is shown; everything where nothing is chosen. */
export interface Filter {
  readonly tenant?: string;
  readonly status?: Status;
}

export const addressOf = (id: string): string => `#support-requests/${id}`;

const chosenIn = ({ currentTarget }: Event): string => (currentTarget instanceof HTMLSelectElement ? currentTarget.value : '');

export function filters(filter: Filter, language: Language, choose: (filter: Filter) => void): TemplateResult {
  const told = words[language];
  const { tenant, status, ...others } = filter;
  const onTenant = (event: Event) => {
    const chosen = chosenIn(event);
    choose({ ...others, ...(status && { status }), ...(chosen && { tenant: chosen }) });
  };
  const onStatus = (event: Event) => {
    const chosen = requestStatuses.find((known) => known === chosenIn(event));
    choose({ ...others, ...(tenant && { tenant }), ...(chosen && { status: chosen }) });
  };
  return html`
    <div class="filters">
      <label class="field">
        <span>${told.customer}</span>
        <select @change=${onTenant}>
          <option value="">${told.allCustomers}</option>
          ${['tenant-1', 'tenant-2'].map((known) => html`<option value=${known} ?selected=${known === tenant}>${customerOf(known)}</option>`)}
        </select>
      </label>
      <label class="field">
        <span>${told.status}</span>
        <select @change=${onStatus}>
          <option value="">${told.allStatuses}</option>
          ${requestStatuses.map((known) => html`<option value=${known} ?selected=${known === status}>${told.statuses[known]}</option>`)}
        </select>
      </label>
    </div>
  `;
}

export const statusTag = (status: Item['status'], language: Language): TemplateResult =>
  html`<span class="state" data-state=${status}>${words[language].statuses[status]}</span>`;

function row(item: Item, language: Language): TemplateResult {
  const { id, number, subject, status, tenant, sender, createdAt, updatedAt, helpDeskNumber } = item;
  const facts = [number, customerOf(tenant), sender, timeOf(updatedAt ?? createdAt, language), helpDeskNumber && `HelpDesk ${helpDeskNumber}`];
  return html`<li>
    <div class="head">
      <h2><a id="to-${id}" href=${addressOf(id)} lang="fi">${subject}</a></h2>
      ${statusTag(status, language)}
    </div>
    <div class="quiet">${facts.filter(Boolean).join(' · ')}</div>
  </li>`;
}

export function list(items: readonly Item[], language: Language): TemplateResult {
  if (!items.length) return html`<p>${words[language].none}</p>`;
  return html`<ul class="requests">
    ${items.map((item) => row(item, language))}
  </ul>`;
}

export const moreButton = (language: Language, act: () => void): TemplateResult =>
  html`<div class="acts"><button type="button" @click=${act}>${words[language].more}</button></div>`;
