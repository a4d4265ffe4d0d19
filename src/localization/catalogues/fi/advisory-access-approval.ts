import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s1ap3k: 'Yritä uudelleen',
  s1o0u: '1 odottaa hyväksyntää',
  s1tb2i: 'Haetaan…',
  s2xdon: 'Asetukset',
  s44ofs: 'Ei neuvontaoikeuspyyntöjä. Uudet pyynnöt tulevat tähän automaattisesti.',
  s5es4e: str`${0} odottaa hyväksyntää`,
  s5tkgo: 'Neuvontaoikeudet',
  s6t5dm: 'Lataa sivu uudelleen, jos tämä osa ei pian tule näkyviin.',
};
