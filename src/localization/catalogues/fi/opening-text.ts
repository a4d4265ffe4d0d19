import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s384ar: 'Puhelinpalvelu on nyt suljettu.',
  s3iwy7: 'Suomen aikaa',
  s502a6: 'Puhelinpalvelu auki',
  s608t3: str`Puhelinpalvelu avautuu ${0} klo ${1}.`,
  s7acu8: 'Puhelinpalvelu suljettu',
  s829f3: str`Puhelinpalvelu avautuu tänään klo ${0}.`,
  s9ah8x: str`Puhelinpalvelu on auki ja sulkeutuu klo ${0}.`,
};
