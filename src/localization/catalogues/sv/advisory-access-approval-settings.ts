import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1ap3k: 'Försök på nytt',
  s1ijci: 'Ge ännu en person rätt att bevilja. Nu kan bara en person göra det, så inga begäranden kan godkännas.',
  s1tb2i: 'Hämtar…',
  s4j1cu: 'Sparar…',
  s4y2ha: 'Ändringar',
  s5fbf0: 'Två personer',
  s5tm55: 'Valet sparades inte. Välj på nytt.',
  s6dyqx: 'En person',
  s6sgxk: 'Sparat.',
  s6y2ki: str`${0}: ${1}, högst ${2} h`,
  s87qs3: 'Rättigheten godkänns av',
  s8e908: 'Inställningarna kunde inte laddas.',
};
