import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s11n53: 'Någon ringde mig',
  s1ap3k: 'Försök på nytt',
  s1ixct: 'Ladda om sidan eller ring oss, eftersom den här delen inte kunde laddas:',
  s1s6t: 'Du ser hela tiden vad som görs på din dator.',
  s1tb2i: 'Hämtar…',
  s2dlo4: 'Ladda inte ner programmet',
  s390we: str`Vi svarar i telefon ${0}`,
  s3iwy7: 'finsk tid',
  s3k2zm: 'Vem ringde?',
  s45wqf: str`vardagar kl.\u00a0${0}`,
  s4ax6q: 'Avsluta samtalet och ring oss:',
  s5k386: 'Då vet du att du talar med Vismas kundtjänst.',
  s68l5q: 'Om någon ringde dig eller om du är osäker, avsluta samtalet och ring oss:',
  s6jj28: 'Anslutningen öppnas alltid på ditt initiativ.',
  s6p2a5: 'Anslutningen är krypterad.',
  s7ort4: 'Ladda inte ner något innan du vet vem du talar med',
  s8jd17: 'Jag ringde Visma',
  s9760x: 'Detta är allmänna uppgifter: det finns ingen anslutning till kundtjänsten.',
  s9sn9u: 'Fjärrsupport',
  sx3fg: 'Båda parter kan när som helst bryta anslutningen.',
};
