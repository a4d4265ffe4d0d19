import { html, type TemplateResult } from 'lit';
import type { Localization } from '../../../localization/localization-controller.js';

/** What holds for every connection [guide 2.2]. */
export const assurances = ({ msg }: Localization): TemplateResult => html`
  <ul class="ticks small" part="assurances">
    <li>${msg('You can see everything that is done on your computer.')}</li>
    <li>${msg('The connection is encrypted.')}</li>
    <li>${msg('Only you can start a connection.')}</li>
    <li>${msg('Either party can end the connection at any time.')}</li>
  </ul>
`;
