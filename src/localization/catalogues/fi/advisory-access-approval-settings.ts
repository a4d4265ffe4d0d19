import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1ap3k: 'Yritä uudelleen',
  s1ijci: 'Anna toisellekin henkilölle lupa myöntää oikeuksia. Vain yksi voi nyt myöntää niitä, joten pyyntöjä ei voi hyväksyä.',
  s1tb2i: 'Haetaan…',
  s4j1cu: 'Tallennetaan…',
  s4y2ha: 'Muutokset',
  s5fbf0: 'Kaksi henkilöä',
  s5tm55: 'Valintaa ei tallennettu. Valitse uudelleen.',
  s6dyqx: 'Yksi henkilö',
  s6sgxk: 'Tallennettu.',
  s6y2ki: str`${0}: ${1}, enintään ${2} h`,
  s87qs3: 'Oikeuden hyväksyy',
  s8e908: 'Asetuksia ei voitu ladata.',
};
