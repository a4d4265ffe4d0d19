import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openingAt } from '../../src/contract/index.js';
import { closedDays, easterSunday } from '../../server/src/closed-days.js';
import { serviceProfile } from '../../server/src/service-profile.js';
import { fivaldiConfigFile, readSupportConfig } from '../../server/src/support-config-file.js';

describe('closed days in Finland', () => {
  it('are the weekday holidays of 2026 and the two eves', () => {
    assert.deepEqual(closedDays(2026), [
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-06-19',
      '2026-12-24',
      '2026-12-25',
    ]);
  });

  it('leave out what falls on a weekend', () => {
    const days = closedDays(2027);
    assert.ok(!days.includes('2027-05-01'), 'May Day is a Saturday');
    assert.ok(days.includes('2027-12-06'), 'Independence Day is a Monday');
    assert.ok(!days.includes('2027-12-25'), 'Christmas Day is a Saturday');
  });

  it('are weekdays, in order and each once, for two hundred years', () => {
    for (let year = 1950; year < 2150; year += 1) {
      const days = closedDays(year);
      assert.deepEqual(days, [...new Set(days)].sort());
      for (const day of days) assert.ok(![0, 6].includes(new Date(day).getUTCDay()), day);
    }
  });

  it('know Easter, early and late', () => {
    const easters = {
      2008: '03-23',
      2011: '04-24',
      2024: '03-31',
      2025: '04-20',
      2038: '04-25',
      2285: '03-22',
    };
    for (const [year, day] of Object.entries(easters))
      assert.equal(easterSunday(Number(year)).toISOString().slice(0, 10), `${year}-${day}`);
  });

  it('keep the Ascension Day that meets May Day once', () => {
    assert.equal(closedDays(2008).filter((day) => day === '2008-05-01').length, 1);
  });

  it('reach two years ahead in the profile, and close the phone', () => {
    const { hours } = serviceProfile(
      readSupportConfig(fivaldiConfigFile),
      'fi',
      new Date('2026-03-01T00:00:00Z'),
    ).contact;
    assert.equal(hours.closedDates.at(0), '2026-01-01');
    assert.ok(hours.closedDates.at(-1)?.startsWith('2028-12'));
    const opening = openingAt(hours, new Date('2026-04-03T08:00:00Z'));
    assert.deepEqual(opening, { open: false, opensAt: new Date('2026-04-07T06:00:00Z') });
  });
});
