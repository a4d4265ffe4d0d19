import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s11n53: 'Någon ringde mig',
  s1tb2i: 'Hämtar…',
  s2dlo4: 'Ladda inte ner programmet',
  s2zhw0: 'Du ser hela tiden vad som görs på din dator.',
  s3k2zm: 'Vem ringde?',
  s4ax6q: 'Avsluta samtalet och ring oss:',
  s538v8: 'Om någon ringde dig eller om du är osäker, avsluta samtalet och ring oss:',
  s5k386: 'Då vet du att du talar med Vismas kundtjänst.',
  s6p2a5: 'Anslutningen är krypterad.',
  s6w6g9: 'Det finns ingen anslutning till kundtjänsten. Detta är de allmänna uppgifterna om fjärrsupport.',
  s78ubp: 'Ladda inte ner något innan du vet vem du talar med',
  s85led: 'Anslutningen öppnas alltid på ditt initiativ.',
  s8a19z: 'Den här delen kunde inte laddas. Ladda om sidan eller ring oss:',
  s8jd17: 'Jag ringde Visma',
  s9sn9u: 'Fjärrsupport',
  s9zj0i: 'Båda parter kan när som helst bryta anslutningen.',
};
