import { nothing } from 'lit';
import type { Contact } from '../../../ui/contact.js';
import { openingText } from '../../../ui/opening-text.js';
import { weeklyHoursText } from '../../../ui/weekly-hours.js';
import type { FormView } from '../form-view.js';

/** When the telephone is answered. Whether it is open now can be said only where the closed days are known. */
export function hoursText(view: FormView, { hours }: Contact): string | typeof nothing {
  if (!hours) return nothing;
  return view.opening
    ? openingText(view, view.opening, hours.timeZone)
    : weeklyHoursText(view, hours);
}
