import type { OpeningHours } from './service.js';

/** Whether the telephone is answered now, and when that changes next. */
export type Opening =
  | { readonly open: true; readonly closesAt: Date }
  /** `opensAt` is missing when nothing opens within the year that is looked at. */
  | { readonly open: false; readonly opensAt?: Date };

/** Whether there is a time zone of this name. The first answer takes a browser long, so pages look at the clock of one when they show it. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const DAY = 86_400_000;
const DAYS_AHEAD = 366;

interface Reading {
  /** `2026-01-05` */
  readonly date: string;
  /** Milliseconds since the epoch of the same wall-clock reading taken as UTC. */
  readonly asUtc: number;
}

/** What the clocks of a time zone show at an instant. */
type WallClock = (instant: number) => Reading;

function wallClockOf(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en', {
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
  });
  return (instant) => {
    const parts = format.formatToParts(instant);
    const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
    const date = `${part('year')}-${part('month')}-${part('day')}`;
    return {
      date,
      asUtc: Date.parse(`${date}T${part('hour')}:${part('minute')}:${part('second')}Z`),
    };
  };
}

/** The instant at which the clocks show `time` on `date`; a time that a clock change skips is the one after it. */
function instantAt(date: string, time: string, read: WallClock): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wanted = Date.parse(`${date}T00:00:00Z`) + (hours * 60 + minutes) * 60_000;
  const missing = (instant: number) => wanted - read(instant).asUtc;
  // The first step finds the offset near the wanted time, the second corrects it across a clock change.
  const near = wanted + missing(wanted);
  const found = near + missing(near);
  return missing(found) ? Math.max(near, found) : found;
}

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

const weekday = (date: string): number => new Date(date).getUTCDay() || 7;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The spans of one day as instants, in order. One that a clock change skips whole is none. */
function spansOn(date: string, { weekly, closedDates }: OpeningHours, read: WallClock): Span[] {
  if (closedDates.includes(date)) return [];
  return weekly
    .filter(({ days }) => days.includes(weekday(date)))
    .map(({ from, to }) => ({ from: instantAt(date, from, read), to: instantAt(date, to, read) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}

/** The spans from a day on, in order, computed as they are asked for. Spans that touch are one, at midnight too. */
function* spansFrom(date: string, hours: OpeningHours, read: WallClock): Generator<Span> {
  let span: Span | undefined;
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    for (const next of spansOn(addDays(date, ahead), hours, read)) {
      if (span && next.from > span.to) {
        yield span;
        span = next;
      } else {
        span = { from: span?.from ?? next.from, to: Math.max(span?.to ?? 0, next.to) };
      }
    }
  }
  if (span) yield span;
}

/**
 * Computes whether the telephone is answered at `now`, from the opening hours that the endpoint gives
 * [guide 1.2.2: weekdays 9–12 and 13–16 in Finland]. The reader's own time zone plays no part.
 *
 * @throws RangeError where the time zone isn't known here
 */
export function openingAt(hours: OpeningHours, now: Date): Opening {
  const read = wallClockOf(hours.timeZone);
  for (const { from, to } of spansFrom(read(now.getTime()).date, hours, read)) {
    if (now.getTime() >= to) continue;
    return now.getTime() >= from
      ? { open: true, closesAt: new Date(to) }
      : { open: false, opensAt: new Date(from) };
  }
  return { open: false };
}
