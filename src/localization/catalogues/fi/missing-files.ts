import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1hv6d: 'Sulje',
  s8k1p6: str`Lisää nämä liitteet uudelleen: ${0}. Ne eivät säilyneet, kun poistuit sivulta.`,
};
