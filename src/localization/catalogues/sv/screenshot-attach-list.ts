import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s18365: str`Borttagen: ${0}`,
  s1b9g0: 'Ta bort',
  s1hv6d: 'Stäng',
  s1jjek: str`Inget svar. Skickas på nytt (${0}/${1}).`,
  s1nc9j: 'redo att skickas',
  s1wwhz: 'Kontrollera nätverksanslutningen och försök på nytt: redigeraren kunde inte laddas. Bilden är oförändrad.',
  s23etm: 'Avbryt',
  s2iqls: 'Filens beskrivning',
  s2k9gc: str`Bifogad: ${0}`,
  s2qhe6: 'Öppna på nytt',
  s2v43i: str`Flytta uppåt: ${0}`,
  s2vmjc: 'valfritt',
  s2zov5: str`Redigera: ${0}`,
  s3myle: str`Ej klar: ${0}`,
  s3qlkt: str`Ingen skärmbild togs. Om webbläsaren eller datorn inte tillåter det, tryck på ${0} och sedan på ${1} + V.`,
  s4g47e: 'Ångra',
  s4nmmz: 'konfidentiella ställen täcktes inte över automatiskt, eftersom bilden är av ett annat fönster',
  s50qe4: str`Inte bifogad: ${0}`,
  s7llkc: 'Redigera',
  s8bc7n: 'Skärmbild',
  s8p1yt: str`${0} ställen övertäckta`,
  s8tmij: str`Ta bort ${0}`,
  s8y4m2: str`Flytta nedåt: ${0}`,
  s9d1qy: 'Ta först en bild, till exempel med tangenten Print Screen: det finns ingen i urklipp.',
  s9kt5u: str`Laddas upp: ${0}`,
  s9kxs5: 'Skicka på nytt',
  s9qzny: str`Plats ${0} av ${1}`,
  s9y7vp: str`Tryck i stället på ${0} + V: webbläsaren lät inte sidan läsa urklipp.`,
  sd6g6: '1 ställe övertäckt',
  slqub: 'Ta bort filen och bifoga en mindre, eller skicka ärendet per e-post: filen är för stor för den här anslutningen.',
  syp0y: 'Klicka på platsen för bilden och klistra in på nytt: sidan har flera platser för bilder.',
};
