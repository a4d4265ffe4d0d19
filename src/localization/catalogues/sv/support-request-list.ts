import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1tb2i: 'Hämtar…',
  s766bb: 'Du har inte skickat några supportärenden ännu.',
  s80t8a: 'Supportärenden',
  s9he76: 'Den här delen kunde inte laddas ännu. Ladda om sidan om den inte snart visas.',
};
