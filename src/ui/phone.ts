import { html, type TemplateResult } from 'lit';
import { plain } from '../contract/plain-text.js';

/** The shortest that is taken for a whole number, in digits. */
const LEAST = /(?:\d\D*){5}/;

/** The number to dial out of a text: without remarks behind it, and without the zero that is dialled only inside the country. */
export function dialled(phone: string): string {
  const written = plain(phone);
  const before = written.replace(/\s*\([^()]*\)\s*$/, '');
  const [number = ''] = /^[+\d\s()./-]*/.exec((LEAST.test(before) ? before : written).trim()) ?? [];
  const abroad = /^(?:\+|00)/.test(number) ? number.replace(/\(\s*0\s*\)/, '') : number;
  return abroad.replaceAll(/[^+\d]/g, '');
}

/** A number to press. */
export const phoneLink = (phone: string, international?: string): TemplateResult =>
  html`<a class="unbroken" href="tel:${dialled(international ?? phone)}">${phone}</a>`;
