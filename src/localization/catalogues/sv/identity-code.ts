import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1b9g0: 'Ta bort',
  s1tm78: 'Texten verkar innehålla en personbeteckning. Kundtjänsten behöver den inte.',
  s4hibs: '[personbeteckningen borttagen]',
  s796wu: 'Personbeteckningen togs bort.',
};
