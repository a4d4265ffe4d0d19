import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s2idu: str`Puhelinpalvelu avautuu ${0} klo ${1}.`,
  s2oqq: str`Puhelinpalvelu avautuu tänään klo ${0}.`,
  s63y5: 'Puhelinpalvelu suljettu',
  sa6e9: 'Puhelinpalvelu auki',
  sib6l: 'Suomen aikaa',
  sq822: 'Puhelinpalvelu on toistaiseksi suljettu.',
  srfya: str`Puhelinpalvelu on auki ja sulkeutuu klo ${0}.`,
  ssl62: str`Puhelinpalvelu on auki arkisin klo ${0}.`,
  swslv: str`Puhelinpalvelu on auki: ${0}.`,
};
