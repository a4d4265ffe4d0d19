import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1tb2i: 'Hämtar…',
  s3xdq1: '1 väntar på godkännande',
  s5tkgo: 'Rådgivningsrättigheter',
  s7qik6: 'Ingen har begärt rådgivningsrättigheter. En begäran visas här automatiskt.',
  s9g0og: str`${0} väntar på godkännande`,
  s9he76: 'Den här delen kunde inte laddas ännu. Ladda om sidan om den inte snart visas.',
};
