import { html, nothing, type TemplateResult } from 'lit';
import { controlId } from '../fields.js';
import type { FormView } from '../form-view.js';
import { labels } from '../labels.js';
import { mayBeCritical } from '../request-values.js';

/** Whether it is critical, near the top, and what that means for the way to go on [guide 1.2, step 4]. */
export function criticalSection(view: FormView): TemplateResult | typeof nothing {
  const { msg, values } = view;
  if (!mayBeCritical(values)) return nothing;
  const onChange = ({ currentTarget }: Event) =>
    view.change({ critical: currentTarget instanceof HTMLInputElement && currentTarget.checked });
  const { critical } = values;
  return html`
    <div>
      <label class="check">
        <input id=${controlId('/critical')} type="checkbox" .checked=${critical} @change=${onChange} />
        <span>
          ${labels.critical(view)}
          <span class="quiet small">– ${msg('work has stopped')}</span>
        </span>
      </label>
      <div class="told" role="status">${critical ? view.later?.criticalNotice(view) : nothing}</div>
    </div>
    ${critical ? view.later?.neededByField(view) : nothing}
  `;
}
