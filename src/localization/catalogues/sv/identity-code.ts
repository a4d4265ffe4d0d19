import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1dfsa: 'Personbeteckningen har tagits bort.',
  s4hibs: '[personbeteckningen borttagen]',
  s4t01m: 'Ta bort den',
  s8zt6h: 'Texten verkar innehålla en personbeteckning. Kundtjänsten behöver den inte.',
};
