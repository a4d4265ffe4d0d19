import { html, type TemplateResult } from 'lit';
import type { FormView } from '../form-view.js';
import { diagnosticsSection } from '../diagnostics/diagnostics.js';
import { terms } from './terms.js';

/** What a person should have seen before sending: what goes along, and on which terms. */
export const closing = (view: FormView): TemplateResult =>
  html`${diagnosticsSection(view)}<div class="terms small">${terms(view)}</div>`;
