import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1tb2i: 'Haetaan…',
  s766bb: 'Et ole vielä lähettänyt tukipyyntöjä.',
  s80t8a: 'Tukipyynnöt',
  s9he76: 'Tätä osaa ei voitu vielä ladata. Lataa sivu uudelleen, jos se ei pian tule näkyviin.',
};
