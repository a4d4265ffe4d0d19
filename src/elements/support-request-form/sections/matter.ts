import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.js';
import { labels } from '../labels.js';
import { picturesSection } from './pictures.js';
import { userIds } from './place.js';
import { textArea, textField } from './text-field.js';

/** The subject as customer service will read it; composed, never typed [guide 1.2, step 3]. What others found of it stands below. */
function subjectPreview(view: FormView): TemplateResult {
  const { msg, values, service, later } = view;
  const subject =
    service && values.summary.trim() ? later?.composeSubject(values, service) : undefined;
  return html`
    <div class="preview small">
      <p><span class="quiet">${msg('Subject:')}</span> <output>${subject ? html`<b lang="fi">${subject}</b>` : '–'}</output></p>
      <div class="hits" role="status">${later?.articleHits(view)}</div>
    </div>
  `;
}

const description = (
  view: FormView,
  texts: { readonly hint?: string; readonly help?: string | undefined },
): TemplateResult =>
  textArea(view, {
    ...texts,
    field: '/description',
    label: labels.description(view),
    value: view.values.description,
    change: (text) => view.change({ description: text }),
  });

/** The matter itself, which a person came to tell: in brief, in full and in pictures [guide 1.2, step 3]. */
export function matterSection(view: FormView): TemplateResult {
  const { msg, values } = view;
  if (values.relatedIncident) return description(view, { hint: msg('optional') });
  const problem = values.kind === 'problem';
  return html`
    ${textField(view, {
      field: '/summary',
      label: labels.summary(view, values.kind),
      value: values.summary,
      change: (summary) => view.change({ summary }),
    })}
    ${subjectPreview(view)}
    ${description(view, { help: problem ? msg('What did you do, what happened, what did you expect?') : undefined })}
    ${picturesSection(view)}
  `;
}

/** What the kind of matter needs besides, and whose it is. */
export const detailsSection = (view: FormView): TemplateResult => html`
  ${view.values.kind === 'problem' ? view.later?.problemDetails(view) : nothing} ${userIds(view)}
`;
