import { str } from '@lit/localize/internal/str-tag.js';
import type { OpeningHours } from '../contract/service.js';
import type { Localization } from '../localization/localization-controller.js';
import { zoneHint } from './opening-text.js';

const WEEKDAYS = '1,2,3,4,5';
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** `ma–pe`, `la` or `ma, ke` for ISO weekdays in order. */
function dayNames(days: readonly number[], language: string): string {
  const format = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const [first = 1, ...others] = days;
  const last = others.at(-1) ?? first;
  const at = (day: number) => MONDAY + (day - 1) * DAY;
  return last - first === others.length ? format.formatRange(at(first), at(last)) : days.map((day) => format.format(at(day))).join(', ');
}

/**
 * One sentence: when the telephone is answered in a week like any other. It says nothing of today, so it holds where
 * the closed days are not known.
 */
export function weeklyHoursText(l10n: Localization, { weekly, timeZone }: OpeningHours): string {
  const { msg, formats, language } = l10n;
  const time = (clock: string) => formats.time(new Date(`2024-01-01T${clock}Z`), 'UTC');
  const timesOfDays = new Map<string, string[]>();
  for (const { days, from, to } of weekly.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const key = days.toSorted().join();
    timesOfDays.set(key, [...(timesOfDays.get(key) ?? []), `${time(from)}–${time(to)}`]);
  }
  const zone = zoneHint(l10n, new Date(), timeZone);
  const onWeekdays = timesOfDays.get(WEEKDAYS);
  if (onWeekdays && timesOfDays.size === 1) {
    const times = formats.list(onWeekdays) + zone;
    return msg(str`The telephone service is open on weekdays at ${times}.`);
  }
  const days = [...timesOfDays].map(([key, times]) => `${dayNames(key.split(',').map(Number), language)} ${formats.list(times)}`).join('; ') + zone;
  return msg(str`The telephone service is open: ${days}.`);
}
