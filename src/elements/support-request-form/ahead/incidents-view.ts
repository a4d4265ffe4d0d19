import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Incident } from '../../../contract/incidents.js';
import { outsideLink } from '../../../ui/link.js';
import type { FormView } from '../form-view.js';
import type { RelatedIncident } from '../request-values.js';
import type { IncidentWatch } from '../incident-watch.js';

/** What the guide tells to look at before writing [1.2, step 1]. */
function places({ msg, service }: FormView): TemplateResult[] {
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

const quietLine = (view: FormView, text: TemplateResult | string): TemplateResult => html`
  <div class="ahead-row">
    <p>${text}</p>
    <ul class="places">${places(view)}</ul>
  </div>
`;

/** When it began: the time alone is enough for today. */
function sinceText({ msg, formats }: FormView, { since }: Incident): string {
  const at = new Date(since);
  const time = formats.time(at);
  return formats.day(at) === formats.day(new Date())
    ? msg(str`Began today at ${time}.`)
    : msg(str`Began on ${formats.day(at)} at ${time}.`);
}

const sameButton = (view: FormView, incident: Incident): TemplateResult => html`
  <button class="button" part="button" type="button" @click=${() => view.report(incident)}>${view.msg('I have the same problem')}</button>
`;

const details = (view: FormView, incident: Incident): TemplateResult => html`
  <li>
    <h3>${incident.title}</h3>
    <p>${incident.text}</p>
    <p>${sinceText(view, incident)} ${incident.link ? outsideLink(incident.link, view.msg('Read the notice')) : nothing}</p>
    <div class="row">${sameButton(view, incident)}</div>
  </li>
`;

function open(
  view: FormView,
  watch: IncidentWatch,
  items: readonly [Incident, ...Incident[]],
): TemplateResult {
  const { msg } = view;
  const [first, ...others] = items;
  const title = others.length
    ? msg(str`${items.length} incident notices, e.g. ${first.title}`)
    : msg(str`Incident notice: ${first.title}`);
  return html`
    <div class="ahead-row">
      <p class="ahead-title"><b>${title}</b></p>
      ${others.length || watch.open ? nothing : html`<div class="same">${sameButton(view, first)}</div>`}
      <button class="button text" part="button" type="button" aria-expanded=${String(watch.open)} aria-controls="incidents" @click=${() => watch.toggle()}>
        ${watch.open ? msg('Close') : msg('Read more')}
      </button>
    </div>
    <ul id="incidents" ?hidden=${!watch.open}>${watch.open ? items.map((incident) => details(view, incident)) : nothing}</ul>
  `;
}

/** Known incidents, unasked and above everything else. One line that was there before, so nothing moves when it is filled. */
export function incidentsLine(
  view: FormView,
  watch: IncidentWatch,
): TemplateResult | typeof nothing {
  const { msg } = view;
  switch (watch.incidents.name) {
    case 'loading':
      return nothing;
    case 'untold':
      return quietLine(view, '');
    case 'failed':
      return quietLine(
        view,
        html`${msg('Could not load the incident notices.')}
          <button class="button text" part="button" type="button" @click=${() => void watch.load()}>${msg('Try again')}</button>`,
      );
    case 'known': {
      const [first, ...others] = watch.incidents.items;
      return first
        ? open(view, watch, [first, ...others])
        : quietLine(view, msg('No open incident notices.'));
    }
  }
}

/** The incident that is being reported as one's own problem too, and the way back to the whole form. */
export const reportedIncident = (
  view: FormView,
  { title }: RelatedIncident,
): TemplateResult => html`
  <div class="ahead-row">
    <p class="ahead-title"><b>${view.msg(str`Same problem: ${title}`)}</b></p>
    <button class="button text" part="button" type="button" @click=${() => view.report(undefined)}>${view.msg('My issue is different')}</button>
  </div>
`;
