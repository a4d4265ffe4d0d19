import type { Language } from '../contract/values.js';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number of bytes as a file manager writes it: `2,4 Mt` in Finnish, `2.4 MB` in English. */
export function fileSize(bytes: number, language: Language): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const unit = UNITS[power] ?? 'byte';
  const text = new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    // A short byte is a lone letter in Finnish, the same as that of an hour.
    unitDisplay: power ? 'short' : 'long',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
  // Some languages have a blank at which a line may break between the number and its unit.
  return text.replace(' ', '\u00a0');
}
