import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s18365: str`Poistettu: ${0}`,
  s1b9g0: 'Poista',
  s1dejc: 'Sivulla on useita paikkoja kuville. Napsauta haluamaasi ja liitä uudelleen.',
  s1hv6d: 'Sulje',
  s1nc9j: 'valmis lähetettäväksi',
  s23etm: 'Peruuta',
  s2k9gc: str`Liitetty: ${0}`,
  s2qhe6: 'Avaa uudelleen',
  s2v43i: str`Siirrä ylemmäs: ${0}`,
  s2vmjc: 'valinnainen',
  s2w3bv: 'yksityisiä kohtia ei peitetty valmiiksi, koska kuva on muusta ikkunasta',
  s2zov5: str`Muokkaa: ${0}`,
  s3myle: str`Kesken: ${0}`,
  s3zm6h: str`${0} kohtaa peitetty`,
  s4g47e: 'Kumoa',
  s50qe4: str`Ei liitetty: ${0}`,
  s5ba05: str`Selain ei antanut tämän sivun lukea leikepöytää. Paina sen sijaan ${0} + V.`,
  s6li6p: '1 kohta peitetty',
  s6o61n: str`Kuvaruutukaappausta ei otettu. Jos selain tai tietokone ei salli sitä, paina ${0} ja sitten ${1} + V.`,
  s7llkc: 'Muokkaa',
  s80mn: 'Tiedosto on liian suuri yhteydelle, joka vie tukipalveluun. Poista se ja liitä pienempi, tai lähetä pyyntö sähköpostitse.',
  s8bc7n: 'Kuvaruutukaappaus',
  s8eqtp: 'Muokkausikkunaa ei voitu ladata. Tarkista verkkoyhteys ja yritä uudelleen. Kuva on ennallaan.',
  s8g8q0: 'Mitä tiedostossa on',
  s8tmij: str`Poista ${0}`,
  s8y4m2: str`Siirrä alemmas: ${0}`,
  s93wid: str`Vastausta ei tullut: lähetys ${0}/${1}.`,
  s97ld5: 'Leikepöydällä ei ole kuvaa. Ota kuva ensin, esimerkiksi Print Screen -näppäimellä.',
  s9kt5u: str`Siirretään palveluun: ${0}`,
  s9kxs5: 'Lähetä uudelleen',
  s9qzny: str`Paikka ${0}/${1}`,
};
