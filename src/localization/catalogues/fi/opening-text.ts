import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s3dnx6: 'Puhelinpalvelu suljettu',
  s3iwy7: 'Suomen aikaa',
  s5bfhr: 'Puhelinpalvelu auki',
  s5ly4l: str`Puhelinpalvelu avautuu tänään klo ${0}.`,
  s5mbqf: str`Puhelinpalvelu on auki ja sulkeutuu klo ${0}.`,
  s7mdag: str`Puhelinpalvelu avautuu ${0} klo ${1}.`,
  s903or: 'Puhelinpalvelu on toistaiseksi suljettu.',
};
