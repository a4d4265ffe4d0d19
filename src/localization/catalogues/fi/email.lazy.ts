import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s17m8p: 'Näin teet omassa sähköpostiohjelmassasi',
  s1zcm4: 'Avaa sähköposti ilman liitteitä',
  s22f1v: 'Avaa nyt sähköpostitiedosto ja lähetä se',
  s2akf5: 'Vastaanottaja:',
  s2d3x4: 'osoite ei ole tiedossa, lisää se itse',
  s3xuqe: 'Olet muuttanut tukipyyntöä tämän jälkeen. Tallenna se uudelleen sähköpostitiedostona.',
  s4cqvi: 'Kirjoita vastaanottajalle uusi sähköposti samalla otsikolla, liitä tallennettu tiedosto siihen ja lähetä.',
  s4ij23: 'Otsikko:',
  s4nxxr: 'Tallenna liitteet, avaa sähköposti ilman niitä ja lisää ne siihen. Liitteet, jotka eivät mahdu mukaan, voit lähettää toisessa sähköpostissa samalla otsikolla.',
  s4qvhu: str`Liitteineen se olisi ${0}; sähköpostipalvelimet ottavat vastaan enintään ${1}.`,
  s5w3yg: 'Perinteinen Outlook, Thunderbird',
  s6rher: 'Tiedosto avautuu lähetystä odottavana sähköpostina, jossa liitteet ovat mukana. Tarkista se ja lähetä.',
  s6vxuc: str`Selain tallentaa sen lataustesi joukkoon: ${0} (${1})`,
  s7t1uz: 'Uusi Outlook, Macin Mail',
  sdd8x: str`Tallenna ${0} (${1})`,
  sfjx1: 'Gmail, Outlook ja muut selaimessa',
  sqs5k: 'Sähköpostista tulisi liian suuri',
  swxsb: 'Jos tiedosto avautuu vain luettavaksi, lähetä se edelleen vastaanottajalle. Poista otsikon alusta ”VL:” tai vastaava.',
};
