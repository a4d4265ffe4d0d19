import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s1mtb: '1 begäran om rådgivningsrättigheter väntar på godkännande',
  s4sbqr: str`${0} begäranden om rådgivningsrättigheter väntar på godkännande`,
};
