import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s3dnx6: 'Telefontjänsten stängd',
  s3iwy7: 'finsk tid',
  s5bfhr: 'Telefontjänsten öppen',
  s5ly4l: str`Telefontjänsten öppnar i dag kl. ${0}.`,
  s5mbqf: str`Telefontjänsten är öppen och stänger kl. ${0}.`,
  s7mdag: str`Telefontjänsten öppnar ${0} kl. ${1}.`,
  s903or: 'Telefontjänsten är stängd tills vidare.',
};
