import type { Break } from '../proxy.js';
import { asPerson, header, json, noSwedish, only, problem, samePage } from './changes.js';

const REQUEST = 'PUT /support-requests/*';
const LIST = 'GET /support-requests';
const ONE = 'GET /support-requests/*';

/** What follows from the rows of the table, whatever the operation is. */
export const table: readonly Break[] = [
  ...[
    'GET /companies',
    'GET /incidents',
    'GET /articles',
    REQUEST,
    'DELETE /attachments/*',
    LIST,
    'GET /advisory-access',
  ].map((on, index) => ({
    what: `lets anybody in at ${on}`,
    on,
    ...asPerson((token, { other }) => token !== other),
    fails: [
      `${['companies', 'incidents', 'articles', 'requests', 'attachments', 'follow', 'advisoryAccess'][index]}/sign-in`,
    ],
  })),
  ...[
    ['GET /incidents', 'incidents/listIncidents'],
    [LIST, 'follow/listRequests'],
    [ONE, 'follow/getRequest'],
    ['GET /advisory-access', 'advisoryAccess/listAdvisoryAccess'],
    ['GET /advisory-access/*', 'advisoryAccess/getAdvisoryAccess'],
    ['GET /advisory-access/*/uses', 'advisoryAccess/listAdvisoryUses'],
    ['GET /remote-support', 'remoteSupport/getRemoteSupport'],
  ].map(([on = '', name]) => ({
    what: `speaks no Swedish at ${on}`,
    on,
    answer: noSwedish,
    fails: [`${name}-language`],
  })),
  ...[
    [ONE, 'follow/getRequest'],
    ['GET /advisory-access/*', 'advisoryAccess/getAdvisoryAccess'],
    ['GET /remote-support', 'remoteSupport/getRemoteSupport'],
  ].map(([on = '', name]) => ({
    what: `has no ETag at ${on}`,
    on,
    answer: header('ETag', null),
    fails: [`${name}-etag`],
  })),
  ...[
    ['GET /companies', 'companies/listCompanies'],
    ['GET /articles', 'articles/listArticles'],
    ['GET /advisory-access', 'advisoryAccess/listAdvisoryAccess'],
  ].map(([on = '', name]) => ({
    what: `gives the same page for ever at ${on}`,
    on,
    ...samePage,
    fails: [`${name}-paging`],
  })),
  {
    what: 'tells uses without an instant',
    on: 'GET /advisory-access/*/uses',
    answer: json(() => ({ items: [{ act: 'used' }] })),
    fails: ['advisoryAccess/listAdvisoryUses'],
  },
  {
    what: 'has no timeline',
    on: ONE,
    answer: json(({ timeline: _, ...body }) => body),
    fails: ['follow/getRequest'],
  },
  {
    what: 'counts nothing',
    on: 'GET /advisory-access',
    answer: json(({ pendingCount: _, ...body }) => body),
    fails: [
      'advisoryAccess/listAdvisoryAccess',
      'advisoryAccess/getAdvisoryAccess',
      'advisoryAccess/listAdvisoryUses',
    ],
  },
  {
    what: 'has no clock',
    on: 'GET /advisory-access/*',
    answer: json(({ serverTime: _, ...body }) => body),
    fails: ['advisoryAccess/getAdvisoryAccess'],
  },
  {
    what: 'names no program',
    on: 'GET /remote-support',
    answer: json(({ program: _, ...body }) => body),
    fails: ['remoteSupport/getRemoteSupport'],
  },
  {
    what: 'removes what never was',
    on: 'DELETE /attachments/*',
    answer: only(404, () => new Response(null, { status: 204 })),
    fails: ['attachments/unknown-id', 'attachments/removed', 'attachments/foreign'],
  },
  {
    what: 'forbids what never was',
    on: ONE,
    answer: only(404, () => problem(403, 'forbidden')),
    fails: ['follow/unknown-id', 'follow/foreign'],
  },
  {
    what: 'forbids an advisory request that never was',
    on: 'GET /advisory-access/*',
    answer: only(404, () => problem(403, 'forbidden')),
    fails: ['advisoryAccess/unknown-id', 'advisoryAccess/foreign'],
  },
];
