import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s14izr: 'Avaa keskeneräinen kuva uudelleen ja valitse Valmis tai Peruuta.',
  s25gfl: 'Tarkista verkkoyhteys ja yritä uudelleen: kuvaa ei liitetty.',
  s2vmjc: 'valinnainen',
  s4h9h2: 'Odota hetki: kuvaa käsitellään vielä.',
  s4ra6a: str`Ota kuva: ${0}. Liitä: ${1}. Tai pudota tiedostoja tähän.`,
  s6zu9u: 'Liitä leikepöydältä',
  s94vcb: 'Kuvaa käsitellään…',
  s9kkjx: 'Kuvateksti',
  s9lj7h: 'Liitä vähintään yksi kuva.',
  sf1d0: 'Ota kuvaruutukaappaus',
  sivpa: 'Kuvat',
  szo51: 'Valitse tiedostot',
};
