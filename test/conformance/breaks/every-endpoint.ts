import type { Break, Json } from '../proxy.js';
import { changed, header, json, noSwedish, problem } from './changes.js';

const hours = (timeZone: string, days: readonly number[]) => ({
  timeZone,
  weekly: [{ days, from: '09:00', to: '12:00' }],
  closedDates: [],
});

let moment = 0;

/** What every endpoint says of itself. */
export const everyEndpoint: readonly Break[] = [
  {
    what: 'names another contract',
    on: 'GET /service',
    answer: json((body) => ({ ...body, contract: 2 })),
    fails: ['service/contract'],
  },
  {
    what: 'keeps its profile behind a sign-in',
    on: 'GET /service',
    answer: (answer) => problem(401, 'unauthenticated', answer.headers),
    fails: ['service/getService'],
  },
  {
    what: 'writes a capability otherwise',
    on: 'GET /service',
    answer: json((body) => ({
      ...body,
      capabilities: (body['capabilities'] as string[]).map((name) =>
        name.replace('advisoryAccess', 'advisory-access'),
      ),
    })),
    fails: ['service/capabilities'],
  },
  {
    what: 'links to plain http',
    on: 'GET /service',
    answer: json((body) => ({
      ...body,
      links: { ...(body['links'] as Json), forum: 'http://forum.example/' },
    })),
    fails: ['service/links'],
  },
  {
    what: 'has no limits for attachments',
    on: 'GET /service',
    answer: json(({ attachments: _, ...body }) => body),
    fails: ['service/limits'],
  },
  {
    what: 'takes SVG by its own word',
    on: 'GET /service',
    answer: json((body) => ({
      ...body,
      attachments: { ...(body['attachments'] as Json), types: ['image/png', 'image/svg+xml'] },
    })),
    fails: ['service/limits'],
  },
  {
    what: 'knows no Swedish',
    on: 'GET /service',
    answer: noSwedish,
    fails: ['service/getService-language'],
  },
  {
    what: 'makes its ETag of the moment',
    on: 'GET /service',
    instead: async (request, pass) =>
      header('ETag', `"${(moment += 1)}"`)(
        await pass(changed(request, { 'If-None-Match': '"x"' })),
        request,
      ),
    fails: ['service/getService-etag'],
  },
  {
    what: 'says one ETag in every language',
    on: 'GET /service',
    instead: async (request, pass) =>
      request.headers.get('If-None-Match') === '"1"'
        ? new Response(null, { status: 304 })
        : header('ETag', '"1"')(await pass(request), request),
    fails: ['service/getService-etag'],
  },
  {
    what: 'says nonsense in Retry-After',
    on: 'GET /service',
    answer: header('Retry-After', 'soon'),
    fails: ['answers/retry-after'],
  },
  {
    what: 'counts the week from 0',
    on: 'GET /service',
    answer: json((body) => ({
      ...body,
      contact: { ...(body['contact'] as Json), hours: hours('Europe/Helsinki', [0]) },
    })),
    fails: ['service/hours'],
  },
  {
    what: 'is in a time zone that there is not',
    on: 'GET /service',
    answer: json((body) => ({
      ...body,
      contact: { ...(body['contact'] as Json), hours: hours('Europe/Atlantis', [1]) },
    })),
    fails: ['service/hours'],
  },
];
