import { html, type TemplateResult } from 'lit';
import type { Localization } from '../../localization/localization-controller.js';

/** What holds for every connection [guide 2.2]. */
export const assurances = ({ msg }: Localization): TemplateResult => html`
  <ul class="ticks small" part="assurances">
    <li>${msg('You see all the time what is done on your computer.')}</li>
    <li>${msg('The connection is encrypted.')}</li>
    <li>${msg('A connection always starts from you.')}</li>
    <li>${msg('Either side can end the connection at any time.')}</li>
  </ul>
`;
