import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1b9g0: 'Poista',
  s1tm78: 'Tekstissä näyttää olevan henkilötunnus. Asiakaspalvelu ei tarvitse sitä.',
  s4hibs: '[henkilötunnus poistettu]',
  s796wu: 'Henkilötunnus poistettiin.',
};
