import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s1d5yi: str`${0} t`,
  s1ijci: 'Anna toisellekin henkilölle lupa myöntää oikeuksia. Vain yksi voi nyt myöntää niitä, joten pyyntöjä ei voi hyväksyä.',
  s49qwx: str`${0} t ${1} min`,
  s4j1cu: 'Tallennetaan…',
  s4y2ha: 'Muutokset',
  s5fbf0: 'Kaksi henkilöä',
  s5tm55: 'Valintaa ei tallennettu. Valitse uudelleen.',
  s6dyqx: 'Yksi henkilö',
  s6sgxk: 'Tallennettu.',
  s6y2ki: str`${0}: ${1}, enintään ${2} h`,
  s6yqa6: str`${0} min`,
  s7kr7h: str`huomenna klo ${0}`,
  s87qs3: 'Oikeuden hyväksyy',
  s8e908: 'Asetuksia ei voitu ladata.',
  s8gwi4: str`tänään klo ${0}`,
  sz82u: str`${0} klo ${1}`,
};
