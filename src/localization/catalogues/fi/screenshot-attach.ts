import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s14izr: 'Avaa keskeneräinen kuva uudelleen ja valitse Valmis tai Peruuta.',
  s25gfl: 'Tarkista verkkoyhteys ja yritä uudelleen: kuvaa ei liitetty.',
  s2vmjc: 'valinnainen',
  s34kl2: str`${0}, sitten ${1}`,
  s4h9h2: 'Odota hetki: kuvaa käsitellään vielä.',
  s6zu9u: 'Liitä',
  s8nuxn: 'Pudota tiedostot tähän',
  s94vcb: 'Kuvaa käsitellään…',
  s9kkjx: 'Kuvateksti',
  s9lj7h: 'Liitä vähintään yksi kuva.',
  sf1d0: 'Ota kuvaruutukaappaus',
  sivpa: 'Kuvat',
  szo51: 'Valitse tiedostot',
};
