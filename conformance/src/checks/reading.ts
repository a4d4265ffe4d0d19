import {
  getMe,
  getRemoteSupport,
  listArticles,
  listCompanies,
  listIncidents,
} from '../../../src/contract/index.js';
import { told } from '../answer.js';
import { expect, NotChecked, NothingToCheck, type Check } from '../check.js';
import type { Session } from '../session.js';
import { pagingCheck, readingChecks, signInCheck, wholeList } from '../table.js';
import { isHttps } from './service.js';

const linkRule = {
  rule: 'Links: https on an allow-list, parsed, never concatenated.',
  advice: 'Give the https address, or leave the link out.',
} as const;

export const meChecks = (session: Session): Check[] => [
  ...readingChecks(session, 'me', getMe),
  signInCheck(session, 'me', [getMe]),
];

export function companyChecks(session: Session): Check[] {
  const read = async (query: { readonly q?: string; readonly cursor?: string | undefined }) =>
    told(listCompanies, await session.ask(listCompanies, { query }));
  return [
    ...readingChecks(session, 'companies', listCompanies),
    pagingCheck(
      'companies',
      listCompanies,
      (cursor) => read({ cursor }),
      ({ number }) => number,
    ),
    {
      name: 'companies/count',
      title: 'All pages together hold as many companies as GET /me says',
      rule: 'Who am I: number of companies. Lists page with `cursor` → `next`.',
      after: 'companies/listCompanies-paging',
      advice:
        'Begin the next page with the item behind the last one, and count the same companies.',
      needs: ['token'],
      async run() {
        const me = await session.me('person');
        if (!me) throw new NothingToCheck('GET /me does not say how many there are');
        const { items, isWhole } = await wholeList(
          (cursor) => read({ cursor }),
          ({ number }) => number,
        );
        if (!isWhole) throw new NothingToCheck(`more than ${items.length} companies`);
        expect(
          items.length === me.companyCount,
          `${me.companyCount} companies`,
          `${items.length} on all pages`,
        );
      },
    },
    {
      name: 'companies/search',
      title: 'A company is found by its number and by its name',
      rule: '`GET /companies?q=&cursor=`: `{number, name}`, those the user may act for, by number or name.',
      after: 'companies/listCompanies',
      advice: 'Look for `q` in both the number and the name.',
      needs: ['token'],
      async run() {
        const company = (await read({})).items[0];
        if (!company) throw new NotChecked('the person may act for no company');
        for (const q of [company.number, company.name]) {
          const { items } = await read({ q });
          expect(
            items.some(({ number }) => number === company.number),
            `${company.number} ${company.name} among the hits of "${q}"`,
            `${items.length} others`,
          );
        }
        const { items } = await read({ q: 'conformance-no-such-company' });
        expect(!items.length, 'no hit for a name that no company has', `${items.length} hits`);
      },
    },
    signInCheck(session, 'companies', [listCompanies]),
  ];
}

export const incidentChecks = (session: Session): Check[] => [
  ...readingChecks(session, 'incidents', listIncidents),
  {
    name: 'incidents/links',
    title: 'Every link of an incident is https',
    ...linkRule,
    after: 'incidents/listIncidents',
    needs: ['token'],
    async run() {
      const { items } = told(listIncidents, await session.ask(listIncidents));
      const wrong = items.filter(({ link }) => link !== undefined && !isHttps(link));
      expect(
        !wrong.length,
        'https addresses',
        wrong.map(({ id, link }) => `${id}: ${link}`).join('; '),
      );
    },
  },
  signInCheck(session, 'incidents', [listIncidents]),
];

export function articleChecks(session: Session): Check[] {
  /** Words that any collection of accounting manuals knows. */
  const q = 'tilikausi lasku';
  const place = () => Promise.resolve({ query: { q } });
  const read = async (cursor?: string) =>
    told(listArticles, await session.ask(listArticles, { query: { q, cursor } }));
  return [
    ...readingChecks(session, 'articles', listArticles, place),
    pagingCheck('articles', listArticles, read, ({ id }) => id),
    {
      name: 'articles/links',
      title: 'Every hit links to an https page',
      ...linkRule,
      after: 'articles/listArticles',
      needs: ['token'],
      async run() {
        const wrong = (await read()).items.filter(({ link }) => !isHttps(link));
        expect(
          !wrong.length,
          'https addresses',
          wrong.map(({ id, link }) => `${id}: ${link}`).join('; '),
        );
      },
    },
    signInCheck(session, 'articles', [listArticles]),
  ];
}

export const remoteSupportChecks = (session: Session): Check[] => [
  ...readingChecks(session, 'remoteSupport', getRemoteSupport),
  {
    name: 'remoteSupport/links',
    title: 'Downloads and the session link are https',
    rule: 'Links: https on an allow-list; a fallback page of plain http is shown as text.',
    after: 'remoteSupport/getRemoteSupport',
    advice: 'Give https addresses: a widget offers no download from any other.',
    async run() {
      const { downloads, sessionLink } = told(
        getRemoteSupport,
        await session.ask(getRemoteSupport, { as: 'nobody' }),
      );
      const links = [
        ...downloads.map(({ url }) => url),
        ...(sessionLink === undefined ? [] : [sessionLink]),
      ];
      const wrong = links.filter((link) => !isHttps(link));
      expect(!wrong.length, 'https addresses', wrong.join('; '));
    },
  },
  {
    name: 'remoteSupport/digests',
    title: 'What is said of a file can be compared with it',
    rule: 'Downloads: `platform`, `arch`, `url`, `version`, `bytes`, `sha256` (hex).',
    after: 'remoteSupport/getRemoteSupport',
    advice:
      'Write SHA-256 as 64 hexadecimal digits and the size in whole bytes, or leave them out.',
    async run() {
      const { downloads } = told(
        getRemoteSupport,
        await session.ask(getRemoteSupport, { as: 'nobody' }),
      );
      for (const { url, sha256, bytes } of downloads) {
        expect(
          sha256 === undefined || /^[\da-f]{64}$/i.test(sha256),
          'sha256 of 64 hexadecimal digits',
          `${sha256} of ${url}`,
        );
        expect(
          bytes === undefined || (Number.isInteger(bytes) && bytes > 0),
          'a number of whole bytes',
          `${bytes} of ${url}`,
        );
      }
    },
  },
];
