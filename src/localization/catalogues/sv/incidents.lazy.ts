import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s173t: 'Handböcker',
  s1ap3k: 'Försök på nytt',
  s1fd31: 'Inga öppna störningsmeddelanden.',
  s1m88e: 'Visa',
  s1ulks: str`Började ${0} kl. ${1}.`,
  s2b8nn: 'Forum',
  s3p6za: str`Började i dag kl. ${0}.`,
  s4605b: 'Läs störningsmeddelandet',
  s5kcjb: str`Störningsmeddelande 1/${0}: ${1}`,
  s5x6nh: 'Störningsmeddelanden',
  s67p3u: 'Samma problem',
  s80p0s: 'Stäng',
  s8s12: str`Störningsmeddelande: ${0}`,
  s8xvtv: 'Mitt ärende gäller något annat',
  s9h6y3: str`Samma problem: ${0}`,
  sko9w: 'Störningsmeddelandena kunde inte hämtas.',
  syj51: str`Visa alla ${0}`,
};
