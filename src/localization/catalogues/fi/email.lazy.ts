import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s10tpp: 'Tallenna liitteet, avaa sähköposti ilman niitä ja lisää ne siihen. Lähetä loput toisessa sähköpostissa samalla otsikolla.',
  s17m8p: 'Näin teet omassa sähköpostiohjelmassasi',
  s1zcm4: 'Avaa sähköposti ilman liitteitä',
  s22f1v: 'Avaa nyt sähköpostitiedosto ja lähetä se',
  s2akf5: 'Vastaanottaja:',
  s2s099: 'Tiedosto avautuu lähetysvalmiina sähköpostina, jossa liitteet ovat mukana. Tarkista se ja lähetä.',
  s3663g: 'lisää osoite itse',
  s4cqvi: 'Kirjoita vastaanottajalle uusi sähköposti samalla otsikolla, liitä tallennettu tiedosto siihen ja lähetä.',
  s5w3yg: 'Perinteinen Outlook, Thunderbird',
  s65cxe: 'Sähköposti on liian suuri',
  s79zd6: str`Koko liitteineen on ${0}. Sähköpostipalvelimet hyväksyvät enintään ${1}.`,
  s7t1uz: 'Uusi Outlook, Macin Mail',
  s7tovd: 'Jos tiedosto avautuu vain luettavaksi, lähetä se edelleen vastaanottajalle. Poista otsikon alusta ”VL:” tai vastaava.',
  s8rwdk: 'Tallenna sähköpostitiedosto uudelleen: olet muuttanut tukipyyntöä.',
  sdd8x: str`Tallenna ${0} (${1})`,
  sfjx1: 'Gmail, Outlook ja muut selaimessa',
  sluyy: str`Tiedosto on latauksissasi: ${0} (${1})`,
};
