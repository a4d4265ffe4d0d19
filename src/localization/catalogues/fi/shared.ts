import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s091f6: str`arkisin klo ${0}`,
  s2183e: str`Puhelinpalvelu on auki ${0}`,
  s6a91f: str`Puhelinpalvelu avautuu tänään klo ${0}.`,
  s9aaca: str`Puhelinpalvelu avautuu ${0} klo ${1}.`,
  s9c71b: 'Suomen aikaa',
  s9cb61: 'Puhelinpalvelu suljettu',
  sa00a9: 'Puhelinpalvelu on toistaiseksi suljettu.',
  sa05ab: 'Puhelinpalvelu auki',
  sa8efb: str`Puhelinpalvelu on auki ja sulkeutuu klo ${0}.`,
};
