import type { Break } from '../proxy.js';
import { asPerson, json, only } from './changes.js';

const READ = 'GET /me/notices';
const PUT = 'PUT /me/notices';

/** What people are told of advisory access. */
export const notices: readonly Break[] = [
  {
    what: 'does not say up to where the news goes',
    on: READ,
    answer: json(({ upTo: _, ...body }) => body),
    fails: ['advisoryNotices/getAdvisoryNotices'],
  },
  {
    what: 'forgets what a person wants to be told',
    on: READ,
    answer: json((body) => ({ ...body, wants: 'all', language: 'fi' })),
    fails: ['advisoryNotices/kept'],
  },
  {
    what: 'takes a choice that does not exist',
    on: PUT,
    answer: only(422, () => Response.json({ wants: 'all', news: [], upTo: '0' })),
    fails: ['advisoryNotices/refused'],
  },
  {
    what: 'tells again what was seen',
    on: PUT,
    answer: json((body) => ({ ...body, news: [{ act: 'asked', count: 1 }] })),
    fails: ['advisoryNotices/seen'],
  },
  {
    what: `lets anybody in at ${READ}`,
    on: READ,
    ...asPerson((token, { other }) => token !== other),
    fails: ['advisoryNotices/sign-in'],
  },
];
