import type { Formats } from './formats.js';

/** A date with its year: `5.1.2026`, or in English `5 January 2026`. */
export const dateText = ({ language, locale }: Formats, instant: Date): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: language === 'en' ? 'long' : 'numeric', year: 'numeric' }).format(instant);
