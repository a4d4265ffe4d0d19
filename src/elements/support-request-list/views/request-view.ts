import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { RequestDetails, TimelineItem } from '../../../contract/support-requests.js';
import { fileSize } from '../../../localization/file-size.js';
import { failureNotice } from '../../../ui/failure/failure-notice.js';
import type { OpenedRequest } from '../opened-request.js';
import { proposalView, replyView } from '../replies/reply-view.js';
import { largePicture } from './large-picture.js';
import { numbers, statusTag } from './texts.js';
import { doneText, factsLine, instantText, type ListView } from './view.js';
import { unbroken } from '../../../ui/unbroken.js';

function file(
  { msg, language }: ListView,
  open: OpenedRequest,
  attachment: RequestDetails['attachments'][number],
): TemplateResult {
  const { id, name, caption } = attachment;
  const state = open.files.get(id);
  return html`
    <li>
      ${open.pictures.has(attachment) ? html`<button class="picture" type="button" aria-haspopup="dialog" aria-label=${msg(str`Show ${name}`)} @click=${() => void open.show(attachment)}>${open.pictures.small(attachment)}</button>` : nothing}
      <button class="link" type="button" @click=${() => void open.save(attachment)}>${msg(str`Save ${name}`)}</button>
      ${caption ? html`<span class="small">${unbroken(caption)}</span>` : nothing}
      <span class="small quiet" role="status">${state === 'loading' ? msg('Downloading…') : typeof state === 'number' ? msg(str`Downloaded, ${fileSize(state, language)}`) : nothing}</span>
      ${state === 'failed' ? html`<span class="message" role="alert">${msg('Try again: the file could not be downloaded.')}</span>` : nothing}
    </li>
  `;
}

const files = (
  view: ListView,
  open: OpenedRequest,
  attachments: RequestDetails['attachments'],
): TemplateResult | typeof nothing =>
  attachments.length
    ? html`<ul role="list" class="files">${attachments.map((attachment) => file(view, open, attachment))}</ul>`
    : nothing;

function facts(view: ListView, request: RequestDetails): TemplateResult {
  const { msg } = view;
  const {
    description,
    report,
    errorMessage,
    diagnostics,
    userIds,
    companyNumbers,
    contact,
    neededBy,
    chargeableWork,
  } = request;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [msg('Description'), description],
    [msg('Report name'), report?.name],
    [msg('Report selection criteria'), report?.criteria],
    [msg('Error message word for word'), errorMessage],
    [msg('Critical'), request.critical ? msg('yes') : ''],
    [msg('Needed by'), neededBy && instantText(view, neededBy)],
    [msg('Company numbers'), companyNumbers.join(', ')],
    [msg('User IDs'), userIds.join(', ')],
    [
      msg('Contact details'),
      [contact.name, contact.company, contact.phone, contact.email].filter(Boolean).join(', '),
    ],
    [
      msg('Chargeable work'),
      chargeableWork &&
        `${chargeableWork.text} (${chargeableWork.name}, ${instantText(view, chargeableWork.confirmedAt)})`,
    ],
    [msg('Error details from the program'), diagnostics],
  ];
  return html`
    <dl>${rows.map(([label, value]) => (value ? html`<div><dt>${label}</dt><dd class="words">${unbroken(value)}</dd></div>` : nothing))}</dl>
  `;
}

function timelineItem(view: ListView, open: OpenedRequest, item: TimelineItem): TemplateResult {
  const { msg } = view;
  const { kind, author, at, text, attachments, confirms, declines } = item;
  const words = kind === 'status' ? msg(str`Status: ${text}`) : text;
  return html`
    <li class=${author.side === 'support' ? 'theirs' : ''}>
      <p class="small quiet"><b>${author.name}</b>&nbsp;· ${instantText(view, at)}</p>
      ${kind === 'chargeableProposal' ? html`<h4>${msg('Proposal for chargeable work')}</h4>` : nothing}
      ${confirms ? html`<p>${msg('Confirmed the chargeable work.')}</p>` : nothing}
      ${declines ? html`<p>${msg('Declined the chargeable work.')}</p>` : nothing}
      ${words ? html`<p class="words">${unbroken(words)}</p>` : nothing} ${files(view, open, attachments)}
    </li>
  `;
}

function whole(view: ListView, open: OpenedRequest, request: RequestDetails): TemplateResult {
  const { msg } = view;
  return html`
    <p class="small quiet">${factsLine([numbers(request), doneText(view, msg('Sent'), request.createdAt), request.sender])}</p>
    ${request.nextStep ? html`<p>${unbroken(request.nextStep)}</p>` : nothing} ${proposalView(view, open)}
    <section aria-labelledby="sent"><h4 id="sent">${msg('Details sent')}</h4>${facts(view, request)} ${files(view, open, request.attachments)}</section>
    ${
      request.timeline.length
        ? html`<section aria-labelledby="happened">
          <h4 id="happened">${msg('Progress')}</h4>
          <ol part="timeline" class="timeline" role="list">${request.timeline.map((item) => timelineItem(view, open, item))}</ol>
        </section>`
        : nothing
    }
    ${replyView(view, open)} ${largePicture(view, open)}
  `;
}

/** One request whole. */
export function supportRequestView(view: ListView, open: OpenedRequest): TemplateResult {
  const { msg, store } = view;
  const { request, error } = open;
  return html`
    ${store.isAlone ? nothing : html`<button class="button text back" part="button" type="button" @click=${() => store.close()}>${msg('All support requests')}</button>`}
    <article class="request" part="request" aria-labelledby="request">
      <div class="row between">
        <h3 id="request" tabindex="-1" lang=${request ? 'fi' : nothing}>${request ? unbroken(request.subject) : msg('Support request')}</h3>
        ${request ? statusTag(view, request) : nothing}
      </div>
      ${request ? whole(view, open, request) : error ? nothing : html`<p class="quiet">${msg('Loading…')}</p>`}
      ${
        error?.code === 'notFound'
          ? html`<p class="quiet">${msg('This support request does not exist.')}</p>`
          : error
            ? failureNotice(view, error, {
                id: 'request-failure',
                retry: () => void open.refresh(),
              })
            : nothing
      }
    </article>
  `;
}
