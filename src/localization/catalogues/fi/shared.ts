import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s6a91f8d29a690544: str`Puhelinpalvelu avautuu tänään klo ${0}.`,
  s9aacae6b13b5ba96: str`Puhelinpalvelu avautuu ${0} klo ${1}.`,
  s9c71bb8c1eb30a3d: 'Suomen aikaa',
  s9cb61ceac6ee8f7d: 'Puhelinpalvelu suljettu',
  sa00a9c872daf5aaa: 'Puhelinpalvelu on toistaiseksi suljettu.',
  sa05ab1a38e207401: 'Puhelinpalvelu auki',
  sa8efb2fe6c3d0b04: str`Puhelinpalvelu on auki ja sulkeutuu klo ${0}.`,
};
