import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s3f781: str`${0} odottaa hyväksyntää`,
  s6ebc9: 'Haetaan…',
  s9db9d: '1 odottaa hyväksyntää',
  sb0299: 'Neuvontaoikeudet',
  sb9f21: 'Neuvontaoikeuksia ei ole pyydetty. Pyyntö tulee tähän näkyviin itsestään.',
};
