import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import {
  isTimeZone,
  openingAt,
  serviceProfile,
  type Opening,
  type OpeningHours,
} from '../../src/contract/index.js';

const weekdays = [1, 2, 3, 4, 5];
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** As the guide says: weekdays 9–12 and 13–16, in Finland. */
const guide: OpeningHours = {
  timeZone: 'Europe/Helsinki',
  weekly: [
    { days: weekdays, from: '09:00', to: '12:00' },
    { days: weekdays, from: '13:00', to: '16:00' },
  ],
  closedDates: [],
};

const spans = (...weekly: OpeningHours['weekly']): OpeningHours => ({ ...guide, weekly });

const told = (opening: Opening): string =>
  opening.open
    ? `open until ${opening.closesAt.toISOString()}`
    : `closed until ${opening.opensAt?.toISOString() ?? 'further notice'}`;

const at = (instant: string, hours = guide): string => told(openingAt(hours, new Date(instant)));

/** What the opening hours must say wherever the reader's computer stands. */
function tests(): void {
  it('is open from nine o’clock sharp, to the second', () => {
    assert.equal(at('2026-01-05T06:59:59.999Z'), 'closed until 2026-01-05T07:00:00.000Z');
    assert.equal(at('2026-01-05T07:00:00Z'), 'open until 2026-01-05T10:00:00.000Z');
  });

  it('is closed over lunch, to the second', () => {
    assert.equal(at('2026-01-05T09:59:59.999Z'), 'open until 2026-01-05T10:00:00.000Z');
    assert.equal(at('2026-01-05T10:00:00Z'), 'closed until 2026-01-05T11:00:00.000Z');
    assert.equal(at('2026-01-05T10:59:59.999Z'), 'closed until 2026-01-05T11:00:00.000Z');
    assert.equal(at('2026-01-05T11:00:00Z'), 'open until 2026-01-05T14:00:00.000Z');
  });

  it('is closed from four o’clock until the next morning, on Friday until Monday', () => {
    assert.equal(at('2026-01-05T14:00:00Z'), 'closed until 2026-01-06T07:00:00.000Z');
    assert.equal(at('2026-01-09T14:00:00Z'), 'closed until 2026-01-12T07:00:00.000Z');
    assert.equal(at('2026-01-11T12:00:00Z'), 'closed until 2026-01-12T07:00:00.000Z');
  });

  it('passes over closed days', () => {
    const hours = { ...guide, closedDates: ['2026-12-24', '2026-12-25'] };
    assert.equal(at('2026-12-23T15:00:00Z', hours), 'closed until 2026-12-28T07:00:00.000Z');
    assert.equal(at('2026-12-24T08:00:00Z', hours), 'closed until 2026-12-28T07:00:00.000Z');
  });

  it('knows the day in Finland where it is another one elsewhere', () => {
    const hours = { ...guide, closedDates: ['2026-01-06'] };
    assert.equal(at('2026-01-05T22:30:00Z', hours), 'closed until 2026-01-07T07:00:00.000Z');
    assert.equal(at('2026-01-04T21:59:59Z'), 'closed until 2026-01-05T07:00:00.000Z');
  });

  it('keeps nine o’clock over both clock changes of 2026 and 2027', () => {
    assert.equal(at('2026-03-27T14:00:00Z'), 'closed until 2026-03-30T06:00:00.000Z');
    assert.equal(at('2026-10-23T13:00:00Z'), 'closed until 2026-10-26T07:00:00.000Z');
    assert.equal(at('2027-03-26T14:00:00Z'), 'closed until 2027-03-29T06:00:00.000Z');
    assert.equal(at('2027-10-29T13:00:00Z'), 'closed until 2027-11-01T07:00:00.000Z');
  });

  it('counts an hour less or more on the night of a clock change', () => {
    const night = spans({ days: [7], from: '02:00', to: '06:00' });
    assert.equal(at('2026-03-29T00:00:00Z', night), 'open until 2026-03-29T03:00:00.000Z');
    assert.equal(at('2026-10-24T23:00:00Z', night), 'open until 2026-10-25T04:00:00.000Z');
    assert.equal(at('2027-03-28T00:00:00Z', night), 'open until 2027-03-28T03:00:00.000Z');
    assert.equal(at('2027-10-30T23:00:00Z', night), 'open until 2027-10-31T04:00:00.000Z');
  });

  it('takes a time that a clock change skips for the one after it, east and west', () => {
    assert.equal(
      at('2026-03-28T23:00:00Z', spans({ days: [7], from: '03:30', to: '06:00' })),
      'closed until 2026-03-29T01:30:00.000Z',
    );
    const newYork = {
      ...spans({ days: [7], from: '02:30', to: '06:00' }),
      timeZone: 'America/New_York',
    };
    assert.equal(at('2026-03-08T05:00:00Z', newYork), 'closed until 2026-03-08T07:30:00.000Z');
  });

  it('never opens for hours that a clock change skips whole', () => {
    const skipped = spans({ days: [7], from: '03:00', to: '04:00' });
    assert.equal(at('2026-03-28T23:00:00Z', skipped), 'closed until 2026-04-05T00:00:00.000Z');
  });
}

const zone = process.env.TZ;
for (const elsewhere of ['Europe/Helsinki', 'America/New_York', 'Asia/Tokyo']) {
  describe(`opening hours, read in ${elsewhere}`, () => {
    before(() => (process.env.TZ = elsewhere));
    after(() => (zone === undefined ? delete process.env.TZ : (process.env.TZ = zone)));
    it('are read by a computer in that zone', () => {
      assert.equal(new Intl.DateTimeFormat().resolvedOptions().timeZone, elsewhere);
    });
    tests();
  });
}

describe('opening hours', () => {
  it('that touch or overlap are one, in whatever order they come', () => {
    const hours = spans(
      { days: weekdays, from: '12:00', to: '14:00' },
      { days: weekdays, from: '09:00', to: '12:00' },
      { days: [1], from: '13:30', to: '15:00' },
    );
    assert.equal(at('2026-01-05T07:00:00Z', hours), 'open until 2026-01-05T13:00:00.000Z');
    assert.equal(at('2026-01-06T07:00:00Z', hours), 'open until 2026-01-06T12:00:00.000Z');
  });

  it('may last until midnight, and over it', () => {
    const evening = spans({ days: [1], from: '18:00', to: '24:00' });
    assert.equal(at('2026-01-05T21:59:59Z', evening), 'open until 2026-01-05T22:00:00.000Z');
    assert.equal(at('2026-01-05T22:00:00Z', evening), 'closed until 2026-01-12T16:00:00.000Z');
    const night = spans(
      { days: [1], from: '18:00', to: '24:00' },
      { days: [2], from: '00:00', to: '02:00' },
    );
    assert.equal(at('2026-01-05T21:00:00Z', night), 'open until 2026-01-06T00:00:00.000Z');
  });

  it('that never come again say that nothing opens', () => {
    assert.equal(at('2026-01-05T08:00:00Z', spans()), 'closed until further notice');
    const days = Array.from({ length: 400 }, (_, day) =>
      new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10),
    );
    assert.equal(
      at('2026-01-05T08:00:00Z', { ...guide, closedDates: days }),
      'closed until further notice',
    );
  });

  it('that never end are open', () => {
    const hours = spans({ days: everyDay, from: '00:00', to: '24:00' });
    assert.ok(openingAt(hours, new Date('2026-01-05T22:00:00Z')).open);
  });

  it('have the name of a time zone, which there may not be', () => {
    const { timeZone } = serviceProfile.shape.contact.shape.hours.shape;
    for (const name of ['Europe/Helsinki', 'America/Argentina/Buenos_Aires', 'Etc/GMT-2', 'UTC']) {
      assert.equal(timeZone.safeParse(name).success, true, name);
      assert.equal(isTimeZone(name), true, name);
    }
    for (const wrong of ['', 'Helsinki', 'Europe/', '/Helsinki', 'Europe/Hel sinki', 2])
      assert.equal(timeZone.safeParse(wrong).success, false, String(wrong));
    assert.equal(isTimeZone('Europe/Atlantis'), false);
    assert.throws(
      () => openingAt({ timeZone: 'Europe/Atlantis', weekly: [], closedDates: [] }, new Date()),
      RangeError,
    );
  });
});

const QUARTER = 15 * 60_000;
const clock = new Intl.DateTimeFormat('sv', {
  timeZone: guide.timeZone,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The same question asked a simple way: look at the clock on the wall, and go on a quarter of an hour at a time. */
function isOpenByTheWall({ weekly, closedDates }: OpeningHours, instant: number): boolean {
  const [date = '', time = ''] = clock.format(instant).split(' ');
  const day = new Date(date).getUTCDay() || 7;
  return (
    !closedDates.includes(date) &&
    weekly.some(({ days, from, to }) => days.includes(day) && from <= time && time < to)
  );
}

function byTheWall(hours: OpeningHours, now: number, quarters: number): string {
  const open = isOpenByTheWall(hours, now);
  for (let step = 1; step <= quarters; step += 1) {
    const later = now + step * QUARTER;
    if (isOpenByTheWall(hours, later) !== open)
      return `${open ? 'open' : 'closed'} until ${new Date(later).toISOString()}`;
  }
  return open ? 'open' : 'closed';
}

describe('opening hours of any kind', () => {
  const DAYS = 9;
  const time = fc
    // The hour that a clock change skips or repeats has no or two instants; the wall can't tell them apart.
    .integer({ min: 0, max: 96 })
    .filter((quarter) => quarter < 12 || quarter >= 16)
    .map(
      (quarter) =>
        `${String(quarter >> 2).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
    );
  const span = fc
    .record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 })), from: time, to: time })
    .filter(({ from, to }) => from < to);
  const changes = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'].map((date) =>
    Date.parse(date),
  );
  const start = fc.oneof(
    fc.constantFrom(...changes),
    fc.integer({ min: 0, max: 700 }).map((day) => Date.parse('2026-01-01') + day * 86_400_000),
  );
  const now = fc
    .tuple(start, fc.integer({ min: -96, max: 96 }))
    .map(([day, quarter]) => day + quarter * QUARTER);

  it('agree with the clock on the wall', () => {
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 4 }),
        now,
        fc.uniqueArray(fc.integer({ min: 0, max: DAYS })),
        (weekly, instant, closed) => {
          const closedDates = closed.map((day) =>
            new Date(instant + day * 86_400_000).toISOString().slice(0, 10),
          );
          const hours = { ...guide, weekly, closedDates };
          const found = told(openingAt(hours, new Date(instant)));
          const expected = byTheWall(hours, instant, DAYS * 96);
          // Whatever lies further ahead than the wall was looked at need only be told as open or closed.
          assert.equal(expected.includes('until') ? found : found.split(' ')[0], expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});
