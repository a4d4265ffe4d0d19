import { html, nothing, type TemplateResult } from 'lit';
import type { Opening } from '../contract/opening-hours.js';
import type { Localization } from '../localization/localization-controller.js';

/** A number to press. */
export const phoneLink = (phone: string, international?: string): TemplateResult =>
  html`<a href="tel:${(international ?? phone).replaceAll(/[^+\d]/g, '')}">${phone}</a>`;

/** A small word about the telephone for a heading row. */
export const openingTag = ({ msg }: Localization, opening: Opening | undefined): TemplateResult | typeof nothing =>
  opening ? html`<span class="tag ${opening.open ? 'live' : ''}">${opening.open ? msg('Phone open') : msg('Phone closed')}</span>` : nothing;
