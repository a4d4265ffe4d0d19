import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s173t: 'Käsikirjat',
  s1ap3k: 'Yritä uudelleen',
  s1fd31: 'Ei avoimia häiriötiedotteita.',
  s1m88e: 'Näytä',
  s1ulks: str`Alkoi ${0} klo ${1}.`,
  s2b8nn: 'Foorumi',
  s3p6za: str`Alkoi tänään klo ${0}.`,
  s4605b: 'Lue häiriötiedote',
  s5kcjb: str`Häiriötiedote 1/${0}: ${1}`,
  s5x6nh: 'Häiriötiedotteet',
  s67p3u: 'Sama ongelma',
  s80p0s: 'Sulje',
  s8s12: str`Häiriötiedote: ${0}`,
  s8xvtv: 'Minulla on muuta asiaa',
  s9h6y3: str`Sama ongelma: ${0}`,
  sko9w: 'Häiriötiedotteita ei voitu hakea.',
  syj51: str`Näytä kaikki ${0}`,
};
