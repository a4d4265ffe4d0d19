import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../../localization/localization-controller.js';
import type { FieldContext } from './field-context.js';
import { labels } from './labels.js';
import { textArea, textField } from './text-field.js';
import { unbroken } from '../../../ui/unbroken.js';

/** The subject as customer service will read it; composed, never typed [guide 1.2.3]. */
const subjectPreview = ({ msg }: Localization, subject: string | undefined): TemplateResult => html`
  <p class="subject">
    ${subject ? html`<span class="quiet">${msg('Subject:')}</span>` : nothing} <output>${subject ? html`<b lang="fi">${unbroken(subject)}</b>` : nothing}</output>
  </p>
`;

/** What others found of the matter: how many stand beside the label, and all of them below at a press. */
interface Suggestions {
  readonly line: unknown;
  readonly list: unknown;
}

/**
 * The matter in brief, the subject that is made of it, and what others found. Each has its place before it is there: nothing moves.
 * How many others found stands above the field, and comes before it: Tab leads from the matter in brief to the matter in full.
 */
export const summaryField = (
  fields: FieldContext,
  subject: string | undefined,
  suggestions: Suggestions | undefined,
): TemplateResult => html`
  <div class="summary">
    <div class="hits small" role="status">${suggestions?.line}</div>
    ${textField(fields, {
      field: '/summary',
      label: labels.summary(fields, fields.values.kind),
      value: fields.values.summary,
      change: (summary) => fields.change({ summary }),
    })}
    ${subjectPreview(fields, subject)} ${suggestions?.list}
  </div>
`;

/** The matter in full [guide 1.2.3]. */
export function descriptionField(fields: FieldContext): TemplateResult {
  const { msg, values } = fields;
  const texts = values.relatedIncident
    ? { hint: msg('optional') }
    : values.kind === 'problem'
      ? { prompt: msg('What did you do, what happened, what did you expect?') }
      : {};
  return textArea(fields, {
    ...texts,
    field: '/description',
    label: labels.description(fields),
    value: values.description,
    change: (description) => fields.change({ description }),
  });
}
