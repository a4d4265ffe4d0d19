import { html, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { fieldPointers, type FieldPointer } from '../fields.js';
import type { FormView } from '../form-view.js';
import { fieldLabel } from './labels.js';

/** What is to be mended before the request can be sent, each a press away. */
export function problemSummary(
  view: FormView,
  goTo: (field: FieldPointer) => void,
): TemplateResult {
  const { msg } = view;
  const { others } = view.problems;
  const fields = fieldPointers.filter((field) => view.problems.fields.has(field));
  const count = fields.length + others.length;
  return html`
    <div class="notice alarm" part="notice" id="problems" tabindex="-1">
      <h3>${count === 1 ? msg('Check one field before sending') : msg(str`Check ${count} fields before sending`)}</h3>
      <ul class="small">
        ${fields.map(
          (field) => html`
            <li>
              <button class="link" type="button" @click=${() => goTo(field)}>${fieldLabel(view, field, view.values.kind)}</button>: ${view.messageOf(field)}
            </li>
          `,
        )}
        ${others.map((pointer) => html`<li>${msg(str`Check this: the support service does not accept ${pointer}.`)}</li>`)}
      </ul>
    </div>
  `;
}
