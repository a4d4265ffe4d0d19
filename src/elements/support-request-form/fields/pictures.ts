import { html, type TemplateResult } from 'lit';
import { canCapture } from '../../../ui/can-capture.js';
import { fieldMessages } from '../../../ui/field.js';
import type { FieldContext } from './field-context.js';
import { labels } from './labels.js';

/**
 * Screenshots, and what else belongs to the matter [guide 1.3].
 *
 * @param note stands above the pictures
 */
export function picturesField(
  fields: FieldContext,
  pictures: HTMLElement,
  note: unknown,
): TemplateResult {
  const error = fields.messageOf('/attachments');
  return html`
    <div class="field pictures ${canCapture() ? 'captures' : ''} ${error ? 'bad' : ''}" role="group" aria-labelledby="pictures-label">
      <span class="label" id="pictures-label">${labels.attachments(fields)}</span>
      ${note} ${pictures} ${fieldMessages({ id: 'attachments', label: '', error })}
    </div>
  `;
}
