import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s18365: str`Borttagen: ${0}`,
  s1b9g0: 'Ta bort',
  s1dejc: 'Det finns flera platser för bilder på den här sidan. Klicka på den du vill använda och klistra in på nytt.',
  s1hv6d: 'Stäng',
  s1nc9j: 'redo att skickas',
  s23etm: 'Avbryt',
  s2k9gc: str`Bifogad: ${0}`,
  s2qhe6: 'Öppna på nytt',
  s2v43i: str`Flytta uppåt: ${0}`,
  s2vmjc: 'valfritt',
  s2w3bv: 'privata ställen täcktes inte över på förhand, eftersom bilden är av ett annat fönster',
  s2zov5: str`Redigera: ${0}`,
  s3myle: str`Ej klar: ${0}`,
  s3zm6h: str`${0} ställen övertäckta`,
  s4g47e: 'Ångra',
  s50qe4: str`Inte bifogad: ${0}`,
  s5ba05: str`Webbläsaren lät inte den här sidan läsa urklipp. Tryck i stället på ${0} + V.`,
  s6li6p: '1 ställe övertäckt',
  s6o61n: str`Ingen skärmbild togs. Om webbläsaren eller datorn inte tillåter det, tryck på ${0} och sedan på ${1} + V.`,
  s7llkc: 'Redigera',
  s80mn: 'Filen är för stor för anslutningen till supporttjänsten. Ta bort den och bifoga en mindre, eller skicka ärendet per e-post.',
  s8bc7n: 'Skärmbild',
  s8eqtp: 'Redigeringsfönstret kunde inte laddas. Kontrollera nätverksanslutningen och försök på nytt. Bilden är oförändrad.',
  s8g8q0: 'Vad filen innehåller',
  s8tmij: str`Ta bort ${0}`,
  s8y4m2: str`Flytta nedåt: ${0}`,
  s93wid: str`Inget svar kom: försök ${0} av ${1}.`,
  s97ld5: 'Det finns ingen bild i urklipp. Ta först en bild, till exempel med tangenten Print Screen.',
  s9kt5u: str`Laddas upp: ${0}`,
  s9kxs5: 'Skicka på nytt',
  s9qzny: str`Plats ${0} av ${1}`,
};
