import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s14izr: 'Öppna den ofärdiga bilden på nytt och välj Klar eller Avbryt.',
  s25gfl: 'Kontrollera nätverksanslutningen och försök på nytt: bilden bifogades inte.',
  s2vmjc: 'valfritt',
  s34kl2: str`${0}, sedan ${1}`,
  s4h9h2: 'Vänta en stund: en bild bearbetas ännu.',
  s6zu9u: 'Klistra in',
  s8nuxn: 'Släpp filerna här',
  s94vcb: 'Bilden bearbetas…',
  s9kkjx: 'Bildtext',
  s9lj7h: 'Bifoga minst en bild.',
  sf1d0: 'Ta en skärmbild',
  sivpa: 'Bilder',
  szo51: 'Välj filer',
};
