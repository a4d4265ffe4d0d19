import { html, type TemplateResult } from 'lit';
import type { Localization } from '../../../localization/localization-controller.js';
import type { FieldContext } from './field-context.js';
import { labels } from './labels.js';
import { textArea, textField } from './text-field.js';

/** The matter in brief; the subject is made of it. */
export const summaryField = (fields: FieldContext): TemplateResult =>
  textField(fields, {
    field: '/summary',
    label: labels.summary(fields, fields.values.kind),
    value: fields.values.summary,
    change: (summary) => fields.change({ summary }),
  });

/**
 * The subject as customer service will read it; composed, never typed [guide 1.2.3].
 *
 * @param suggestions what others found of it
 */
export const subjectPreview = (
  { msg }: Localization,
  subject: string | undefined,
  suggestions: unknown,
): TemplateResult => html`
  <div class="preview small">
    <p><span class="quiet">${msg('Subject:')}</span> <output>${subject ? html`<b lang="fi">${subject}</b>` : '–'}</output></p>
    <div class="hits" role="status">${suggestions}</div>
  </div>
`;

/** The matter in full [guide 1.2.3]. */
export function descriptionField(fields: FieldContext): TemplateResult {
  const { msg, values } = fields;
  const texts = values.relatedIncident
    ? { hint: msg('optional') }
    : values.kind === 'problem'
      ? { help: msg('What did you do, what happened, what did you expect?') }
      : {};
  return textArea(fields, {
    ...texts,
    field: '/description',
    label: labels.description(fields),
    value: values.description,
    change: (description) => fields.change({ description }),
  });
}
