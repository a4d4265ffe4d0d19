import { html, nothing, type TemplateResult } from 'lit';
import { outsideLink } from '../../../ui/link.js';
import { controlId } from '../fields/field-pointers.js';
import type { ServiceProfile } from '../../../contract/service.js';
import type { FieldContext } from '../fields/field-context.js';

function confirmation(
  fields: FieldContext,
  service: ServiceProfile | undefined,
): TemplateResult | typeof nothing {
  const { msg, values } = fields;
  const offered = values.chargeableWork ?? service?.chargeableWork;
  if (!offered) return nothing;
  const { version, text } = offered;
  const onChange = ({ currentTarget }: Event) => {
    const checked = currentTarget instanceof HTMLInputElement && currentTarget.checked;
    fields.change({
      chargeableWork: checked
        ? { version, text, confirmedAt: new Date().toISOString() }
        : undefined,
    });
  };
  const problem = fields.messageOf('/chargeableWork');
  return html`
    <details ?open=${Boolean(problem)}>
      <summary>${msg('Chargeable work')}</summary>
      <p>${msg('Chargeable work needs your written confirmation.')}</p>
      <label class="check">
        <input id=${controlId('/chargeableWork')} type="checkbox" aria-describedby=${problem ? 'chargeableWork-error' : nothing} .checked=${Boolean(values.chargeableWork)} @change=${onChange} />
        <span>${text}</span>
      </label>
      ${problem ? html`<p class="message" id="chargeableWork-error">${problem}</p>` : nothing}
    </details>
  `;
}

/** Who judges what is chargeable, and what was agreed [guide 1.1]. No price is promised here, nor that work is covered. */
export function terms(
  fields: FieldContext,
  service: ServiceProfile | undefined,
): TemplateResult | typeof nothing {
  const { msg } = fields;
  const { agreements, priceList, privacy } = service?.links ?? {};
  const links = [
    [priceList, msg('Price list')],
    [agreements, msg('Agreements')],
    [privacy, msg('Privacy')],
  ] as const;
  const known = links.filter(([address]) => address);
  const confirms = confirmation(fields, service);
  if (confirms === nothing && !known.length) return nothing;
  return html`
    <div class="terms small">
      ${confirms}
      ${known.length ? html`<p>${known.map(([address, text], index) => html`${index ? '\u00a0· ' : nothing}${outsideLink(address, text)}`)}</p>` : nothing}
    </div>
  `;
}
