import { html, nothing, type TemplateResult } from 'lit';
import { controlId } from './field-pointers.js';
import type { FieldContext } from './field-context.js';
import { labels } from './labels.js';
import { mayBeCritical } from '../request-values.js';

/**
 * Whether it is critical, near the top, and what that means for the way to go on [guide 1.2, step 4].
 *
 * @param details shown for a critical matter
 */
export function criticalField(
  fields: FieldContext,
  details: () => unknown,
): TemplateResult | typeof nothing {
  const { msg, values } = fields;
  if (!mayBeCritical(values)) return nothing;
  const onChange = ({ currentTarget }: Event) =>
    fields.change({ critical: currentTarget instanceof HTMLInputElement && currentTarget.checked });
  return html`
    <label class="check">
      <input id=${controlId('/critical')} type="checkbox" .checked=${values.critical} @change=${onChange} />
      <span>
        ${labels.critical(fields)}
        <span class="quiet small">– ${msg('work has stopped and cannot be done in another way')}</span>
      </span>
    </label>
    ${values.critical ? details() : nothing}
  `;
}
