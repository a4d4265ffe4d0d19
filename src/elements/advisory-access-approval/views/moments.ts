import { str } from '@lit/localize/internal/str-tag.js';
import { dateText } from '../../../localization/date.js';
import { timeText } from '../../../localization/time.js';
import type { Localization } from '../../../localization/localization-controller.js';

const DAY = 24 * 3_600_000;

const midnight = (instant: Date): number =>
  new Date(instant.getFullYear(), instant.getMonth(), instant.getDate()).getTime();

/** Calendar days from `now` to `instant` in the reader's own time zone. */
const daysAhead = (instant: Date, now: Date): number =>
  Math.round((midnight(instant) - midnight(now)) / DAY);

/** A day and a time in a sentence, in the reader's own time zone; `time` is a time or a span. */
function at(l10n: Localization, instant: Date, now: Date, time: string): string {
  const { msg, formats } = l10n;
  const ahead = daysAhead(instant, now);
  if (ahead === 0) return msg(str`today at ${time}`);
  if (ahead === 1) return msg(str`tomorrow at ${time}`);
  if (ahead > 1 && ahead < 7) return msg(str`${formats.day(instant)} at ${time}`);
  return msg(str`${dateText(formats, instant)} at ${time}`);
}

/** `today at 09:05`, with `now` by the clock that counts. */
export const moment = (l10n: Localization, instant: Date, now: Date): string =>
  at(l10n, instant, now, timeText(l10n.formats, instant));

/** `today at 09:05–13:05`, or with both days where it isn't one. */
export function span(l10n: Localization, from: Date, until: Date, now: Date): string {
  const { formats } = l10n;
  if (midnight(from) === midnight(until))
    return at(l10n, from, now, `${timeText(formats, from)}–${timeText(formats, until)}`);
  return `${moment(l10n, from, now)} – ${moment(l10n, until, now)}`;
}

/** How much time is left, in whole minutes: `1 h 12 min`. */
export function remaining({ msg }: Localization, milliseconds: number): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (!hours) return msg(str`${rest} min`);
  return rest ? msg(str`${hours} h ${rest} min`) : msg(str`${hours} h`);
}
