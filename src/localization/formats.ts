import type { Language } from '../contract/values.js';

/** Dates, times and lists as a reader of one language writes them. */
export class Formats {
  /**
   * The locale by which figures stand together: British English for its order of day and month and its 24-hour clock; in Finland
   * Swedish has them as Finnish does, and not every browser knows Finland's Swedish.
   */
  readonly figures: string;

  constructor(readonly language: Language) {
    this.figures = language === 'en' ? 'en-GB' : 'fi';
  }

  /** A time of day in a sentence: `9.05` and `12` in Finnish and Swedish, `09:05` in English; in `timeZone`, or the reader's own. */
  time(instant: Date, timeZone?: string): string {
    const time = this.minute(instant, timeZone);
    return this.language === 'en' ? time : time.replace(/\.00$/, '');
  }

  /** A time of day in a list of times, always with its minutes: `12.00`. */
  minute(instant: Date, timeZone?: string): string {
    const hour = this.language === 'en' ? '2-digit' : 'numeric';
    return this.#format(
      this.figures,
      instant,
      { hour, minute: '2-digit', hourCycle: 'h23' },
      timeZone,
    );
  }

  /** A weekday with its date as it stands in a sentence: `maanantaina 5.1.`, `måndag 5 januari`. */
  day(instant: Date, timeZone?: string): string {
    const locale = this.language === 'sv' ? 'sv' : this.figures;
    return this.#format(
      locale,
      instant,
      { weekday: 'long', day: 'numeric', month: this.language === 'fi' ? 'numeric' : 'long' },
      timeZone,
    );
  }

  /** `a, b ja c`. Names from data stay in the nominative. */
  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.language, { type: 'conjunction' }).format(parts);
  }

  #format(
    locale: string,
    instant: Date,
    options: Intl.DateTimeFormatOptions,
    timeZone?: string,
  ): string {
    return new Intl.DateTimeFormat(locale, { ...options, ...(timeZone && { timeZone }) }).format(
      instant,
    );
  }
}
