import type { Localization } from '../../../localization/localization-controller.js';
import type { RequestDesk } from './request-desk.js';

/** What the parts of the element see of it. */
export interface View extends Localization {
  readonly desk: RequestDesk;
}

/** A day and a time in the reader's own time zone: `5.1.2026 klo 9.05`. */
export const moment = ({ language }: Localization, instant: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
