import { str } from '@lit/localize/internal/str-tag.js';
import { dateText } from '../../../localization/date.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { SupportRequestStore } from '../support-request-store.js';

/** What the parts of the element see of it. */
export interface ListView extends Localization {
  readonly store: SupportRequestStore;
}

/** A day and a time in the reader's own time zone: `5.1.2026 klo 9.05`. */
export function instantText({ msg, formats }: Localization, instant: string): string {
  const at = new Date(instant);
  const [day, time] = [dateText(formats, at), formats.time(at)];
  return msg(str`${day} at ${time}`);
}
