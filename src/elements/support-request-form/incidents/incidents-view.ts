import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Incident } from '../../../contract/incidents.js';
import type { ServiceProfile } from '../../../contract/service.js';
import type { Localization } from '../../../localization/localization-controller.js';
import { outsideLink } from '../../../ui/link.js';
import type { RelatedIncident } from '../request-values.js';
import type { IncidentWatch } from './incident-watch.js';
import { unbroken } from '../../../ui/unbroken.js';

/** What the guide tells to look at before writing [1.2, step 1]. */
function statusPages({ msg }: Localization, service: ServiceProfile | undefined): TemplateResult[] {
  const { incidents, forum, manuals } = service?.links ?? {};
  const links = [
    [incidents, msg('Incident notices')],
    [forum, msg('Forum')],
    [manuals, msg('Manuals')],
  ] as const;
  return links
    .filter(([address]) => address)
    .map(([address, text]) => html`<li>${outsideLink(address, text)}</li>`);
}

const quietLine = (
  l10n: Localization,
  service: ServiceProfile | undefined,
  text: TemplateResult | string,
): TemplateResult => html`
  <div class="ahead-row">
    <p>${text}</p>
    <ul class="places">${statusPages(l10n, service)}</ul>
  </div>
`;

/** When it began: the time alone is enough for today. */
function sinceText({ msg, formats }: Localization, { since }: Incident): string {
  const at = new Date(since);
  const time = formats.time(at);
  return formats.day(at) === formats.day(new Date())
    ? msg(str`Began today at ${time}.`)
    : msg(str`Began on ${formats.day(at)} at ${time}.`);
}

/** Reports an incident as one's own problem too. */
type Report = (incident: Incident) => void;

const sameButton = (
  { msg }: Localization,
  incident: Incident,
  report: Report,
): TemplateResult => html`
  <button class="button" part="button" type="button" @click=${() => report(incident)}>${msg('Same problem')}</button>
`;

const details = (l10n: Localization, incident: Incident, report: Report): TemplateResult => html`
  <li>
    <h3>${unbroken(incident.title)}</h3>
    <p>${unbroken(incident.text)}</p>
    <p>${sinceText(l10n, incident)} ${incident.link ? outsideLink(incident.link, l10n.msg('Read the notice')) : nothing}</p>
    <div class="row">${sameButton(l10n, incident, report)}</div>
  </li>
`;

function openIncidents(
  l10n: Localization,
  watch: IncidentWatch,
  items: readonly [Incident, ...Incident[]],
  report: Report,
): TemplateResult {
  const { msg } = l10n;
  const [first, ...others] = items;
  // The first one is reported without asking for the others.
  const title = others.length
    ? msg(str`Incident notice 1/${items.length}: ${first.title}`)
    : msg(str`Incident notice: ${first.title}`);
  const more = others.length ? msg(str`Show all ${items.length}`) : msg('Show');
  return html`
    <div class="ahead-row">
      <p class="ahead-title"><b>${unbroken(title)}</b></p>
      ${watch.open ? nothing : html`<div class="same">${sameButton(l10n, first, report)}</div>`}
      <button class="button text unfold" part="button" type="button" aria-label=${watch.open ? msg('Close') : more} aria-expanded=${String(watch.open)} aria-controls="incidents" @click=${() => watch.toggle()}></button>
    </div>
    <ul id="incidents" ?hidden=${!watch.open}>${watch.open ? items.map((incident) => details(l10n, incident, report)) : nothing}</ul>
  `;
}

/** Known incidents, unasked and above everything else. One line that was there before, so nothing moves when it is filled. */
export function incidentsLine(
  l10n: Localization,
  watch: IncidentWatch,
  service: ServiceProfile | undefined,
  report: Report,
): TemplateResult | typeof nothing {
  const { msg } = l10n;
  switch (watch.incidents.name) {
    case 'loading':
      return nothing;
    case 'none':
      return statusPages(l10n, service).length ? quietLine(l10n, service, '') : nothing;
    case 'failed':
      return quietLine(
        l10n,
        service,
        html`${msg('Could not load the incident notices.')}
          <button class="button text" part="button" type="button" @click=${() => void watch.load()}>${msg('Try again')}</button>`,
      );
    case 'known': {
      const [first, ...others] = watch.incidents.items;
      return first
        ? openIncidents(l10n, watch, [first, ...others], report)
        : quietLine(l10n, service, msg('No incident notices.'));
    }
  }
}

/** The incident that is being reported as one's own problem too, and the way back to the whole form. */
export const reportedIncident = (
  { msg }: Localization,
  { title }: RelatedIncident,
  leave: () => void,
): TemplateResult => html`
  <div class="ahead-row">
    <p class="ahead-title"><b>${unbroken(msg(str`Same problem: ${title}`))}</b></p>
    <button class="button text" part="button" type="button" @click=${leave}>${msg('My issue is different')}</button>
  </div>
`;
