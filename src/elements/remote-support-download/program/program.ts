import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { fileSize } from '../../../localization/file-size.js';
import { segments } from '../../../ui/segments.js';
import type { Download } from './offer.js';
import { bestDownload } from './best-download.js';
import type { Platform } from './platform.js';
import { callUs } from '../caller.js';
import { fallback, noProgram } from './fallback.js';
import { fileCheck, savedName } from './file-check.js';
import { platformName, platformNames, versionName } from './platform-names.js';
import type { ProgramView } from './program-view.js';
import { ending, steps } from './steps.js';

/** Whoever had to be told which answer to give talks to the wrong people. */
function secondThought(view: ProgramView): TemplateResult {
  const { msg } = view;
  return html`
    <div class="notice" part="notice">
      <h3>${msg('Did someone tell you to choose this answer?')}</h3>
      <p class="small">
        ${msg('Then end the call: they are not from Visma customer service. Our number is:')}
        ${callUs(view)}
      </p>
    </div>
  `;
}

function platformChoice({
  msg,
  offer,
  computer,
  actions,
}: ProgramView): TemplateResult | typeof nothing {
  const offered = new Set(offer.downloads.map(({ platform }) => platform));
  const options = Object.entries(platformNames)
    .map(([value, label]) => ({ value: value as Platform, label }))
    .filter(({ value }) => offered.has(value));
  return options.length
    ? segments(
        'platform',
        msg('Computer that needs support'),
        options,
        computer.platform,
        actions.choose,
      )
    : nothing;
}

const row = (term: string, value: unknown): TemplateResult | typeof nothing =>
  value ? html`<dt>${term}</dt><dd>${value}</dd>` : nothing;

function facts(
  { msg, language, offer: { program } }: ProgramView,
  { url, version, bytes }: Download,
): TemplateResult {
  return html`
    <dl class="small">
      ${row(msg('Program'), program.name)} ${row(msg('Version'), version)} ${row(msg('Size'), bytes && fileSize(bytes, language))}
      ${row(msg('Publisher (signature)'), program.publisher)} ${row(msg('Download address'), url.host)} ${row(msg('File'), savedName(url))}
    </dl>
  `;
}

const downloadLink = (
  view: ProgramView,
  download: Download,
  style: string,
  part: string,
  label: string,
): TemplateResult => html`
  <a class=${style} part=${part} href=${download.url.href} target="_blank" rel="noopener noreferrer" @click=${() => view.actions.started(download)}>${label}</a>
`;

function otherVersions(view: ProgramView, chosen: Download): TemplateResult | typeof nothing {
  const others = view.offer.downloads.filter(
    (download) => download !== chosen && download.platform === chosen.platform,
  );
  if (!others.length) return nothing;
  return html`
    <p class="small quiet">
      ${view.msg('Other versions:')} ${others.map((download) => html`${downloadLink(view, download, '', 'link', versionName(view, download))} `)}
    </p>
  `;
}

function program(view: ProgramView, download: Download): TemplateResult {
  const { msg } = view;
  const name = platformName(download.platform);
  return html`
    ${facts(view, download)}
    <div class="row">
      ${downloadLink(view, download, 'button primary', 'button primary-button', msg(str`Download ${view.offer.program.name} (${name})`))}
      <span class="small quiet">${msg('The browser saves the file. The program starts only when you open it.')}</span>
    </div>
    ${otherVersions(view, download)} ${steps(view, download)} ${fileCheck(view, download)}
  `;
}

/** The program for the computer, and all there is to know about it; or a word that there is none. */
export function programSection(view: ProgramView): TemplateResult {
  const download = bestDownload(view.offer.downloads, view.computer);
  return html`
    ${secondThought(view)}
    <section class="program" aria-labelledby="program">
      <h3 id="program">${view.msg('Remote support program')}</h3>
      ${platformChoice(view)} ${download ? program(view, download) : noProgram(view)} ${fallback(view, download === undefined)} ${ending(view)}
      ${
        view.actions.retry
          ? html`
            <p class="small">${view.msg('These details may be out of date: the support service could not be reached.')}</p>
            <div class="row"><button class="button" part="button" type="button" @click=${view.actions.retry}>${view.msg('Try again')}</button></div>
          `
          : nothing
      }
    </section>
  `;
}
