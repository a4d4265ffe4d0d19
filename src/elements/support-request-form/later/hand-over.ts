import { html, nothing, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.js';
import { carryAway } from './carry-away.js';

/** For who is neither main user nor primary contact: why they can't send, who can, and the request to hand over [guide 1.1]. */
export function handOver(view: FormView): TemplateResult {
  const { msg, me } = view;
  const people = me?.mainUsers ?? [];
  return html`
    <div class="notice calm" part="notice" id="hand-over" tabindex="-1">
      <h3>${msg('The main user or the primary contact sends the support request')}</h3>
      <p class="small">${msg('You can prepare it here and hand it over: they have been trained in the service, and customer service answers them.')}</p>
      ${
        people.length
          ? html`<ul class="small">
            ${people.map(({ name, email }) => html`<li><b>${name}</b>${email ? html` · ${email}` : nothing}</li>`)}
          </ul>`
          : nothing
      }
      ${carryAway(
        view,
        people.flatMap(({ name, email }) => (email ? { name, email } : [])),
      )}
    </div>
  `;
}
