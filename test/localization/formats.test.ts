import { expect } from '@open-wc/testing';
import { dateText } from '../../src/localization/date.js';
import { Formats } from '../../src/localization/formats.js';

const fi = new Formats('fi');
const en = new Formats('en');
const sv = new Formats('sv');
const helsinki = 'Europe/Helsinki';
const at = (time: string): Date => new Date(`2026-01-05T${time}:00Z`);

describe('dates, times and lists', () => {
  it('has times as a Finn writes them, full hours without minutes', () => {
    expect(
      ['07:05', '07:00', '10:00', '22:00', '11:10'].map((time) => fi.time(at(time), helsinki)),
    ).to.deep.equal(['9.05', '9', '12', '0', '13.10']);
  });

  it('has times in Swedish as in Finland, not as in Sweden', () => {
    expect(
      ['07:05', '07:00', '22:00', '11:10'].map((time) => sv.time(at(time), helsinki)),
    ).to.deep.equal(['9.05', '9', '0', '13.10']);
  });

  it('has full hours with their minutes in a list of times', () => {
    const noon = at('10:00');
    expect([fi, sv, en].map((formats) => formats.minute(noon, helsinki))).to.deep.equal([
      '12.00',
      '12.00',
      '12:00',
    ]);
  });

  it('has dates with their year as each language has them', () => {
    const noon = new Date(2026, 0, 5, 12);
    expect([fi, sv, en].map((formats) => dateText(formats, noon))).to.deep.equal([
      '5.1.2026',
      '5.1.2026',
      '5 January 2026',
    ]);
  });

  it('has times in English with 24 hours', () => {
    expect(
      ['07:05', '10:00', '11:05', '22:00'].map((time) => en.time(at(time), helsinki)),
    ).to.deep.equal(['09:05', '12:00', '13:05', '00:00']);
  });

  it('has a weekday with its date, in Finnish in the case in which it says when', () => {
    expect(fi.day(at('07:05'), helsinki)).to.equal('maanantaina 5.1.');
    expect(en.day(at('07:05'), helsinki)).to.match(/^Monday,? 5 January$/);
    expect(sv.day(at('07:05'), helsinki)).to.equal('måndag 5 januari');
  });

  it('tells the time of a place, not of the reader', () => {
    expect(fi.time(at('22:30'), 'Asia/Tokyo')).to.equal('7.30');
    expect(fi.day(at('22:30'), 'Asia/Tokyo')).to.match(/6\.1\.$/);
    expect(fi.day(at('22:30'), 'America/New_York')).to.match(/5\.1\.$/);
    expect(fi.time(at('07:05'))).to.equal(
      fi.time(at('07:05'), new Intl.DateTimeFormat().resolvedOptions().timeZone),
    );
  });

  it('leaves the names in a list as they are', () => {
    expect(fi.list(['Kirjanpito', 'Palkanlaskenta', 'Reskontra'])).to.equal(
      'Kirjanpito, Palkanlaskenta ja Reskontra',
    );
    expect(en.list(['Kirjanpito', 'Palkanlaskenta'])).to.equal('Kirjanpito and Palkanlaskenta');
    expect(sv.list(['Bokföring', 'Löneräkning', 'Kundreskontra'])).to.equal(
      'Bokföring, Löneräkning och Kundreskontra',
    );
    expect([fi.list(['Kirjanpito']), fi.list([])]).to.deep.equal(['Kirjanpito', '']);
  });
});
