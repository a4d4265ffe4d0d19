import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s2hh6: 'Yritä uudelleen',
  s4rbg: str`${0} häiriötiedotetta: ${1}`,
  s5mzy: str`Alkoi tänään klo ${0}.`,
  s91p1: 'Ei avoimia häiriötiedotteita.',
  sbgv9: 'Häiriötiedotteita ei saatu haettua.',
  sfbnd: str`Häiriötiedote: ${0}`,
  sfjy8: str`Sama ongelma: ${0}`,
  sij4g: 'Käsikirjat',
  slfri: str`Alkoi ${0} klo ${1}.`,
  sns73: 'Asiani koskee muuta',
  sp1wu: 'Lue häiriötiedote',
  sw1gi: 'Minulla on sama ongelma',
  sxkae: 'Foorumi',
  sxxoj: 'Sulje',
  sye22: 'Lue lisää',
  szax2: 'Häiriötiedotteet',
};
