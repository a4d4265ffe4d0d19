import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.js';
import { subjectPreview, userIds } from './place.js';
import { textArea, textField } from './text-field.js';

function report(view: FormView): TemplateResult {
  const { values } = view;
  return html`
    ${textField(view, {
      field: '/report/name',
      value: values.report.name,
      change: (name) => view.change({ report: { ...values.report, name } }),
    })}
    ${textArea(view, {
      field: '/report/criteria',
      value: values.report.criteria,
      change: (criteria) => view.change({ report: { ...values.report, criteria } }),
    })}
  `;
}

function errorMessage(view: FormView): TemplateResult {
  const { msg, values } = view;
  return textArea(view, {
    field: '/errorMessage',
    value: values.errorMessage,
    help: msg('Look also whether Help | Show error in the top menu of Fivaldi tells more.'),
    change: (text) => view.change({ errorMessage: text }),
  });
}

/** The matter itself: in brief, in full, and what its kind needs besides [guide 1.2, step 3]. */
export function matterSection(view: FormView): TemplateResult {
  const { msg, values } = view;
  const problem = values.kind === 'problem';
  return html`
    ${textField(view, { field: '/summary', value: values.summary, change: (summary) => view.change({ summary }) })}
    ${subjectPreview(view)}
    ${textArea(view, {
      field: '/description',
      value: values.description,
      help: problem ? msg('What did you do, what happened, and what did you expect to happen?') : undefined,
      change: (description) => view.change({ description }),
    })}
    ${problem && values.about === 'report' ? report(view) : nothing}
    ${problem && values.about === 'error' ? errorMessage(view) : nothing}
    ${userIds(view)}
  `;
}
