import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s1ap3k: 'Försök på nytt',
  s1o0u: '1 väntar på godkännande',
  s1tb2i: 'Hämtar…',
  s2xdon: 'Inställningar',
  s44ofs: 'Inga begäranden om rådgivningsrättigheter. Nya begäranden visas här automatiskt.',
  s5es4e: str`${0} väntar på godkännande`,
  s5tkgo: 'Rådgivningsrättigheter',
  s6t5dm: 'Ladda om sidan om den här delen inte snart visas.',
};
