import { html, type TemplateResult } from 'lit';
import type { Localization } from '../localization/localization-controller.js';

/** In the place of a part that could not be loaded: it is tried again by itself, and at once by who asks for it. */
export const missingPart = ({ msg }: Localization, retry: () => void): TemplateResult => html`
  <div class="row" role="alert">
    <p class="message">${msg('Reload the page if this part does not appear soon.')}</p>
    <button class="button" part="button" type="button" @click=${retry}>${msg('Try again')}</button>
  </div>
`;
