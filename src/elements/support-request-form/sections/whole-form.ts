import { html, nothing, type TemplateResult } from 'lit';
import { modifierKey } from '../../../ui/keys.js';
import { controlId } from '../fields.js';
import type { FormView } from '../form-view.js';
import { contactLine } from './contact.js';
import { criticalSection } from './critical.js';
import { kindSection } from './kind.js';
import { detailsSection, matterSection } from './matter.js';
import { placeSection } from './place.js';

/** What the endpoint's silence or a known incident means, in a line that is there from the first moment: nothing moves when it is filled. */
function aheadLine(view: FormView): TemplateResult {
  const { msg, ahead, later, failure, isSendingFailed, incidents } = view;
  const { relatedIncident } = view.values;
  const tone = relatedIncident ? 'mine' : incidents?.tells ? incidents.incidents.name : '';
  const line = () => {
    if (relatedIncident) return ahead?.reportedIncident(view, relatedIncident);
    // What failed while sending stands right above.
    if (failure && !(isSendingFailed && later))
      return later?.failureLine(view, failure) ?? msg('Could not reach the support service.');
    if (incidents && ahead) return ahead.incidentsLine(view, incidents);
    return incidents?.incidents.name === 'known' && !incidents.tells
      ? msg('No open incident notices.')
      : nothing;
  };
  return html`<div class="ahead small ${tone}">${line()}</div>`;
}

function buttons(view: FormView): TemplateResult {
  const { msg, later, stopPreparing } = view;
  return html`
    ${stopPreparing && later ? later.preparingView(view, stopPreparing) : nothing}
    <div class="row between">
      <span class="small quiet">${msg('Send:')} <kbd>${modifierKey()}</kbd> + <kbd>Enter</kbd></span>
      <div class="row">
        <button class="button text" part="button" type="button" @click=${view.canUndoClear ? view.undoClear : view.clear}>
          ${view.canUndoClear ? msg('Undo clear') : msg('Clear')}
        </button>
        <button class="button primary" id="send" part="primary-button" type="submit" aria-disabled=${Boolean(stopPreparing)}>${msg('Send the support request')}</button>
      </div>
    </div>
  `;
}

/** The form from its heading to its buttons. A failed try to send is told above it; what can't be reached is told at its end. */
export function wholeForm(view: FormView): TemplateResult {
  const { msg, later, failure, isSendingFailed } = view;
  const failed = failure ? later?.failureView(view, failure) : nothing;
  const sections = view.values.relatedIncident
    ? [placeSection, matterSection]
    : [matterSection, kindSection, criticalSection, placeSection, detailsSection];
  return html`
    <div class="row between"><h2>${msg('Support request')}</h2>${later?.headingNote(view)}</div>
    ${isSendingFailed ? failed : nothing}
    ${view.hasProblems ? later?.problemSummary(view, (field) => view.goTo(controlId(field))) : nothing}
    ${aheadLine(view)} ${sections.map((section) => section(view))} ${view.contact === 'open' ? later?.contactFields(view) : contactLine(view)}
    <div class="closing ${later ? '' : 'awaited'}">${later?.closing(view)}</div>
    ${isSendingFailed ? nothing : failed}
    <hr />
    ${view.maySubmit ? buttons(view) : later?.handOver(view)}
  `;
}
