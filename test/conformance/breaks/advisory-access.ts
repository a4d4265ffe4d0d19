import type { Break, Json } from '../proxy.js';
import {
  asPerson,
  breaksDownAbove,
  changed,
  header,
  items,
  json,
  only,
  problem,
  said,
} from './changes.js';

const DECISION = 'PUT /advisory-access/*/decision';

const isOutcome = (outcome: string) => (body: Json) => body['outcome'] === outcome;

/** As if the decision had been taken: the request as it stands, with 200. */
const taken = (when: (body: Json) => boolean): Pick<Break, 'instead'> => ({
  instead: async (request, pass) => {
    if (!when((await request.clone().json()) as Json)) return pass(request);
    return pass(new Request(request.url.replace('/decision', ''), { headers: request.headers }));
  },
});

const later = (instant: unknown, ms: number): string =>
  new Date(Date.parse(String(instant)) + ms).toISOString();

const history = (change: (items: readonly Json[]) => readonly Json[]) =>
  json((body) => ({ ...body, history: change(body['history'] as readonly Json[]) }));

const ended = new Set<string>();

/** Advisory access. */
export const advisory: readonly Break[] = [
  {
    what: 'takes no notice of If-None-Match',
    on: 'GET /advisory-access',
    instead: (request, pass) => pass(changed(request, { 'If-None-Match': null })),
    fails: ['advisoryAccess/listAdvisoryAccess-etag'],
  },
  {
    what: 'loses the last advisory request of a list of all',
    on: 'GET /advisory-access',
    answer: (answer, request) =>
      request.url.includes('state=') ? answer : items((list) => list.slice(0, -1))(answer, request),
    fails: ['advisoryAccess/complete'],
  },
  {
    what: 'loses the last advisory request of every page',
    on: 'GET /advisory-access',
    answer: items((list) => list.slice(0, -1)),
    fails: ['advisoryAccess/counts'],
  },
  {
    what: 'says nothing of what was done by a grant',
    on: 'GET /advisory-access/*',
    answer: history((items) => items.filter(({ act }) => act !== 'used')),
    fails: ['advisoryAccess/uses'],
  },
  {
    what: 'tells of a use in books that were not granted',
    on: 'GET /advisory-access/*',
    answer: history((items) =>
      items.map((item) => ({
        ...item,
        ...(item['use'] !== undefined && {
          use: { ...(item['use'] as Json), company: { number: '5678', name: '' } },
        }),
      })),
    ),
    fails: ['advisoryAccess/uses'],
  },
  {
    what: 'keeps the ETag of an advisory request for ever',
    on: 'GET /advisory-access/*',
    answer: (answer, request) =>
      header('ETag', `"${new URL(request.url).searchParams.get('language')}"`)(answer, request),
    options: ['--decide'],
    fails: ['advisoryAccess/decide', 'advisoryAccess/getAdvisoryAccess-etag'],
  },
  {
    what: 'breaks down at a reason of more than a megabyte',
    on: DECISION,
    instead: breaksDownAbove(1_000_000),
    fails: ['advisoryAccess/too-large'],
  },
  {
    what: 'counts what is pending wrongly',
    on: 'GET /advisory-access',
    answer: json((body) => ({ ...body, pendingCount: 17 })),
    fails: ['advisoryAccess/counts'],
  },
  {
    what: 'has a clock of its own',
    on: 'GET /advisory-access',
    answer: json((body) => ({ ...body, serverTime: '2001-01-01T00:00:00Z' })),
    fails: ['advisoryAccess/clock'],
  },
  {
    what: 'decides on a version that nobody has seen',
    on: DECISION,
    ...taken(isOutcome('returned')),
    fails: ['advisoryAccess/version'],
  },
  {
    what: 'approves no company',
    on: DECISION,
    ...taken(({ companies }) => Array.isArray(companies) && !companies.length),
    fails: ['advisoryAccess/empty-list'],
  },
  {
    what: 'approves more than was asked',
    on: DECISION,
    ...taken(({ areas }) => Array.isArray(areas) && areas.length > 1),
    fails: ['advisoryAccess/wider'],
  },
  {
    what: "shows another customer's advisory request",
    on: 'GET /advisory-access/*',
    ...asPerson((token, { other }) => token === other),
    fails: ['advisoryAccess/foreign'],
  },
  {
    what: 'grants for longer than was granted',
    on: DECISION,
    answer: json((body) => ({ ...body, endsAt: later(body['endsAt'], 60_000) })),
    options: ['--decide'],
    fails: ['advisoryAccess/decide'],
  },
  {
    what: 'says to a later decision that something has changed',
    on: DECISION,
    answer: only(
      409,
      said((body) => ({ ...body, code: 'changed' })),
    ),
    options: ['--decide'],
    fails: ['advisoryAccess/decide'],
  },
  {
    what: 'cannot end what is over',
    on: 'PUT /advisory-access/*/revocation',
    answer: (answer, { url }) => {
      if (answer.ok && ended.has(url)) return problem(409, 'conflict');
      ended.add(url);
      return answer;
    },
    options: ['--decide'],
    fails: ['advisoryAccess/decide'],
  },
];
