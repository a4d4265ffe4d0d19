import type { Language } from '../contract/values.js';

/** Dates, times and lists as a reader of one language writes them. */
export class Formats {
  constructor(readonly language: Language) {}

  /** A time of day: `9.05` and `12` in Finnish, `09:05` in English; in `timeZone`, or the reader's own. */
  time(instant: Date, timeZone?: string): string {
    const hour = this.language === 'en' ? '2-digit' : 'numeric';
    const time = this.#format(instant, { hour, minute: '2-digit', hourCycle: 'h23' }, timeZone);
    return this.language === 'en' ? time : time.replace(/[.:]00$/, '');
  }

  /** A weekday with its date as it stands in a sentence: `maanantaina 5.1.` */
  day(instant: Date, timeZone?: string): string {
    return this.#format(instant, { weekday: 'long', day: 'numeric', month: this.language === 'fi' ? 'numeric' : 'long' }, timeZone);
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
