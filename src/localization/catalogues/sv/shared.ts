import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s3iwy7: 'finsk tid',
  s45wqf: str`vardagar kl. ${0}`,
  s4dcv9: str`Vi svarar i telefon ${0}`,
};
