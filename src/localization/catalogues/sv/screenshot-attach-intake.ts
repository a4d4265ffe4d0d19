import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1ca8j: str`Bilder som togs ur ”${0}”: ${1}. Lämnades bort: ${2}, eftersom det får finnas högst ${3} bilagor. Ta först bort bilagor och lägg till dokumentet igen, eller klistra in de bilder som saknas.`,
  s1nj4h: str`Former, textrutor och annat som ligger över bilder i ”${0}” följde inte med. Kontrollera att inget som de dolde syns i bilderna; täck det med Redigera.`,
  s2h23u: str`”${0}” är skadad eller ofullständig, så den kan inte visas. Ta skärmbilden eller spara filen på nytt.`,
  s2mq7u: str`”${0}” är för stor: en fil får vara högst ${1}. Ta en skärmbild av ett mindre område, eller spara filen mindre.`,
  s2z193: str`”${0}” är skyddad. Om det behövs ett lösenord för att öppna den kan supporten inte läsa den: spara den utan lösenord och bifoga den filen i stället.`,
  s340qb: str`”${0}” bifogades inte: webbläsarens spårningsskydd ger brus i stället för bilden. Tillåt den här sidan att läsa canvasdata via ikonen bredvid adressen och lägg till bilden på nytt, eller använd en annan webbläsare.`,
  s3g4l3: str`”${0}” är sparad i Words gamla format. Spara den i formatet .docx, eller kopiera bilderna och klistra in dem direkt här.`,
  s3xks5: str`”${0}” kunde inte läsas. Den kan vara en mapp, eller så har den flyttats. Välj filen på nytt.`,
  s5yxp: str`”${0}” är en för stor bild: den får ha högst ${1} bildpunkter, och en sida högst ${2}. Ta en skärmbild av ett mindre område.`,
  s6nj9h: str`”${0}” innehåller mer än vad som kan öppnas säkert här. Kopiera bilderna i dokumentet och klistra in dem direkt här.`,
  s6vpbn: str`”${0}” kan inte bifogas, eftersom filtypen inte godkänns. Godkända typer: ${1}. Ta en skärmbild av det du vill visa, eller spara filen som någon av de här typerna.`,
  s6wqvx: str`Den del som öppnar Word-dokument kunde inte laddas, så ”${0}” lämnades bort. Kontrollera nätverksanslutningen och försök på nytt, eller kopiera bilderna och klistra in dem direkt här.`,
  s7kzks: str`”${0}” är något annat än vad namnet säger, så filen har inte bifogats. Öppna den i det program som den är gjord med och spara den som en PNG-bild, eller ta en skärmbild av den.`,
  s82pl4: str`”${0}” är en tom fil, så det finns ingenting i den att skicka. Spara filen på nytt eller ta en ny skärmbild.`,
  s842j7: str`Dokumentet ”${0}” visar inga bilder. Ta en skärmbild och klistra in den direkt här.`,
  s8gmc7: str`Dokumentet ”${0}” hänvisar till bilder som finns på andra ställen, och de hämtas inte. Kopiera bilderna och klistra in dem direkt här.`,
  s8rf3m: str`”${0}” kunde inte tas ut: bildens format är ${1}, som inte kan visas här. Kopiera bilden i dokumentet och klistra in den här, eller ta en skärmbild av den.`,
  s8x8rn: str`”${0}” lämnades bort: antalet bilagor får vara högst ${1}. Ta först bort någon bilaga och lägg sedan till filen på nytt.`,
  s96u9o: str`”${0}” lämnades bort: dokumentet visar bara en del av bilden, och den delen kan inte beskäras här. Ta en skärmbild av den och klistra in den här.`,
  s9jimr: str`”${0}” är skyddad med ett lösenord, så bilderna i den kan inte tas ut. Öppna dokumentet, kopiera bilderna och klistra in dem direkt här.`,
  sccaf: str`”${0}” ryms inte längre: bilagorna får vara sammanlagt högst ${1}. Ta bort någon bilaga eller beskär bilder och lägg sedan till filen på nytt.`,
};
