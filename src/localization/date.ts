import type { Formats } from './formats.js';

/** A date with its year: `5.1.2026`, or in English `5 January 2026`. */
export const dateText = ({ language, figures }: Formats, instant: Date): string =>
  new Intl.DateTimeFormat(figures, {
    day: 'numeric',
    month: language === 'en' ? 'long' : 'numeric',
    year: 'numeric',
  }).format(instant);
