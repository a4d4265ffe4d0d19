import { capabilities, getService, isTimeZone } from '../../../src/contract/index.js';
import { told } from '../answer.js';
import { expect, given, type Check } from '../check.js';
import type { Session } from '../session.js';
import { readingChecks } from '../table.js';

const lack = 'GET /service could not be read';

/** A name without what people write differently: `advisory-access` is meant to be `advisoryAccess`. */
const bare = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');

export const isHttps = (link: string): boolean =>
  URL.canParse(link) && new URL(link).protocol === 'https:';

/** What a browser would run, and nobody may upload. */
const active = [
  'image/svg+xml',
  'text/html',
  'application/xhtml+xml',
  'text/xml',
  'application/xml',
];

export function serviceChecks(session: Session): Check[] {
  const [answers, ...others] = readingChecks(session, 'service', getService);
  const first: Check[] = answers
    ? [
        {
          ...answers,
          title: 'GET /service is there without signing in, in the form of the contract',
          rule: 'Required of every endpoint: `GET /service` (a static file will do). `/service` needs no sign-in.',
          advice:
            'Answer with the profile of openapi.json; without it a widget knows nothing of the endpoint.',
          async run() {
            session.profile = told(getService, await session.ask(getService, { as: 'nobody' }));
          },
        },
      ]
    : [];
  return [
    ...first,
    {
      name: 'service/contract',
      title: 'The profile names contract 1',
      rule: '`GET /service` carries `contract: 1`.',
      after: 'service/getService',
      advice: 'Say 1: another number is for another contract.',
      async run() {
        const { contract } = given(session.profile, lack);
        expect(contract === 1, 'contract: 1', `contract: ${contract}`);
      },
    },
    {
      name: 'service/capabilities',
      title: 'The capabilities have the names of the contract',
      rule: 'Optional, each by its name: `me`, `companies`, `incidents`, `articles`, `attachments`, `follow`, `advisoryAccess`, `remoteSupport`.',
      after: 'service/getService',
      advice: 'Write the name as the contract does; another one is not seen by any widget.',
      async run() {
        const names = given(session.profile, lack).capabilities;
        const misspelt = names.filter(
          (name) =>
            !capabilities.some((known) => known === name) &&
            capabilities.some((known) => bare(known) === bare(name)),
        );
        expect(!misspelt.length, `names out of ${capabilities.join(', ')}`, misspelt.join(', '));
        expect(new Set(names).size === names.length, 'each name once', names.join(', '));
      },
    },
    ...others,
    {
      name: 'service/links',
      title: 'Every link of the profile is https',
      rule: 'Links: https on an allow-list, parsed, never concatenated.',
      after: 'service/getService',
      advice: 'Give the https address, or leave the link out: a widget makes no link of any other.',
      async run() {
        const wrong = Object.entries(given(session.profile, lack).links).filter(
          ([, link]) => link !== undefined && !isHttps(link),
        );
        expect(
          !wrong.length,
          'https addresses',
          wrong.map(([name, link]) => `/links/${name}: ${link}`).join('; '),
        );
      },
    },
    {
      name: 'service/hours',
      title: 'The opening hours are spans of the week, in a time zone that there is',
      rule: 'Hours: time zone, weekly spans, closed dates. Weekdays are ISO numbers, Monday 1; spans are wall-clock times.',
      after: 'service/getService',
      advice:
        'Write days as 1 to 7, cut a span that goes past midnight in two, and name the time zone as Europe/Helsinki is.',
      async run() {
        const { timeZone, weekly } = given(session.profile, lack).contact.hours;
        expect(isTimeZone(timeZone), 'the name of a time zone', timeZone);
        for (const { days, from, to } of weekly) {
          expect(
            days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7),
            'days from 1 to 7',
            days.join(', '),
          );
          expect(from < to, 'a span that begins before it ends', `${from}–${to}`);
        }
      },
    },
    {
      name: 'service/limits',
      title:
        'Who takes attachments says which and how large, and takes nothing that a browser runs',
      rule: 'Attachment limits (types, count, bytes each and total, pixels); SVG and HTML refused.',
      after: 'service/getService',
      advice:
        'Add `attachments` to the profile with `types`, `count`, `bytesEach`, `bytesTotal`, `pixels`, and leave active types out.',
      async run() {
        given(session.profile, lack);
        if (!session.offers('attachments')) return;
        const limits = session.profile?.attachments;
        expect(
          limits !== undefined,
          'limits, since the capability `attachments` is listed',
          'none',
        );
        const wrong = limits.types.filter((type) => active.includes(type));
        expect(
          !wrong.length && limits.types.length > 0,
          'types that no browser runs',
          limits.types.join(', '),
        );
        const { count, bytesEach, bytesTotal, pixels } = limits;
        expect(
          [count, bytesEach, bytesTotal, pixels].every((limit) => limit > 0) &&
            bytesTotal >= bytesEach,
          'limits above 0, and a total not below one file',
          JSON.stringify(limits),
        );
      },
    },
  ];
}
