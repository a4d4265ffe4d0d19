import type { Break, Json } from '../proxy.js';
import {
  answered,
  asPerson,
  breaksDownAbove,
  header,
  items,
  json,
  only,
  problem,
  said,
  samePage,
} from './changes.js';

const LIST = 'GET /support-requests';
const ONE = 'GET /support-requests/*';

/** Following, and replying. */
export const follow: readonly Break[] = [
  {
    what: 'has no ETag',
    on: LIST,
    answer: header('ETag', null),
    fails: ['follow/listRequests-etag'],
  },
  {
    what: 'loses the last request of every page',
    on: LIST,
    answer: items((list) => list.slice(0, -1)),
    fails: ['follow/complete'],
  },
  {
    what: 'loses the first request of every page',
    on: LIST,
    answer: items((list) => list.slice(1)),
    fails: ['follow/complete', 'follow/newest-first'],
  },
  {
    what: 'loses the last word of a timeline',
    on: ONE,
    answer: json((body) => ({ ...body, timeline: (body['timeline'] as Json[]).slice(0, -1) })),
    fails: ['follow/reply'],
  },
  {
    what: 'keeps the ETag of its list for ever',
    on: LIST,
    instead: async (request, pass) => {
      const tag = `"${new URL(request.url).search}"`;
      if (request.headers.get('If-None-Match') === tag)
        return new Response(null, { status: 304, headers: { ETag: tag } });
      return header('ETag', tag)(await pass(request), request);
    },
    fails: ['follow/list-etag-changes'],
  },
  {
    what: 'keeps the ETag of a request for ever',
    on: ONE,
    instead: async (request, pass) => {
      const tag = `"${new URL(request.url).pathname} ${new URL(request.url).searchParams.get('language')}"`;
      if (request.headers.get('If-None-Match') === tag)
        return new Response(null, { status: 304, headers: { ETag: tag } });
      return header('ETag', tag)(await pass(request), request);
    },
    fails: ['follow/etag-changes'],
  },
  {
    what: 'sorts the company numbers',
    on: ONE,
    answer: json((body) => ({
      ...body,
      companyNumbers: (body['companyNumbers'] as string[]).sort(),
    })),
    fails: ['follow/whole'],
  },
  {
    what: 'tells user ids the other way round',
    on: ONE,
    answer: json((body) => ({ ...body, userIds: (body['userIds'] as string[]).reverse() })),
    fails: ['follow/whole'],
  },
  {
    what: 'tells all company numbers but the last',
    on: ONE,
    answer: json((body) => ({
      ...body,
      companyNumbers: (body['companyNumbers'] as string[]).slice(0, -1),
    })),
    fails: ['follow/whole'],
  },
  {
    what: 'tells the user ids in capitals',
    on: ONE,
    answer: json((body) => ({
      ...body,
      userIds: (body['userIds'] as string[]).map((id) => id.toUpperCase()),
    })),
    fails: ['follow/whole'],
  },
  {
    what: 'breaks down at a reply of more than a megabyte',
    on: 'PUT /support-requests/*/messages/*',
    instead: breaksDownAbove(1_000_000),
    fails: ['follow/too-large'],
  },
  {
    what: 'gives the oldest first',
    on: LIST,
    answer: items((list) => list.reverse()),
    fails: ['follow/newest-first'],
  },
  {
    what: 'gives the same page for ever',
    on: LIST,
    ...samePage,
    fails: ['follow/listRequests-paging'],
  },
  {
    what: 'names the same cursor again',
    on: LIST,
    answer: json((body) => ({ ...body, items: (body['items'] as Json[]).slice(0, 0), next: '1' })),
    fails: ['follow/listRequests-paging'],
  },
  {
    what: 'has a status of its own',
    on: LIST,
    answer: items((list) => list.map((item) => ({ ...item, status: 'onHold' }))),
    fails: ['follow/listRequests'],
  },
  {
    what: 'takes no notice of ?status=',
    on: LIST,
    instead: (request, pass) => pass(new Request(request.url.replace(/status=\w+/, ''), request)),
    fails: ['follow/status'],
  },
  {
    what: 'refuses the company’s requests to whoever may see them',
    on: LIST,
    answer: (answer, request) =>
      request.url.includes('scope=company') ? problem(403, 'forbidden') : answer,
    fails: ['follow/scope'],
  },
  {
    what: 'loses a field',
    on: ONE,
    answer: json(({ report: _, ...body }) => body),
    fails: ['follow/whole'],
  },
  {
    what: 'shortens the description',
    on: ONE,
    answer: json((body) => ({ ...body, description: String(body['description']).slice(0, 50) })),
    fails: ['follow/whole'],
  },
  {
    what: "shows somebody else's request",
    on: ONE,
    ...asPerson((token, { other }) => token === other),
    fails: ['follow/foreign'],
  },
  {
    what: "names the id in its answer that it isn't there",
    on: ONE,
    answer: (answer, request) =>
      answer.status === 404
        ? said((body) => ({ ...body, detail: request.url }))(answer, request)
        : answer,
    fails: ['follow/foreign'],
  },
  {
    what: 'tells a reply twice',
    on: ONE,
    answer: json((body) => ({
      ...body,
      timeline: [...(body['timeline'] as Json[]), ...(body['timeline'] as Json[])],
    })),
    fails: ['follow/reply'],
  },
  {
    what: 'takes other words for the same reply',
    on: 'PUT /support-requests/*/messages/*',
    answer: only(409, () => answered(200, '{}')),
    fails: ['follow/reply'],
  },
  {
    what: 'takes a reply that says nothing',
    on: 'PUT /support-requests/*/messages/*',
    answer: only(422, async (answer) =>
      (await answer.clone().text()).includes('/text') ? answered(201, '{}') : answer,
    ),
    fails: ['follow/empty-reply', 'follow/too-large'],
  },
  {
    what: 'takes no notice of what declines a proposal',
    on: 'PUT /support-requests/*/messages/*',
    answer: only(422, async (answer) =>
      (await answer.clone().text()).includes('/declines') ? answered(201, '{}') : answer,
    ),
    fails: ['follow/unknown-proposal'],
  },
];
