import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1hv6d: 'Stäng',
  s8k1p6: str`Lägg till de här bilagorna på nytt: ${0}. De sparades inte när du lämnade sidan.`,
};
