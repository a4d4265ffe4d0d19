import { html, nothing, type TemplateResult } from 'lit';
import type { getStaffRequest, OutputOf, ServiceProfile } from 'visma-support-widgets/contract';
import { customerOf, timeOf, type Language } from '../page.js';
import { statusTag } from './list-view.js';
import { words } from './words.js';

/** One support request whole: what the customer wrote, and what has happened since. */

export type Whole = OutputOf<typeof getStaffRequest>;
export type Attachment = Whole['attachments'][number];
type TimelineItem = Whole['timeline'][number];

export interface RequestContext {
  readonly language: Language;
  /** Names of products and applications; missing while they are fetched. */
  readonly service: ServiceProfile | undefined;
  save(attachment: Attachment): void;
  /** Has what could not be sent to the HelpDesk's mailbox sent again. */
  relay(): void;
}

type Fact = readonly [label: string, value: string];

function placeOf(
  { product, application }: Pick<Whole, 'product' | 'application'>,
  { service }: RequestContext,
): string {
  const known = service?.products.find(({ id }) => id === product);
  const part = known?.applications.find(({ id }) => id === application);
  return [known?.name.fi ?? product, part?.name.fi ?? application].filter(Boolean).join(', ');
}

/** The incident by its title and where it is; by its id where nobody knows it. */
function incidentOf({ incident, relatedIncident }: Whole, context: RequestContext): string {
  if (!incident) return relatedIncident ?? '';
  const place = placeOf(
    { product: incident.product ?? '', application: incident.application ?? '' },
    context,
  );
  return place ? `${incident.title} (${place})` : incident.title;
}

function facts(request: Whole, context: RequestContext): Fact[] {
  const { language } = context;
  const { facts: labels, kinds, abouts } = words[language];
  const { kind, about, contact, report, chargeableWork } = request;
  const at = (instant: string | undefined) => (instant ? timeOf(instant, language) : '');
  return [
    [labels.number, request.number ?? ''],
    [labels.helpDeskNumber, request.helpDeskNumber ?? ''],
    [words[language].customer, customerOf(request.tenant)],
    [labels.created, at(request.createdAt)],
    [labels.updated, at(request.updatedAt)],
    [labels.neededBy, at(request.neededBy)],
    [labels.kind, about ? `${kinds[kind]}, ${abouts[about]}` : kinds[kind]],
    [labels.where, placeOf(request, context)],
    [labels.companyNumbers, request.companyNumbers.join(', ')],
    [labels.userIds, request.userIds.join(', ')],
    [labels.name, contact.name],
    [labels.company, contact.company],
    [labels.phone, contact.phone],
    [labels.email, contact.email],
    [labels.relatedIncident, incidentOf(request, context)],
    [labels.summary, request.summary],
    [labels.description, request.description],
    [labels.reportName, report?.name ?? ''],
    [labels.reportCriteria, report?.criteria ?? ''],
    [labels.errorMessage, request.errorMessage ?? ''],
    [
      labels.chargeableWork,
      chargeableWork
        ? `${chargeableWork.text} (${chargeableWork.version}, ${chargeableWork.name}, ${at(chargeableWork.confirmedAt)})`
        : '',
    ],
  ];
}

/** Files, each to be saved with the sign-in of who reads. */
export function attachmentList(
  attachments: readonly Attachment[],
  { language, save }: RequestContext,
): TemplateResult | typeof nothing {
  const { attachments: label, save: act, activeContent, activeContents } = words[language];
  if (!attachments.length) return nothing;
  return html`
    <ul class="files" aria-label=${label}>
      ${attachments.map(
        (attachment) => html`
          <li>
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
      <div class="quiet">${told.items[kind]} · ${author.name} (${told.side[author.side]}) · ${timeOf(at, context.language)}</div>
      ${proposal ? html`<div class="quiet">${confirms === undefined ? told.declined : told.confirmed}</div><blockquote>${proposal.text}</blockquote>` : nothing}
      ${text ? html`<div class="text">${text}</div>` : nothing} ${attachmentList(attachments, context)}
    </li>
  `;
}

/** How it came to the HelpDesk's mailbox; nothing where the endpoint relays nothing. */
function relayView({ relay }: Whole, context: RequestContext): TemplateResult | typeof nothing {
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
      <p>${facts.filter(Boolean).join(' · ')}</p>
      ${problem ? html`<p class="quiet">${told.problem} <span lang="en">${problem}</span></p>` : nothing}
      <div class="acts">
        ${state === 'failed' ? html`<button type="button" @click=${() => context.relay()}>${told.again}</button>` : nothing}
        <output id="relayed"></output>
      </div>
    </div>
  `;
}

export function requestView(request: Whole, context: RequestContext): TemplateResult {
  const { language } = context;
  const told = words[language];
  const { subject, status, attachments, diagnostics, timeline } = request;
  return html`
    <div class="head">
      <h2 id="subject" tabindex="-1" lang="fi">${subject}</h2>
      ${statusTag(status, language)}
    </div>
    <dl class="facts">
      ${facts(request, context)
        .filter(([, value]) => value)
        .map(([label, value]) => html`<div><dt>${label}</dt><dd class="text">${value}</dd></div>`)}
    </dl>
    ${
      diagnostics
        ? html`<details>
          <summary>${told.facts.diagnostics}</summary>
          <pre tabindex="0">${diagnostics}</pre>
        </details>`
        : nothing
    }
    ${relayView(request, context)} ${attachments.length ? html`<h3>${told.attachments}</h3>` : nothing} ${attachmentList(attachments, context)}
    <h3>${told.history}</h3>
    ${timeline.length ? html`<ol class="timeline">${timeline.map((one) => item(one, timeline, context))}</ol>` : html`<p class="quiet">${told.noHistory}</p>`}
  `;
}
