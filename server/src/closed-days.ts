/**
 * The weekdays on which a Finnish customer service is closed: the public holidays that fall on a weekday, Midsummer
 * Eve and Christmas Eve. Easter and all that follows from it are computed; days are `2026-04-03`.
 */

const DAY = 86_400_000;

const day = (year: number, month: number, date: number): Date =>
  new Date(Date.UTC(year, month - 1, date));
const later = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY);
const isWeekday = (date: Date): boolean => date.getUTCDay() >= 1 && date.getUTCDay() <= 5;

/** Easter Sunday by the Gregorian calendar (the anonymous algorithm, as Meeus gives it). */
export function easterSunday(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return day(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The Friday between 19 and 25 June. */
function midsummerEve(year: number): Date {
  const from = day(year, 6, 19);
  return later(from, (5 - from.getUTCDay() + 7) % 7);
}

/** The closed weekdays of one year, in order. */
export function closedDays(year: number): string[] {
  const easter = easterSunday(year);
  return [
    day(year, 1, 1),
    day(year, 1, 6),
    later(easter, -2),
    later(easter, 1),
    day(year, 5, 1),
    later(easter, 39),
    midsummerEve(year),
    day(year, 12, 6),
    day(year, 12, 24),
    day(year, 12, 25),
    day(year, 12, 26),
  ]
    .filter(isWeekday)
    .sort((one, other) => one.getTime() - other.getTime())
    .map((date) => date.toISOString().slice(0, 10))
    .filter((date, index, all) => date !== all[index - 1]);
}
