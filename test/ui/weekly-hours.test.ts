import { expect } from '@open-wc/testing';
import { defaultContact } from '../../src/contract/defaults.js';
import type { OpeningHours } from '../../src/contract/service.js';
import { Formats } from '../../src/localization/formats.js';
import { messageIn } from '../../src/localization/message.js';
import type { Localization } from '../../src/localization/localization-controller.js';
import type { Language } from '../../src/contract/values.js';
import { templates as fi } from '../../src/localization/catalogues/fi/remote-support-download.js';
import { templates as sv } from '../../src/localization/catalogues/sv/remote-support-download.js';
import { weeklyHoursText } from '../../src/ui/weekly-hours.js';

const templates = { fi, sv, en: undefined };

const speak = (language: Language): Localization => ({
  language,
  formats: new Formats(language),
  msg: ((text: string) => messageIn(templates[language], text)) as Localization['msg'],
});

/** The reader's own time zone, so that nothing has to be said of it. */
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const hours = (weekly: OpeningHours['weekly'], timeZone = here): OpeningHours => ({
  timeZone,
  weekly,
  closedDates: [],
});

describe('the hours of a week in one sentence', () => {
  it("are the guide's own [1.2.2]", () => {
    const weekly = hours(defaultContact.hours.weekly);
    expect(weeklyHoursText(speak('fi'), weekly)).to.equal(
      'Palvelemme puhelimitse arkisin klo\u00a09–12 ja 13–16.',
    );
    expect(weeklyHoursText(speak('sv'), weekly)).to.equal(
      'Vi svarar i telefon vardagar kl.\u00a09–12 och 13–16.',
    );
    expect(weeklyHoursText(speak('en'), weekly)).to.equal(
      'We answer the phone on weekdays 09:00–12:00 and 13:00–16:00.',
    );
  });

  it('name the days where they are not the weekdays', () => {
    const weekly = [
      { days: [1, 3], from: '08:30', to: '16:00' },
      { days: [6], from: '10:00', to: '24:00' },
    ];
    expect(weeklyHoursText(speak('fi'), hours(weekly))).to.equal(
      'Palvelemme puhelimitse ma, ke 8.30–16; la 10–0.',
    );
    expect(weeklyHoursText(speak('sv'), hours(weekly))).to.equal(
      'Vi svarar i telefon mån, ons 8.30–16; lör 10–0.',
    );
  });

  it('say whose time it is to a reader elsewhere', () => {
    const elsewhere = here === 'Europe/Helsinki' ? 'Asia/Tokyo' : 'Europe/Helsinki';
    const weekly = hours([{ days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' }], elsewhere);
    expect(weeklyHoursText(speak('fi'), weekly)).to.equal(
      'Palvelemme puhelimitse arkisin klo\u00a09–12 (Suomen aikaa).',
    );
  });
});
