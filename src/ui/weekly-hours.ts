import { str } from '@lit/localize/internal/str-tag.js';
import type { OpeningHours } from '../contract/service.js';
import type { Localization } from '../localization/localization-controller.js';

/**
 * One sentence: when the telephone is answered in a week like any other. It says nothing of today, so it holds where the
 * closed days are not known.
 */
export function weeklyHoursText(
  { msg, formats, language }: Localization,
  { weekly, timeZone }: OpeningHours,
): string {
  const at = (day: number, time: string) => new Date(`2024-01-0${day}T${time}Z`);
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const byDays = new Map<string, string[]>();
  for (const { days, from, to } of weekly) {
    const times = [from, to].map((time) => formats.time(at(1, time), 'UTC')).join('–');
    byDays.set(days.join(), [...(byDays.get(days.join()) ?? []), times]);
  }
  const spans = [...byDays].map(([days, times]) => {
    const list = formats.list(times);
    if (days === '1,2,3,4,5') return msg(str`on weekdays ${list}`);
    return `${days
      .split(',')
      .map((day) => weekday.format(at(Number(day), '12:00')))
      .join(', ')} ${list}`;
  });
  const hours = spans.join('; ');
  const isNear = Intl.DateTimeFormat().resolvedOptions().timeZone === timeZone;
  return msg(str`We answer the phone ${hours}`) + (isNear ? '.' : ` (${msg('Finnish time')}).`);
}
