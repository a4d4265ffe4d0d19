import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s1mtb: '1 neuvontaoikeuspyyntö odottaa hyväksyntää',
  s4sbqr: str`${0} neuvontaoikeuspyyntöä odottaa hyväksyntää`,
};
