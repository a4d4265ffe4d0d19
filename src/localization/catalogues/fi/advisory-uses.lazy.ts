import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s18e9l: 'Hae henkilöllä, yrityksellä tai kuvauksella',
  s1x9cj: 'Yritysnumero',
  s2g02p: str`${0} kertaa`,
  s2h6n9: 'Käyttö tallennettu.',
  s2rqs1: str`Ensimmäinen käyttö (${0})`,
  s3i08e: 'Oikeus',
  s40hve: 'Kuvaus',
  s4ear4: str`Viimeisin käyttö (${0})`,
  s4t4xy: 'Katseltu',
  s5diqo: 'Muutettu',
  s6kt7: str`${0}: ${1}`,
  s6zgvp: 'Tallenna CSV-tiedostona',
  s7jigs: str`Löytyi: ${0}`,
  s7k5cf: 'Yritys',
  s7minf: 'Henkilö',
  s7yq6m: 'Tuntematon',
  s8sym7: 'Käyttö',
  s94pk2: 'Näytä aiemmat käytöt',
  s9e83j: 'Aiempi käyttö näkyy luettelossa.',
  s9hwsg: 'Yritä uudelleen: aiempaa käyttöä ei voitu hakea.',
  shox7: 'Osa-alue',
  si7od: 'Käyttöä ei löytynyt.',
};
