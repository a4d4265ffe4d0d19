import type { OpeningHours } from './service.js';

/** Whether the telephone is answered now, and when that changes next. */
export type Opening =
  | { readonly open: true; readonly closesAt: Date }
  /** `opensAt` is missing when nothing opens within the year that is looked at. */
  | { readonly open: false; readonly opensAt?: Date };

const DAY = 86_400_000;
const DAYS_AHEAD = 366;

interface WallClock {
  /** `2026-01-05` */
  readonly date: string;
  /** Milliseconds since the epoch of the same wall-clock reading taken as UTC. */
  readonly asUtc: number;
}

function wallClock(instant: number, timeZone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return { date, asUtc: Date.parse(`${date}T${part('hour')}:${part('minute')}:${part('second')}Z`) };
}

/** The instant at which the clocks of `timeZone` show `time` on `date`; a time that a clock change skips is the one after it. */
function instantAt(date: string, time: string, timeZone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wanted = Date.parse(`${date}T00:00:00Z`) + (hours * 60 + minutes) * 60_000;
  let instant = wanted;
  // The first step finds the offset near the wanted time, the second corrects it across a clock change.
  for (let step = 0; step < 2; step += 1) instant += wanted - wallClock(instant, timeZone).asUtc;
  return instant;
}

const addDays = (date: string, days: number): string => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

const weekday = (date: string): number => new Date(date).getUTCDay() || 7;

/** The spans of one day as instants, in order; spans that touch are one. */
function spansOn(date: string, hours: OpeningHours): { from: number; to: number }[] {
  if (hours.closedDates.includes(date)) return [];
  const spans = hours.weekly
    .filter(({ days }) => days.includes(weekday(date)))
    .map(({ from, to }) => ({ from: instantAt(date, from, hours.timeZone), to: instantAt(date, to, hours.timeZone) }))
    .sort((a, b) => a.from - b.from);
  return spans.reduce<{ from: number; to: number }[]>((merged, span) => {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
    return merged;
  }, []);
}

/**
 * Computes whether the telephone is answered at `now`, from the opening hours that the endpoint gives
 * [guide 1.2, step 2: weekdays 9–12 and 13–16 in Finland]. The reader's own time zone plays no part.
 */
export function openingAt(hours: OpeningHours, now: Date): Opening {
  const today = wallClock(now.getTime(), hours.timeZone).date;
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    for (const { from, to } of spansOn(addDays(today, ahead), hours)) {
      if (now.getTime() >= to) continue;
      return now.getTime() >= from ? { open: true, closesAt: new Date(to) } : { open: false, opensAt: new Date(from) };
    }
  }
  return { open: false };
}
