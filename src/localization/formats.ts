import type { Language } from '../contract/values.js';

/** Dates, times, sizes and lists as a reader of one language writes them. */
export class Formats {
  constructor(readonly language: Language) {}

  /** A size in decimal units: `2,4 Mt`. */
  bytes(bytes: number): string {
    const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
    const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
    const unit = units[step] ?? 'byte';
    const value = bytes / 1000 ** step;
    const format = { style: 'unit', unit, unitDisplay: step ? 'short' : 'long', maximumFractionDigits: value < 10 && step ? 1 : 0 } as const;
    return new Intl.NumberFormat(this.language, format).format(value);
  }

  /** A time of day: `9.05` and `12` in Finnish, `13:05` in English; in `timeZone`, or the reader's own. */
  time(instant: Date, timeZone?: string): string {
    const time = this.#format(instant, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }, timeZone);
    return this.language === 'en' ? time : time.replace(/[.:]00$/, '');
  }

  /** A weekday with its date: `maanantai 5.1.` */
  day(instant: Date, timeZone?: string): string {
    return this.#format(instant, { weekday: 'long', day: 'numeric', month: this.language === 'fi' ? 'numeric' : 'long' }, timeZone);
  }

  /** A date with its time: `5.1.2026 klo 9.05`. */
  dateTime(instant: Date, timeZone?: string): string {
    return this.#format(instant, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }, timeZone);
  }

  /** `a, b ja c`. Names from data stay in the nominative. */
  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.language, { type: 'conjunction' }).format(parts);
  }

  #format(instant: Date, options: Intl.DateTimeFormatOptions, timeZone?: string): string {
    // British English for its order of day and month and its 24-hour clock.
    const locale = this.language === 'en' ? 'en-GB' : this.language;
    return new Intl.DateTimeFormat(locale, { ...options, ...(timeZone && { timeZone }) }).format(instant);
  }
}
