import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1hv6d: 'Stäng',
  s7zd85: str`Bilagorna bevarades inte när sidan lämnades. Lägg till dem på nytt: ${0}`,
};
