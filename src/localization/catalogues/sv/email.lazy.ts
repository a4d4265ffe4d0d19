import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s10tpp: 'Spara bilagorna, öppna e-postmeddelandet utan dem och lägg till dem i det. Skicka resten i ett annat meddelande med samma rubrik.',
  s17m8p: 'Så gör du i ditt e-postprogram',
  s1zcm4: 'Öppna e-postmeddelandet utan bilagor',
  s22f1v: 'Öppna nu e-postfilen och skicka den',
  s2akf5: 'Mottagare:',
  s2s099: 'Filen öppnas som ett e-postmeddelande med bilagorna, klart att skickas. Kontrollera det och skicka det.',
  s3663g: 'lägg till adressen själv',
  s4cqvi: 'Skriv ett nytt e-postmeddelande till mottagaren med samma rubrik, bifoga den sparade filen och skicka det.',
  s5w3yg: 'Klassiska Outlook, Thunderbird',
  s65cxe: 'E-postmeddelandet är för stort',
  s79zd6: str`Storleken med bilagorna är ${0}. E-postservrar tar emot högst ${1}.`,
  s7t1uz: 'Nya Outlook, Mail på Mac',
  s7tovd: 'Om filen bara öppnas för läsning, vidarebefordra den till mottagaren. Ta bort ”VB:” eller motsvarande i början av rubriken.',
  s8rwdk: 'Spara e-postfilen på nytt: du har ändrat ärendet.',
  sdd8x: str`Spara ${0} (${1})`,
  sfjx1: 'Gmail, Outlook och andra i webbläsaren',
  sluyy: str`Filen finns bland dina nedladdningar: ${0} (${1})`,
};
