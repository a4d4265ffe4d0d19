import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1eepq: str`”${0}” lämnades bort: formatet ${1} kan inte visas här. Kopiera bilden i dokumentet och klistra in den här, eller ta en skärmbild av den.`,
  s1skb5: str`”${0}” bifogades inte: innehållet motsvarar inte namnet. Öppna den i programmet som den är gjord med och spara den som en PNG-bild, eller ta en skärmbild av den.`,
  s2d60c: str`”${0}” lämnades bort: dokumentet visar bara en del av bilden, och den kan inte beskäras här. Ta en skärmbild av den delen och klistra in den här.`,
  s2dpuu: str`Kopiera bilderna i dokumentet som har infogats i ”${0}” och klistra in dem här: det infogade dokumentet kan inte öppnas här.`,
  s2quz5: str`Bilder ur ”${0}”: ${1}. Lämnades bort: ${2}, eftersom det får finnas högst ${3} bilagor. Ta bort bilagor och lägg till dokumentet på nytt, eller klistra in bilderna som saknas.`,
  s3oqbm: str`Kopiera bilderna i ”${0}” och klistra in dem här: dokumentet innehåller bara länkar till dem.`,
  s3wl08: str`”${0}” är skadad eller ofullständig. Ta skärmbilden eller spara filen på nytt.`,
  s4bqei: str`”${0}” lämnades bort: det får finnas högst ${1} bilagor. Ta bort en bilaga och lägg till filen på nytt.`,
  s4gtof: str`”${0}” kunde inte läsas: den är en mapp eller har flyttats. Välj den på nytt.`,
  s4i1xu: str`”${0}” är en tom fil. Spara den på nytt eller ta en ny skärmbild.`,
  s4imls: str`”${0}” är för stor: en fil får vara högst ${1}. Ta en skärmbild av ett mindre område eller spara en mindre fil.`,
  s5msju: str`”${0}” bifogades inte: webbläsarens spårningsskydd förvränger bilden. Tillåt sidan att läsa canvasdata via ikonen bredvid adressen och lägg till bilden på nytt, eller använd en annan webbläsare.`,
  s5wpdk: str`”${0}” lämnades bort: Word-dokument kan inte öppnas just nu. Kontrollera nätverksanslutningen och försök på nytt, eller kopiera bilderna och klistra in dem här.`,
  s6d624: str`Bara den första bilden i animationen ”${0}” bifogades. Ta skärmbilder av de andra viktiga stegen.`,
  s6rvx9: str`”${0}” är för stor: en bild får ha högst ${1} bildpunkter och en sida ${2}. Ta en skärmbild av ett mindre område.`,
  s737zc: str`”${0}” är skyddad. Om den kräver lösenord för att öppnas, spara den utan lösenord och bifoga den filen.`,
  s73o1x: str`”${0}” är lösenordsskyddad. Öppna dokumentet, kopiera bilderna och klistra in dem här.`,
  s7kfxq: str`”${0}” är för omfattande för att öppnas säkert. Kopiera bilderna i dokumentet och klistra in dem här.`,
  s7oplh: str`Det finns inga bilder i dokumentet ”${0}”. Ta en skärmbild och klistra in den här.`,
  s7xznv: str`”${0}” är i Words gamla format. Spara den i formatet .docx, eller kopiera bilderna och klistra in dem här.`,
  s8cnj7: str`”${0}” förminskades. Om texten inte längre går att läsa, bifoga en skärmbild av ett mindre område.`,
  s8kd: str`Kontrollera bilderna i ”${0}”: former och textrutor ovanpå dem följde inte med. Täck över det som de dolde med Redigera.`,
  s9il5y: str`”${0}” bifogades inte: webbläsaren kan inte visa den. Öppna den i ett annat program och spara den som PNG-bild, eller ta en skärmbild av den.`,
  s9oswf: str`”${0}” ryms inte: bilagorna får vara sammanlagt högst ${1}. Ta bort en bilaga eller beskär bilder och lägg till filen på nytt.`,
  scqbs: str`”${0}” kan inte bifogas: filtypen godkänns inte. Ta en skärmbild av den eller spara den i något av de här formaten: ${1}.`,
};
