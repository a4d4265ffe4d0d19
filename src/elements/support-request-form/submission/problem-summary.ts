import { html, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { fieldPointers, type FieldPointer, type Problems } from '../fields/field-pointers.js';
import type { FieldContext } from '../fields/field-context.js';
import { fieldLabel } from '../fields/field-labels.js';

/** What is to be mended before the request can be sent, each a press away. */
export function problemSummary(
  context: FieldContext,
  problems: Problems,
  goTo: (field: FieldPointer) => void,
): TemplateResult {
  const { msg, values } = context;
  const { others } = problems;
  const fields = fieldPointers.filter((field) => problems.fields.has(field));
  const count = fields.length + others.length;
  return html`
    <div class="notice alarm" part="notice" id="problems" tabindex="-1">
      <h3>${count === 1 ? msg('Check one field before sending') : msg(str`Check ${count} fields before sending`)}</h3>
      <ul class="small">
        ${fields.map(
          (field) => html`
            <li>
              <button class="link" type="button" @click=${() => goTo(field)}>${fieldLabel(context, field, values.kind)}</button>: ${context.messageOf(field)}
            </li>
          `,
        )}
        ${others.map((pointer) => html`<li>${msg(str`Check this: the support service does not accept ${pointer}.`)}</li>`)}
      </ul>
    </div>
  `;
}
