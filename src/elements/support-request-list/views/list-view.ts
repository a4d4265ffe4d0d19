import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SupportError } from '../../../client/support-error.js';
import type { RequestListItem } from '../../../contract/support-requests.js';
import { errorText } from '../../../ui/failure/error-text.js';
import { failureNotice } from '../../../ui/failure/failure-notice.js';
import { field } from '../../../ui/field.js';
import { segments } from '../../../ui/segments.js';
import { supportRequestView } from './request-view.js';
import { numbers, statusOptions, statusTag } from './texts.js';
import { doneText, factsLine, type ListView } from './view.js';
import { unbroken } from '../../../ui/unbroken.js';

function row(view: ListView, item: RequestListItem): TemplateResult {
  const { msg, store } = view;
  const { id, subject, createdAt, updatedAt, sender } = item;
  const facts = [
    numbers(item),
    doneText(view, msg('Sent'), createdAt),
    updatedAt && updatedAt !== createdAt ? doneText(view, msg('Updated'), updatedAt) : '',
    sender,
  ];
  return html`
    <li part="request">
      <div class="row between">
        <button class="subject" id="open-${id}" type="button" lang="fi" aria-describedby="facts-${id}" @click=${() => store.open(id)}>${unbroken(subject)}</button>
        ${statusTag(view, item)}
      </div>
      <p class="small quiet" id="facts-${id}">${factsLine(facts)}</p>
    </li>
  `;
}

function filters(view: ListView): TemplateResult {
  const { msg, store } = view;
  const { status, scope } = store.query;
  const onChange = ({ target }: Event) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const chosen = statusOptions(view).find(({ value }) => value === target.value)?.value;
    store.filter({ ...store.query, status: chosen });
  };
  const options = [
    { value: 'own', label: msg('Mine') },
    { value: 'company', label: msg('Company’s') },
  ] as const;
  return html`
    <div class="row filters">
      ${field(
        { id: 'status', label: msg('Status') },
        () => html`
          <select class="control" id="status" part="control" .value=${status ?? ''} @change=${onChange}>
            <option value="" ?selected=${!status}>${msg('All')}</option>
            ${statusOptions(view).map(({ value, label }) => html`<option value=${value} ?selected=${value === status}>${label}</option>`)}
          </select>
        `,
      )}
      ${store.maySeeCompany ? segments('scope', msg('Requests shown'), options, scope ?? 'own', (chosen) => store.filter({ ...store.query, scope: chosen })) : nothing}
    </div>
  `;
}

function rows(view: ListView): TemplateResult | typeof nothing {
  const { msg, store } = view;
  const { items, query } = store;
  if (!items) return html`<p class="quiet">${msg('Loading…')}</p>`;
  if (!items.length && query.status)
    return html`<p class="quiet">${msg('No support requests with this status.')}</p>`;
  if (!items.length)
    return html`<slot name="empty"><p class="quiet">${msg('No support requests yet.')}</p></slot>`;
  return html`
    <ul role="list" class="rows" aria-label=${msg('Support requests, newest first')}>
      ${repeat(
        items,
        ({ id }) => id,
        (item) => row(view, item),
      )}
    </ul>
    ${store.paging === 'failed' ? html`<p class="message" role="alert">${msg('Try again: more requests could not be loaded.')}</p>` : nothing}
    ${
      store.hasMore
        ? html`<button class="button" id="more" part="button" type="button" aria-disabled=${store.paging === 'loading'} @click=${() => void store.loadMore()}>${msg('Show more')}</button>`
        : nothing
    }
  `;
}

/** Below the requests, where nothing that is being read moves. */
function failure(view: ListView, error: SupportError): TemplateResult {
  const { msg, store } = view;
  const isLasting = ['noEndpoint', 'insecureEndpoint', 'notSupported'].includes(error.code);
  if (error.code === 'noEndpoint') {
    return html`<div class="notice alarm" part="notice" tabindex="-1" role="alert"><h3>${msg('Support requests are not connected to customer service')}</h3><p class="small">${errorText(view, error).advice}</p></div>`;
  }
  return failureNotice(view, error, {
    id: 'failure',
    retry: isLasting ? undefined : () => store.retry(),
  });
}

/** All requests, newest first, or the one that is open. */
export function supportRequestListView(
  view: ListView,
  error: SupportError | undefined,
): TemplateResult {
  const { store } = view;
  if (store.current)
    return html`${supportRequestView(view, store.current)} ${error && !store.current.error ? failure(view, error) : nothing}`;
  return html`${error && !store.items ? nothing : html`${filters(view)} ${rows(view)}`} ${error ? failure(view, error) : nothing}`;
}
