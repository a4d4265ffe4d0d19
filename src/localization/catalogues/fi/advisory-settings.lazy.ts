import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s1d5yi: str`${0}\u00a0h`,
  s2lqf1: 'Valitse uudelleen: valintaa ei tallennettu.',
  s49qwx: str`${0}\u00a0h ${1}\u00a0min`,
  s4j1cu: 'Tallennetaan…',
  s4y2ha: 'Muutokset',
  s5fbf0: 'Kaksi henkilöä',
  s5rskw: str`${0}: hyväksyjien määrä ${1}, voimassa enintään ${2}\u00a0h`,
  s66ri2: 'Hyväksyjien määrä',
  s6dyqx: 'Yksi henkilö',
  s6sgxk: 'Tallennettu.',
  s6yqa6: str`${0}\u00a0min`,
  s7kr7h: str`huomenna klo\u00a0${0}`,
  s8e908: 'Asetuksia ei voitu hakea.',
  s8gwi4: str`tänään klo\u00a0${0}`,
  s98qjm: 'Anna myöntöoikeus toisellekin henkilölle: se on nyt vain yhdellä, joten pyyntöjä ei voi hyväksyä.',
  sz82u: str`${0} klo\u00a0${1}`,
};
