import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s17m8p: 'Så gör du i ditt e-postprogram',
  s1zcm4: 'Öppna e-postmeddelandet utan bilagor',
  s22f1v: 'Öppna nu e-postfilen och skicka den',
  s2akf5: 'Mottagare:',
  s2d3x4: 'adressen är inte känd, lägg till den själv',
  s3xuqe: 'Du har ändrat ärendet efter detta. Spara det på nytt som en e-postfil.',
  s4cqvi: 'Skriv ett nytt e-postmeddelande till mottagaren med samma rubrik, bifoga den sparade filen och skicka det.',
  s4ij23: 'Rubrik:',
  s4nxxr: 'Spara bilagorna, öppna e-postmeddelandet utan dem och lägg till dem i det. Bilagor som inte ryms med kan du skicka i ett annat meddelande med samma rubrik.',
  s4qvhu: str`Med bilagorna skulle det bli ${0}; e-postservrar tar emot högst ${1}.`,
  s5w3yg: 'Klassiska Outlook, Thunderbird',
  s6rher: 'Filen öppnas som ett e-postmeddelande som är färdigt att skickas, med bilagorna. Kontrollera meddelandet och skicka det.',
  s6vxuc: str`Webbläsaren sparar den bland dina nedladdade filer: ${0} (${1})`,
  s7t1uz: 'Nya Outlook, Mail på Mac',
  sdd8x: str`Spara ${0} (${1})`,
  sfjx1: 'Gmail, Outlook och andra i webbläsaren',
  sqs5k: 'E-postmeddelandet skulle bli för stort',
  swxsb: 'Om filen bara öppnas för läsning, vidarebefordra den till mottagaren. Ta bort ”VB:” eller motsvarande i början av rubriken.',
};
