import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s1ap3k: 'Försök på nytt',
  s1tb2i: 'Hämtar…',
  s3cmy3: 'Inga supportärenden ännu.',
  s6t5dm: 'Ladda om sidan om den här delen inte snart visas.',
  s80t8a: 'Supportärenden',
};
