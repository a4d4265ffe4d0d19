import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s390we: str`Palvelemme puhelimitse ${0}`,
  s3iwy7: 'Suomen aikaa',
  s45wqf: str`arkisin klo ${0}`,
};
