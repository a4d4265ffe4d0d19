import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s1d5yi: str`${0} h`,
  s1ijci: 'Ge ännu en person rätt att bevilja. Nu kan bara en person göra det, så inga begäranden kan godkännas.',
  s49qwx: str`${0} h ${1} min`,
  s4j1cu: 'Sparar…',
  s4y2ha: 'Ändringar',
  s5fbf0: 'Två personer',
  s5tm55: 'Valet sparades inte. Välj på nytt.',
  s6dyqx: 'En person',
  s6sgxk: 'Sparat.',
  s6y2ki: str`${0}: ${1}, högst ${2} h`,
  s6yqa6: str`${0} min`,
  s7kr7h: str`i morgon kl. ${0}`,
  s87qs3: 'Rättigheten godkänns av',
  s8e908: 'Inställningarna kunde inte laddas.',
  s8gwi4: str`i dag kl. ${0}`,
  sz82u: str`${0} kl. ${1}`,
};
