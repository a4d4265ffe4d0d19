import { html, nothing, type TemplateResult } from 'lit';
import type { Diagnostics } from '../../../context/settings.js';
import { diagnosticsLimit } from '../../../contract/support-requests.js';
import type { FieldContext } from '../fields/field-context.js';

/** What the host's program says now, at most as much as can be sent; nothing where it fails or says nothing. */
export async function readDiagnostics(source: Diagnostics | undefined): Promise<string> {
  try {
    const text: unknown = await source?.();
    return typeof text === 'string' ? text.trim().slice(0, diagnosticsLimit) : '';
  } catch (error) {
    console.warn('The host gave no diagnostics.', error);
    return '';
  }
}

/**
 * What the program says of the error goes along only in sight of the person: to be read whole, or left out.
 *
 * @param hostDiagnostics what it says, whether it goes along or not
 */
export function diagnosticsField(
  fields: FieldContext,
  hostDiagnostics: string,
): TemplateResult | typeof nothing {
  const { msg, values } = fields;
  if (!hostDiagnostics) return nothing;
  const included = values.diagnostics !== '';
  const onChange = ({ currentTarget }: Event) =>
    fields.change({
      diagnostics:
        currentTarget instanceof HTMLInputElement && currentTarget.checked ? hostDiagnostics : '',
    });
  return html`
    <label class="check">
      <input id="diagnostics" type="checkbox" .checked=${included} @change=${onChange} />
      <span>${msg('Attach the program’s error details')}</span>
    </label>
    ${
      included
        ? html`
          <details class="small">
            <summary>${msg('Show the error details')}</summary>
            <pre tabindex="0">${values.diagnostics}</pre>
          </details>
          ${fields.warningOf('diagnostics', values.diagnostics, (diagnostics) => fields.change({ diagnostics }))}
        `
        : nothing
    }
  `;
}
