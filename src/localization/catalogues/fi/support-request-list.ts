import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s1ap3k: 'Yritä uudelleen',
  s1tb2i: 'Haetaan…',
  s3cmy3: 'Ei vielä tukipyyntöjä.',
  s6t5dm: 'Lataa sivu uudelleen, jos tämä osa ei pian tule näkyviin.',
  s80t8a: 'Tukipyynnöt',
};
