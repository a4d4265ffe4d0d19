import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s18365: str`Poistettu: ${0}`,
  s1b9g0: 'Poista',
  s1hv6d: 'Sulje',
  s1jjek: str`Vastausta ei tullut, lähetetään uudelleen (${0}/${1}).`,
  s1nc9j: 'valmis lähetettäväksi',
  s1wwhz: 'Tarkista verkkoyhteys ja yritä uudelleen: muokkausikkunaa ei voitu ladata. Kuva on ennallaan.',
  s23etm: 'Peruuta',
  s2iqls: 'Tiedoston kuvaus',
  s2k9gc: str`Liitetty: ${0}`,
  s2qhe6: 'Avaa uudelleen',
  s2v43i: str`Siirrä ylemmäs: ${0}`,
  s2vmjc: 'valinnainen',
  s2zov5: str`Muokkaa: ${0}`,
  s3myle: str`Kesken: ${0}`,
  s3qlkt: str`Kuvaruutukaappausta ei otettu. Jos selain tai tietokone ei salli sitä, paina ${0} ja sitten ${1} + V.`,
  s4g47e: 'Kumoa',
  s4nmmz: 'luottamuksellisia kohtia ei peitetty automaattisesti, koska kuva on toisesta ikkunasta',
  s50qe4: str`Ei liitetty: ${0}`,
  s7llkc: 'Muokkaa',
  s8bc7n: 'Kuvaruutukaappaus',
  s8p1yt: str`${0} kohtaa peitetty`,
  s8tmij: str`Poista ${0}`,
  s8y4m2: str`Siirrä alemmas: ${0}`,
  s9d1qy: 'Ota ensin kuva, esimerkiksi Print Screen -näppäimellä: leikepöydällä ei ole kuvaa.',
  s9kt5u: str`Siirretään palveluun: ${0}`,
  s9kxs5: 'Lähetä uudelleen',
  s9qzny: str`Paikka ${0}/${1}`,
  s9y7vp: str`Paina sen sijaan ${0} + V: selain ei antanut sivun lukea leikepöytää.`,
  sd6g6: '1 kohta peitetty',
  slqub: 'Poista tiedosto ja liitä pienempi tai lähetä pyyntö sähköpostitse: tiedosto on liian suuri tälle yhteydelle.',
  syp0y: 'Valitse kuvan paikka napsauttamalla ja liitä uudelleen: sivulla on useita paikkoja kuville.',
};
