import { html, type TemplateResult } from 'lit';

/** A number to press. */
export const phoneLink = (phone: string, international?: string): TemplateResult =>
  html`<a href="tel:${(international ?? phone).replaceAll(/[^+\d]/g, '')}">${phone}</a>`;
