import type { Language } from '../../../contract/values.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { RequestDesk } from './request-desk.js';

/** What the parts of the element see of it. */
export interface View extends Localization {
  readonly desk: RequestDesk;
}

/** Making one takes longer than using it, and a long list has many moments. */
const formats = new Map<Language, Intl.DateTimeFormat>();

function formatOf(language: Language): Intl.DateTimeFormat {
  const known = formats.get(language) ?? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'medium', timeStyle: 'short' });
  formats.set(language, known);
  return known;
}

/** A day and a time in the reader's own time zone: `5.1.2026 klo 9.05`. */
export const moment = ({ language }: Localization, instant: string): string => formatOf(language).format(new Date(instant));
