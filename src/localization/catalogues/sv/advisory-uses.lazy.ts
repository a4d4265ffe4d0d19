import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s18e9l: 'Sök på person, företag eller beskrivning',
  s1x9cj: 'Företagsnummer',
  s2g02p: str`${0} gånger`,
  s2h6n9: 'Användningen har sparats.',
  s2rqs1: str`Första användningen (${0})`,
  s3i08e: 'Rättighet',
  s40hve: 'Beskrivning',
  s4ear4: str`Senaste användningen (${0})`,
  s4t4xy: 'Läst',
  s5diqo: 'Ändrad',
  s6kt7: str`${0}: ${1}`,
  s6zgvp: 'Spara som CSV',
  s7jigs: str`Hittades: ${0}`,
  s7k5cf: 'Företag',
  s7minf: 'Person',
  s7yq6m: 'Okänt',
  s8sym7: 'Användning',
  s94pk2: 'Visa tidigare användningar',
  s9e83j: 'Tidigare användning visas i listan.',
  s9hwsg: 'Försök igen: tidigare användning kunde inte hämtas.',
  shox7: 'Delområde',
  si7od: 'Ingen användning hittades.',
};
