import { html, nothing, type TemplateResult } from 'lit';
import { controlId } from './field-pointers.js';
import type { FieldContext } from './field-context.js';
import { labels } from './labels.js';
import { mayBeCritical } from '../request-values.js';

/** What a critical matter shows, once it is loaded. */
interface CriticalDetails {
  /** What it means for the way to go on. */
  notice(): unknown;
  neededBy(): unknown;
}

/** Whether it is critical, and what that means for the way to go on [guide 1.2.4]. */
export function criticalField(
  fields: FieldContext,
  details: CriticalDetails,
): TemplateResult | typeof nothing {
  const { msg, values } = fields;
  if (!mayBeCritical(values)) return nothing;
  const { critical } = values;
  const onChange = ({ currentTarget }: Event) =>
    fields.change({ critical: currentTarget instanceof HTMLInputElement && currentTarget.checked });
  return html`
    <div>
      <label class="check">
        <input id=${controlId('/critical')} type="checkbox" .checked=${critical} @change=${onChange} />
        <span>
          ${labels.critical(fields)}
          <span class="quiet small">– ${msg('work has stopped')}</span>
        </span>
      </label>
      <div class="told" role="status">${critical ? details.notice() : nothing}</div>
    </div>
    ${critical ? details.neededBy() : nothing}
  `;
}
