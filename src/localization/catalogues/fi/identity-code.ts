import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1dfsa: 'Henkilötunnus poistettiin.',
  s4hibs: '[henkilötunnus poistettu]',
  s4t01m: 'Poista se',
  s8zt6h: 'Tekstissä näyttää olevan henkilötunnus. Asiakaspalvelu ei tarvitse sitä.',
};
