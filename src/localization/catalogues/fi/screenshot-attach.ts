import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s23frf: str`Ota kuva: ${0}. Liitä: ${1}. Voit myös pudottaa tiedostoja tähän.`,
  s2vmjc: 'valinnainen',
  s6zu9u: 'Liitä leikepöydältä',
  s7qtn7: 'Tätä osaa ei voitu ladata, joten kuvaa ei liitetty. Tarkista verkkoyhteys ja yritä uudelleen.',
  s94vcb: 'Kuvaa käsitellään…',
  s9lj7h: 'Liitä vähintään yksi kuva.',
  s9m5w6: 'Yksi kuva on kesken. Avaa se uudelleen ja valitse Valmis tai Peruuta.',
  s9okup: 'Kuvaa käsitellään vielä. Odota hetki.',
  sf1d0: 'Ota kuvaruutukaappaus',
  sivpa: 'Kuvat',
  sv7w3: 'Mitä kuvassa on',
  szo51: 'Valitse tiedostot',
};
