import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1hv6d: 'Sulje',
  s7zd85: str`Liitteet eivät säilyneet, kun sivulta poistuttiin. Lisää ne uudelleen: ${0}`,
};
