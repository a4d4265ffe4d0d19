import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s1d5yi: str`${0}\u00a0h`,
  s2lqf1: 'Välj på nytt: valet sparades inte.',
  s49qwx: str`${0}\u00a0h ${1}\u00a0min`,
  s4j1cu: 'Sparar…',
  s4y2ha: 'Ändringar',
  s5fbf0: 'Två personer',
  s5rskw: str`${0}: antal godkännare ${1}, gäller högst ${2}\u00a0h`,
  s66ri2: 'Antal godkännare',
  s6dyqx: 'En person',
  s6sgxk: 'Sparat.',
  s6yqa6: str`${0}\u00a0min`,
  s7kr7h: str`i morgon kl.\u00a0${0}`,
  s8e908: 'Inställningarna kunde inte hämtas.',
  s8gwi4: str`i dag kl.\u00a0${0}`,
  s98qjm: 'Ge ännu en person rätt att bevilja: nu har bara en den rätten, så inga begäranden kan godkännas.',
  sz82u: str`${0} kl.\u00a0${1}`,
};
