import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s23frf: str`Ta en bild: ${0}. Klistra in: ${1}. Du kan också släppa filer här.`,
  s2vmjc: 'valfritt',
  s6zu9u: 'Klistra in från urklipp',
  s7qtn7: 'Den här delen kunde inte laddas, så bilden har inte bifogats. Kontrollera nätverksanslutningen och försök på nytt.',
  s94vcb: 'Bilden behandlas…',
  s9lj7h: 'Bifoga minst en bild.',
  s9m5w6: 'En bild är inte färdig. Öppna den igen och välj Klar eller Avbryt.',
  s9okup: 'En bild behandlas ännu. Vänta en stund.',
  sf1d0: 'Ta en skärmbild',
  sivpa: 'Bilder',
  sv7w3: 'Vad bilden visar',
  szo51: 'Välj filer',
};
