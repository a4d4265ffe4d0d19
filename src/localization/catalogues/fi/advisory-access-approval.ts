import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1tb2i: 'Haetaan…',
  s3xdq1: '1 odottaa hyväksyntää',
  s5tkgo: 'Neuvontaoikeudet',
  s7qik6: 'Neuvontaoikeuksia ei ole pyydetty. Pyyntö tulee tähän näkyviin itsestään.',
  s9g0og: str`${0} odottaa hyväksyntää`,
  s9he76: 'Tätä osaa ei voitu vielä ladata. Lataa sivu uudelleen, jos se ei pian tule näkyviin.',
};
