import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.js';
import { labels } from '../labels.js';
import { userIds } from './place.js';
import { textArea, textField } from './text-field.js';

/** The subject as customer service will read it; composed, never typed [guide 1.2, step 3]. */
function subjectPreview({ msg, values, service, later }: FormView): TemplateResult {
  const subject = service && values.summary.trim() ? later?.composeSubject(values, service) : undefined;
  return html`<p class="preview small"><span class="quiet">${msg('Subject:')}</span> <output>${subject ? html`<b lang="fi">${subject}</b>` : '–'}</output></p>`;
}

/** The matter itself: in brief, in full, and what its kind needs besides [guide 1.2, step 3]. */
export function matterSection(view: FormView): TemplateResult {
  const { msg, values } = view;
  const problem = values.kind === 'problem';
  return html`
    ${textField(view, {
      field: '/summary',
      label: labels.summary(view, values.kind),
      value: values.summary,
      change: (summary) => view.change({ summary }),
    })}
    ${subjectPreview(view)}
    ${textArea(view, {
      field: '/description',
      label: labels.description(view),
      value: values.description,
      help: problem ? msg('What did you do, what happened, and what did you expect to happen?') : undefined,
      change: (description) => view.change({ description }),
    })}
    ${problem ? view.later?.problemDetails(view) : nothing} ${userIds(view)}
  `;
}
