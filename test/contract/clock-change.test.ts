import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dateAndTime } from '../../server/src/operations/texts.js';
import { clockName } from '../../src/contract/clock-change.js';

const [summer, winter] = ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'].map(
  (instant) => new Date(instant),
) as [Date, Date];

describe('Where clocks are put back and show an hour twice', () => {
  it('each of the two is told by the name of its clock, in every language', () => {
    const names = (['fi', 'sv', 'en'] as const).map((language) =>
      [summer, winter].map((instant) => clockName(instant, language, 'Europe/Helsinki')),
    );
    assert.deepEqual(names, [
      ['Itä-Euroopan kesäaika', 'Itä-Euroopan normaaliaika'],
      ['östeuropeisk sommartid', 'östeuropeisk normaltid'],
      ['Eastern European Summer Time', 'Eastern European Standard Time'],
    ]);
  });

  it('half an hour is as good as one', () => {
    const names = ['2027-04-03T14:40:00Z', '2027-04-03T15:10:00Z'].map((instant) =>
      clockName(new Date(instant), 'en', 'Australia/Lord_Howe'),
    );
    assert.deepEqual(names, ['Lord Howe Daylight Time', 'Lord Howe Standard Time']);
  });

  it('the times around them, and those of a clock that is never changed, are told alone', () => {
    for (const instant of [
      '2027-10-30T23:59:00Z',
      '2027-10-31T02:00:00Z',
      '2027-03-28T00:59:00Z',
      '2027-03-28T01:00:00Z',
      '2027-07-01T00:30:00Z',
    ])
      assert.equal(clockName(new Date(instant), 'fi', 'Europe/Helsinki'), '', instant);
    assert.equal(clockName(summer, 'fi', 'UTC'), '');
  });

  it('an e-mail says which of the two it means', () => {
    assert.deepEqual(
      [summer, winter].map((instant) => dateAndTime(instant, 'Europe/Helsinki', 'fi')),
      [
        '31.10.2027 klo 3.30 (Itä-Euroopan kesäaika)',
        '31.10.2027 klo 3.30 (Itä-Euroopan normaaliaika)',
      ],
    );
  });
});
