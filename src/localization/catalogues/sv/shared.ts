import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s390we: str`Vi svarar i telefon ${0}`,
  s3iwy7: 'finsk tid',
  s45wqf: str`vardagar kl. ${0}`,
};
