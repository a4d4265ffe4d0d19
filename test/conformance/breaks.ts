import { answered, changed, header, json, only, problem, said, type Break, type Json } from './proxy.js';

/**
 * Endpoints that break one thing each, and the checks that must say so: these and no others. What is asked or answered is changed
 * on its way to and from the real endpoint.
 */
const REQUEST = 'PUT /support-requests/*';
const LIST = 'GET /support-requests';
const ONE = 'GET /support-requests/*';
const FILE = 'PUT /attachments/*';
const DECISION = 'PUT /advisory-access/*/decision';

const items = (change: (list: Json[]) => Json[]) => json((body) => ({ ...body, items: change(body['items'] as Json[]) }));
const isOutcome = (outcome: string) => (body: Json) => body['outcome'] === outcome;

/** As if the decision had been taken: the request as it stands, with 200. */
const taken = (when: (body: Json) => boolean): Pick<Break, 'instead'> => ({
  instead: async (request, pass) => {
    if (!when((await request.clone().json()) as Json)) return pass(request);
    return pass(new Request(request.url.replace('/decision', ''), { headers: request.headers }));
  },
});

/** Another asker's token goes along. */
const asIf = (to: 'person' | 'other', when: (token: string | null, tokens: { person: string; other: string }) => boolean): Pick<Break, 'instead'> => ({
  instead: (request, pass, tokens) => {
    const token = request.headers.get('Authorization')?.replace('Bearer ', '') ?? null;
    return pass(when(token, tokens) ? changed(request, { Authorization: `Bearer ${tokens[to]}` }) : request);
  },
});

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}

const later = (instant: unknown, ms: number): string => new Date(Date.parse(String(instant)) + ms).toISOString();

const noSwedish = (answer: Response, { url }: Request): Response => (url.includes('language=sv') ? problem(422, 'validation') : answer);

/** Whatever cursor is given, the first page comes, and names another. */
const samePage: Pick<Break, 'answer' | 'instead'> = {
  instead: (request, pass) => {
    const first = new URL(request.url);
    first.searchParams.delete('cursor');
    return pass(new Request(first, request));
  },
  answer: (answer, request) => (/[?&](state|status)=/.test(request.url) ? answer : json((body) => ({ ...body, next: '1' }))(answer, request)),
};

const sundays = { timeZone: 'Europe/Helsinki', weekly: [{ days: [0], from: '09:00', to: '12:00' }], closedDates: [] };

let number = 0;
const ended = new Set<string>();

export const breaks: readonly Break[] = [
  // Every endpoint
  { what: 'names another contract', on: 'GET /service', answer: json((body) => ({ ...body, contract: 2 })), fails: ['service/contract'] },
  { what: 'keeps its profile behind a sign-in', on: 'GET /service', answer: (answer) => problem(401, 'unauthenticated', answer.headers), fails: ['service/getService'] },
  {
    what: 'writes a capability otherwise',
    on: 'GET /service',
    answer: json((body) => ({ ...body, capabilities: (body['capabilities'] as string[]).map((name) => name.replace('advisoryAccess', 'advisory-access')) })),
    fails: ['service/capabilities'],
  },
  { what: 'links to plain http', on: 'GET /service', answer: json((body) => ({ ...body, links: { ...(body['links'] as Json), forum: 'http://forum.example/' } })), fails: ['service/links'] },
  { what: 'has no limits for attachments', on: 'GET /service', answer: json(({ attachments: _, ...body }) => body), fails: ['service/limits'] },
  {
    what: 'takes SVG by its own word',
    on: 'GET /service',
    answer: json((body) => ({ ...body, attachments: { ...(body['attachments'] as Json), types: ['image/png', 'image/svg+xml'] } })),
    fails: ['service/limits'],
  },
  { what: 'knows no Swedish', on: 'GET /service', answer: noSwedish, fails: ['service/getService-language'] },
  {
    what: 'makes its ETag of the moment',
    on: 'GET /service',
    instead: async (request, pass) => header('ETag', `"${(number += 1)}"`)(await pass(changed(request, { 'If-None-Match': '"x"' })), request),
    fails: ['service/getService-etag'],
  },
  { what: 'says nonsense in Retry-After', on: 'GET /service', answer: header('Retry-After', 'soon'), fails: ['answers/retry-after'] },

  { what: 'counts the week from 0', on: 'GET /service', answer: json((body) => ({ ...body, contact: { ...(body['contact'] as Json), hours: sundays } })), fails: ['service/hours'] },

  // What the rows of the contract's table say
  ...['GET /companies', 'GET /incidents', 'GET /articles', REQUEST, 'DELETE /attachments/*', LIST, 'GET /advisory-access'].map((on, index) => ({
    what: `lets anybody in at ${on}`,
    on,
    ...asIf('person', (token, { other }) => token !== other),
    fails: [`${['companies', 'incidents', 'articles', 'requests', 'attachments', 'follow', 'advisoryAccess'][index]}/sign-in`],
  })),
  ...[
    ['GET /incidents', 'incidents/listIncidents'],
    [LIST, 'follow/listRequests'],
    [ONE, 'follow/getRequest'],
    ['GET /advisory-access', 'advisoryAccess/listAdvisoryAccess'],
    ['GET /advisory-access/*', 'advisoryAccess/getAdvisoryAccess'],
    ['GET /remote-support', 'remoteSupport/getRemoteSupport'],
  ].map(([on = '', name]) => ({ what: `speaks no Swedish at ${on}`, on, answer: noSwedish, fails: [`${name}-language`] })),
  ...[
    [ONE, 'follow/getRequest'],
    ['GET /advisory-access/*', 'advisoryAccess/getAdvisoryAccess'],
    ['GET /remote-support', 'remoteSupport/getRemoteSupport'],
  ].map(([on = '', name]) => ({ what: `has no ETag at ${on}`, on, answer: header('ETag', null), fails: [`${name}-etag`] })),
  ...[
    ['GET /companies', 'companies/listCompanies'],
    ['GET /articles', 'articles/listArticles'],
    ['GET /advisory-access', 'advisoryAccess/listAdvisoryAccess'],
  ].map(([on = '', name]) => ({ what: `gives the same page for ever at ${on}`, on, ...samePage, fails: [`${name}-paging`] })),
  { what: 'has no timeline', on: ONE, answer: json(({ timeline: _, ...body }) => body), fails: ['follow/getRequest'] },
  { what: 'counts nothing', on: 'GET /advisory-access', answer: json(({ pendingCount: _, ...body }) => body), fails: ['advisoryAccess/listAdvisoryAccess', 'advisoryAccess/getAdvisoryAccess'] },
  { what: 'has no clock', on: 'GET /advisory-access/*', answer: json(({ serverTime: _, ...body }) => body), fails: ['advisoryAccess/getAdvisoryAccess'] },
  { what: 'names no program', on: 'GET /remote-support', answer: json(({ program: _, ...body }) => body), fails: ['remoteSupport/getRemoteSupport'] },
  { what: 'removes what never was', on: 'DELETE /attachments/*', answer: only(404, () => new Response(null, { status: 204 })), fails: ['attachments/unknown-id', 'attachments/removed', 'attachments/foreign'] },
  { what: 'forbids what never was', on: ONE, answer: only(404, () => problem(403, 'forbidden')), fails: ['follow/unknown-id', 'follow/foreign'] },
  { what: 'forbids an advisory request that never was', on: 'GET /advisory-access/*', answer: only(404, () => problem(403, 'forbidden')), fails: ['advisoryAccess/unknown-id', 'advisoryAccess/foreign'] },

  // Whatever is listed
  { what: 'lists articles and has none', on: 'GET /articles', answer: only(200, () => problem(501, 'notSupported')), fails: ['articles/listArticles'] },
  { what: 'links from articles to plain http', on: 'GET /articles', answer: items((list) => list.map((item) => ({ ...item, link: 'http://manual.example/' }))), fails: ['articles/links'] },
  { what: 'answers with an HTML page of an error', on: 'GET /incidents', answer: only(200, () => answered(500, '<html>Oops</html>', 'text/html')), fails: ['incidents/listIncidents'] },
  { what: 'links from incidents to plain http', on: 'GET /incidents', answer: items((list) => list.map((item) => ({ ...item, link: 'http://incident.example/' }))), fails: ['incidents/links'] },
  { what: 'cuts its JSON off', on: 'GET /incidents', answer: only(200, async (answer) => answered(200, (await answer.text()).slice(0, -2), 'application/json')), fails: ['incidents/listIncidents'] },
  { what: 'knows a severity of its own', on: 'GET /incidents', answer: items((list) => list.map((item) => ({ ...item, severity: 'catastrophe' }))), fails: ['incidents/listIncidents'] },
  { what: 'redirects to a sign-in page', on: 'GET /companies', answer: only(200, () => new Response(null, { status: 302, headers: { Location: '/login' } })), fails: ['companies/listCompanies'] },
  { what: 'calls its JSON text', on: 'GET /companies', answer: only(200, header('Content-Type', 'text/plain')), fails: ['companies/listCompanies'] },
  { what: 'finds no company by its number', on: 'GET /companies', answer: (answer, request) => (/[?&]q=\d/.test(request.url) ? items(() => [])(answer, request) : answer), fails: ['companies/search'] },
  { what: 'has no name for the person', on: 'GET /me', answer: json(({ name: _, ...body }) => body), fails: ['me/getMe'] },
  { what: 'says 401 by an HTML page', on: 'GET /me', answer: only(401, () => answered(401, '<html>Log in</html>', 'text/html')), fails: ['me/sign-in'] },
  { what: 'takes no notice of tokens', on: 'GET /companies', ...asIf('person', () => true), fails: ['companies/sign-in'] },
  { what: 'believes a token without its signature', on: 'GET /companies', ...asIf('person', (token, { person }) => token?.startsWith(person.split('.').slice(0, 2).join('.')) === true), fails: ['companies/sign-in'] },
  {
    what: 'offers a download by plain http',
    on: 'GET /remote-support',
    answer: json((body) => ({ ...body, downloads: (body['downloads'] as Json[]).map((file) => ({ ...file, url: 'http://download.example/x.exe' })) })),
    fails: ['remoteSupport/links'],
  },
  {
    what: 'gives half a SHA-256',
    on: 'GET /remote-support',
    answer: json((body) => ({ ...body, downloads: (body['downloads'] as Json[]).map((file) => ({ ...file, sha256: 'abc' })) })),
    fails: ['remoteSupport/digests'],
  },

  // Support requests
  { what: 'answers a repeat with 201', on: REQUEST, answer: only(200, (answer) => new Response(answer.body, { status: 201, headers: answer.headers })), fails: ['requests/again', 'requests/at-once'] },
  {
    what: 'makes another ticket of every repeat',
    on: REQUEST,
    answer: json((body) => ({ ...body, number: `FIV-${(number += 1)}` })),
    fails: ['requests/again', 'requests/equal-after-parsing', 'requests/conflict', 'requests/at-once', 'requests/other-person'],
  },
  { what: 'answers a new request with 200', on: REQUEST, answer: only(201, (answer) => new Response(answer.body, { status: 200, headers: answer.headers })), fails: ['requests/created'] },
  { what: 'has no number and says 201', on: REQUEST, answer: json((body) => ({ ...body, number: null })), fails: ['requests/created'] },
  { what: 'answers with an id of its own', on: REQUEST, answer: json((body) => ({ ...body, id: '4711' })), fails: ['requests/receipt'] },
  { what: 'composes the subject in its own way', on: REQUEST, answer: json((body) => ({ ...body, subject: 'Help!' })), fails: ['requests/subject'] },
  { what: 'tells a conflict without its code', on: REQUEST, answer: only(409, said(({ code: _, ...body }) => body)), fails: ['requests/conflict'] },
  { what: 'tells a problem as plain JSON', on: REQUEST, answer: only(409, header('Content-Type', 'application/json')), fails: ['requests/conflict'] },
  { what: 'has a code of its own', on: REQUEST, answer: only(409, said((body) => ({ ...body, code: 'duplicate' }))), fails: ['requests/conflict'] },
  { what: 'says one status in the body and another on the wire', on: REQUEST, answer: only(409, said((body) => ({ ...body, status: 400 }))), fails: ['requests/conflict'] },
  { what: 'refuses unknown fields', on: REQUEST, instead: async (request, pass) => ((await request.clone().text()).includes('unheardOf') ? problem(422, 'validation') : pass(request)), fails: ['requests/equal-after-parsing'] },
  {
    what: 'names the first wrong field only',
    on: REQUEST,
    answer: only(422, said((body) => ({ ...body, errors: (body['errors'] as Json[] | undefined)?.slice(0, 1) }))),
    fails: ['requests/wrong-fields'],
  },
  { what: 'says 400 to what is no JSON', on: REQUEST, instead: async (request, pass) => (isJson(await request.clone().text()) ? pass(request) : problem(400, 'validation')), fails: ['requests/no-json'] },
  { what: "lets another person's request meet the first one's", on: REQUEST, ...asIf('person', (token, { other }) => token === other), fails: ['requests/other-person'] },

  { what: 'takes an id that is no UUID', on: REQUEST, answer: (answer, { url }) => (url.endsWith('/conformance-1') ? answered(201, '{}') : answer), fails: ['requests/no-uuid'] },

  {
    what: "lets a page of another site send in a person's name",
    on: REQUEST,
    instead: (request, pass, { person }) => pass(changed(request, { Authorization: `Bearer ${person}` })),
    isByCookie: true,
    fails: ['requests/cross-site', 'requests/sign-in'],
  },

  // Attachments
  { what: 'takes a request with a file that is not there', on: REQUEST, answer: only(422, async (answer, request) => ((await request.text()).includes('testi-test.png') ? answered(201, '{}') : answer)), fails: ['attachments/never-uploaded'] },
  {
    what: 'takes bytes whatever their digest',
    on: FILE,
    instead: async (request, pass) => {
      const bytes = new Uint8Array(await request.clone().arrayBuffer());
      const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64');
      return pass(changed(request, { 'Content-Digest': `sha-256=:${digest}:` }));
    },
    fails: ['attachments/digest'],
  },
  { what: 'takes SVG', on: FILE, answer: (answer, request) => (request.headers.get('Content-Type') === 'image/svg+xml' && answer.status === 415 ? answered(201, '{}') : answer), fails: ['attachments/active-types'] },
  { what: 'believes the name of a type', on: FILE, answer: (answer, request) => (request.headers.get('Content-Type') === 'image/png' && answer.status === 415 ? answered(201, '{}') : answer), fails: ['attachments/type-by-content'] },
  { what: 'says 400 to what is too large', on: FILE, answer: only(413, () => problem(400, 'tooLarge')), fails: ['attachments/too-large'] },
  { what: 'puts other bytes in the place of the first', on: FILE, answer: only(409, () => answered(200, '{}')), fails: ['attachments/again'] },
  { what: 'tells another digest', on: FILE, answer: json((body) => ({ ...body, digest: 'x' })), fails: ['attachments/kept'] },
  { what: 'shows files in the browser', on: 'GET /attachments/*', answer: only(200, header('Content-Disposition', 'inline')), fails: ['attachments/download-only'] },
  { what: 'has no sandbox for files', on: 'GET /attachments/*', answer: only(200, header('Content-Security-Policy', "default-src 'none'")), fails: ['attachments/download-only'] },
  { what: 'gives other bytes back', on: 'GET /attachments/*', answer: only(200, (answer) => new Response('x', { headers: answer.headers })), fails: ['attachments/read'] },
  { what: 'removes what a request has', on: 'DELETE /attachments/*', answer: only(409, () => new Response(null, { status: 204 })), fails: ['attachments/bound'] },
  { what: 'answers a removal with a body', on: 'DELETE /attachments/*', answer: only(204, () => answered(200, '{}')), fails: ['attachments/removed'] },
  { what: "shows somebody else's file", on: 'GET /attachments/*', ...asIf('person', (token, { other }) => token === other), fails: ['attachments/foreign'] },

  // Following
  { what: 'has no ETag', on: LIST, answer: header('ETag', null), fails: ['follow/listRequests-etag'] },
  { what: 'gives the oldest first', on: LIST, answer: items((list) => list.reverse()), fails: ['follow/newest-first'] },
  {
    what: 'gives the same page for ever',
    on: LIST,
    ...samePage,
    fails: ['follow/listRequests-paging'],
  },
  { what: 'names the same cursor again', on: LIST, answer: json((body) => ({ ...body, items: (body['items'] as Json[]).slice(0, 0), next: '1' })), fails: ['follow/listRequests-paging'] },
  { what: 'has a status of its own', on: LIST, answer: items((list) => list.map((item) => ({ ...item, status: 'onHold' }))), fails: ['follow/listRequests'] },
  { what: 'takes no notice of ?status=', on: LIST, instead: (request, pass) => pass(new Request(request.url.replace(/status=\w+/, ''), request)), fails: ['follow/status'] },
  { what: 'refuses the company’s requests to whoever may see them', on: LIST, answer: (answer, request) => (request.url.includes('scope=company') ? problem(403, 'forbidden') : answer), fails: ['follow/scope'] },
  { what: 'loses a field', on: ONE, answer: json(({ report: _, ...body }) => body), fails: ['follow/whole'] },
  { what: 'shortens the description', on: ONE, answer: json((body) => ({ ...body, description: String(body['description']).slice(0, 50) })), fails: ['follow/whole'] },
  { what: "shows somebody else's request", on: ONE, ...asIf('person', (token, { other }) => token === other), fails: ['follow/foreign'] },
  { what: "names the id in its answer that it isn't there", on: ONE, answer: (answer, request) => (answer.status === 404 ? said((body) => ({ ...body, detail: request.url }))(answer, request) : answer), fails: ['follow/foreign'] },
  { what: 'tells a reply twice', on: ONE, answer: json((body) => ({ ...body, timeline: [...(body['timeline'] as Json[]), ...(body['timeline'] as Json[])] })), fails: ['follow/reply'] },
  { what: 'takes other words for the same reply', on: 'PUT /support-requests/*/messages/*', answer: only(409, () => answered(200, '{}')), fails: ['follow/reply'] },
  { what: 'takes a reply that says nothing', on: 'PUT /support-requests/*/messages/*', answer: only(422, () => answered(201, '{}')), fails: ['follow/empty-reply'] },

  // Advisory access
  { what: 'takes no notice of If-None-Match', on: 'GET /advisory-access', instead: (request, pass) => pass(changed(request, { 'If-None-Match': null })), fails: ['advisoryAccess/listAdvisoryAccess-etag'] },
  { what: 'counts what is pending wrongly', on: 'GET /advisory-access', answer: json((body) => ({ ...body, pendingCount: 17 })), fails: ['advisoryAccess/counts'] },
  { what: 'has a clock of its own', on: 'GET /advisory-access', answer: json((body) => ({ ...body, serverTime: '2001-01-01T00:00:00Z' })), fails: ['advisoryAccess/clock'] },
  { what: 'decides on a version that nobody has seen', on: DECISION, ...taken(isOutcome('returned')), fails: ['advisoryAccess/version'] },
  { what: 'approves no company', on: DECISION, ...taken(({ companies }) => Array.isArray(companies) && !companies.length), fails: ['advisoryAccess/empty-list'] },
  { what: 'approves more than was asked', on: DECISION, ...taken(({ areas }) => Array.isArray(areas) && areas.length > 1), fails: ['advisoryAccess/wider'] },
  { what: "shows another customer's advisory request", on: 'GET /advisory-access/*', ...asIf('person', (token, { other }) => token === other), fails: ['advisoryAccess/foreign'] },
  {
    what: 'grants for longer than was granted',
    on: DECISION,
    answer: json((body) => ({ ...body, endsAt: later(body['endsAt'], 60_000) })),
    options: ['--decide'],
    fails: ['advisoryAccess/decide'],
  },
  { what: 'says to a later decision that something has changed', on: DECISION, answer: only(409, said((body) => ({ ...body, code: 'changed' }))), options: ['--decide'], fails: ['advisoryAccess/decide'] },
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

  // Pages of other origins
  { what: 'allows no other origin', on: '* *', answer: header('Access-Control-Allow-Origin', null), fails: ['crossOrigin/preflight', 'crossOrigin/answers'] },
  { what: 'allows every origin by *, with credentials', on: '* *', answer: header('Access-Control-Allow-Origin', '*'), fails: ['crossOrigin/preflight', 'crossOrigin/answers', 'crossOrigin/stranger'] },
  { what: 'echoes every origin', on: '* *', answer: (answer, request) => header('Access-Control-Allow-Origin', request.headers.get('Origin'))(answer, request), fails: ['crossOrigin/stranger'] },
  { what: 'hides its headers from pages', on: '* *', answer: header('Access-Control-Expose-Headers', 'ETag'), fails: ['crossOrigin/answers'] },
  { what: 'lets no page send a digest', on: 'OPTIONS *', answer: header('Access-Control-Allow-Headers', 'Authorization, Content-Type, If-None-Match'), fails: ['crossOrigin/preflight'] },
  { what: 'has its preflights asked every time', on: 'OPTIONS *', answer: header('Access-Control-Max-Age', null), fails: ['crossOrigin/preflight'] },
];
