import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s384ar: 'Telefontjänsten är stängd just nu.',
  s3iwy7: 'finsk tid',
  s502a6: 'Telefontjänsten öppen',
  s608t3: str`Telefontjänsten öppnar ${0} kl. ${1}.`,
  s7acu8: 'Telefontjänsten stängd',
  s829f3: str`Telefontjänsten öppnar i dag kl. ${0}.`,
  s9ah8x: str`Telefontjänsten är öppen och stänger kl. ${0}.`,
};
