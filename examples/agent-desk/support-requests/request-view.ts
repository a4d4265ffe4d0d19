import { html, nothing, type TemplateResult } from 'lit';
import type { getStaffRequest, OutputOf, ServiceProfile } from 'visma-support-widgets/contract';
import { customerOf, timeOf, type Language } from '../page.js';
import { criticalTag, statusTag } from './list-view.js';
import type { Pictures } from './pictures.js';
import { words } from './words.js';

/** One support request whole: what the customer wrote, and what has happened since. */

export type WholeRequest = OutputOf<typeof getStaffRequest>;
export type Attachment = WholeRequest['attachments'][number];
type TimelineItem = WholeRequest['timeline'][number];

export interface RequestContext {
  readonly language: Language;
  /** Names of products and applications; missing while they are fetched. */
  readonly service: ServiceProfile | undefined;
  readonly pictures: Pictures;
  save(attachment: Attachment): void;
  /** Has what could not be sent to the HelpDesk's mailbox sent again. */
  relay(): void;
}

type Fact = readonly [label: string, value: unknown];

function placeOf(
  { product, application }: Pick<WholeRequest, 'product' | 'application'>,
  { service }: RequestContext,
): string {
  const known = service?.products.find(({ id }) => id === product);
  const part = known?.applications.find(({ id }) => id === application);
  return [known?.name.fi ?? product, part?.name.fi ?? application].filter(Boolean).join(', ');
}

/** The incident by its title and where it is; by its id where nobody knows it. */
function incidentOf({ incident, relatedIncident }: WholeRequest, context: RequestContext): string {
  if (!incident) return relatedIncident ?? '';
  const place = placeOf(
    { product: incident.product ?? '', application: incident.application ?? '' },
    context,
  );
  return place ? `${incident.title} (${place})` : incident.title;
}

/** The companies by number and name; by number alone where nobody knows the name. */
function companiesOf({ companyNumbers, companies = [] }: WholeRequest): TemplateResult {
  const named = (number: string) =>
    [number, companies.find((one) => one.number === number)?.name].filter(Boolean).join(' ');
  return html`${companyNumbers.map((number) => html`<div>${named(number)}</div>`)}`;
}

function contactOf({ contact: { company, name, phone, email } }: WholeRequest): TemplateResult {
  return html`
    <div>${[name, company].filter(Boolean).join(', ')}</div>
    ${phone ? html`<div><a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a></div>` : nothing}
    ${email ? html`<div><a href="mailto:${encodeURIComponent(email)}">${email}</a></div>` : nothing}
  `;
}

/** What is known beside the words: who, where, when. */
function facts(request: WholeRequest, context: RequestContext): Fact[] {
  const { language } = context;
  const { facts: labels, kinds, abouts } = words[language];
  const { kind, about, contact, companyNumbers } = request;
  const at = (instant: string | undefined) => (instant ? timeOf(instant, language) : '');
  return [
    [labels.number, request.number],
    [labels.helpDeskNumber, request.helpDeskNumber],
    [words[language].customer, customerOf(request.tenant)],
    [labels.companies, companyNumbers.length && companiesOf(request)],
    [labels.contact, Object.values(contact).some(Boolean) && contactOf(request)],
    [labels.userIds, request.userIds.join(', ')],
    [labels.where, placeOf(request, context)],
    [labels.kind, about ? `${kinds[kind]}, ${abouts[about]}` : kinds[kind]],
    [labels.created, at(request.createdAt)],
    [labels.updated, at(request.updatedAt)],
    [labels.neededBy, at(request.neededBy)],
    [labels.relatedIncident, incidentOf(request, context)],
  ];
}

/** What the customer wrote. */
function problem(request: WholeRequest, { language }: RequestContext): Fact[] {
  const { facts: labels } = words[language];
  const { report, chargeableWork } = request;
  return [
    [labels.summary, request.summary],
    [labels.description, request.description],
    [labels.errorMessage, request.errorMessage],
    [labels.reportName, report?.name],
    [labels.reportCriteria, report?.criteria],
    [
      labels.chargeableWork,
      chargeableWork &&
        `${chargeableWork.text} (${chargeableWork.version}, ${chargeableWork.name}, ${timeOf(chargeableWork.confirmedAt, language)})`,
    ],
  ];
}

const factList = (all: readonly Fact[], name: string): TemplateResult =>
  html`<dl class=${name}>
    ${all.filter(([, value]) => value).map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
  </dl>`;

/** Files, each to be saved with the sign-in of who reads. */
export function attachmentList(
  attachments: readonly Attachment[],
  { language, pictures, save }: RequestContext,
): TemplateResult | typeof nothing {
  const {
    attachments: label,
    save: act,
    show,
    close,
    activeContent,
    activeContents,
  } = words[language];
  if (!attachments.length) return nothing;
  return html`
    <ul class="files" aria-label=${label}>
      ${attachments.map(
        (attachment) => html`
          <li>
            ${pictures.view(attachment, { show, close })}
            <span>${attachment.name}${attachment.caption ? html`<span class="quiet"> – ${attachment.caption}</span>` : nothing}</span>
            ${
              attachment.activeContent
                ? html`<b class="bad">${activeContent} ${attachment.activeContent.map((kind) => activeContents[kind] ?? kind).join(', ')}</b>`
                : nothing
            }
            <button type="button" aria-label="${act} ${attachment.name}" @click=${() => save(attachment)}>${act}</button>
          </li>
        `,
      )}
    </ul>
  `;
}

function item(
  one: TimelineItem,
  all: readonly TimelineItem[],
  context: RequestContext,
): TemplateResult {
  const told = words[context.language];
  const { at, kind, author, text, attachments, confirms, declines } = one;
  const answered = confirms ?? declines;
  const proposal = answered === undefined ? undefined : all.find(({ id }) => id === answered);
  return html`
    <li data-side=${author.side}>
      <div class="quiet">${told.items[kind]}&nbsp;· ${author.name} (${told.side[author.side]})&nbsp;· ${timeOf(at, context.language)}</div>
      ${proposal ? html`<div class="quiet">${confirms === undefined ? told.declined : told.confirmed}</div><blockquote>${proposal.text}</blockquote>` : nothing}
      ${text ? html`<div class="text">${text}</div>` : nothing} ${attachmentList(attachments, context)}
    </li>
  `;
}

/** How it came to the HelpDesk's mailbox; nothing where the endpoint relays nothing. */
function relayView(
  { relay }: WholeRequest,
  context: RequestContext,
): TemplateResult | typeof nothing {
  if (!relay) return nothing;
  const { language } = context;
  const told = words[language].relay;
  const { state, attempts, problem, nextAt } = relay;
  const facts = [
    told.states[state],
    `${told.attempts}: ${attempts}`,
    nextAt && `${told.next}: ${timeOf(nextAt, language)}`,
  ];
  return html`
    <h3>${told.title}</h3>
    <div class="relay" data-state=${state}>
      <p>${facts.filter(Boolean).join('\u00a0· ')}</p>
      ${problem ? html`<p class="quiet">${told.problem} <span lang="en">${problem}</span></p>` : nothing}
      <div class="acts">
        ${state === 'failed' ? html`<button type="button" @click=${() => context.relay()}>${told.again}</button>` : nothing}
        <output id="relayed"></output>
      </div>
    </div>
  `;
}

export const requestHead = (
  { subject, status, critical }: WholeRequest,
  language: Language,
): TemplateResult => html`
  <div class="head">
    <h2 id="subject" tabindex="-1" lang="fi">${subject}</h2>
    <span class="tags">${criticalTag(critical, language)} ${statusTag(status, language)}</span>
  </div>
`;

export function requestView(request: WholeRequest, context: RequestContext): TemplateResult {
  const told = words[context.language];
  const { attachments, diagnostics, timeline } = request;
  return html`
    ${factList(facts(request, context), 'facts')}
    <h3>${told.problem}</h3>
    ${factList(problem(request, context), 'words')} ${attachmentList(attachments, context)}
    ${
      diagnostics
        ? html`<details>
          <summary>${told.facts.diagnostics}</summary>
          <pre tabindex="0">${diagnostics}</pre>
        </details>`
        : nothing
    }
    ${relayView(request, context)}
    <h3>${told.history}</h3>
    ${timeline.length ? html`<ol class="timeline">${timeline.map((one) => item(one, timeline, context))}</ol>` : html`<p class="quiet">${told.noHistory}</p>`}
  `;
}
