import type { Language } from '../contract/values.js';

/** British English for its order of day and month and its 24-hour clock; Swedish as it is written in Finland. */
const locales: Readonly<Record<Language, string>> = { fi: 'fi', en: 'en-GB', sv: 'sv-FI' };

/** Dates, times and lists as a reader of one language writes them. */
export class Formats {
  /** The language with the country whose dates are meant. */
  readonly locale: string;

  constructor(readonly language: Language) {
    this.locale = locales[language];
  }

  /** A time of day: `9.05` and `12` in Finnish and Swedish, `09:05` in English; in `timeZone`, or the reader's own. */
  time(instant: Date, timeZone?: string): string {
    const hour = this.language === 'en' ? '2-digit' : 'numeric';
    const time = this.#format(instant, { hour, minute: '2-digit', hourCycle: 'h23' }, timeZone);
    return this.language === 'en' ? time : time.replace(/[.:]00$/, '');
  }

  /** A weekday with its date as it stands in a sentence: `maanantaina 5.1.`, `måndag 5 januari`. */
  day(instant: Date, timeZone?: string): string {
    return this.#format(instant, { weekday: 'long', day: 'numeric', month: this.language === 'fi' ? 'numeric' : 'long' }, timeZone);
  }

  /** `a, b ja c`. Names from data stay in the nominative. */
  list(parts: readonly string[]): string {
    return new Intl.ListFormat(this.language, { type: 'conjunction' }).format(parts);
  }

  #format(instant: Date, options: Intl.DateTimeFormatOptions, timeZone?: string): string {
    return new Intl.DateTimeFormat(this.locale, { ...options, ...(timeZone && { timeZone }) }).format(instant);
  }
}
