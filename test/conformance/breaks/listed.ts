import type { Break, Json } from '../proxy.js';
import { answered, asPerson, header, items, json, only, problem } from './changes.js';

/** What is only read. */
export const listed: readonly Break[] = [
  {
    what: 'lists articles and has none',
    on: 'GET /articles',
    answer: only(200, () => problem(501, 'notSupported')),
    fails: ['articles/listArticles'],
  },
  {
    what: 'links from articles to plain http',
    on: 'GET /articles',
    answer: items((list) => list.map((item) => ({ ...item, link: 'http://manual.example/' }))),
    fails: ['articles/links'],
  },
  {
    what: 'answers with an HTML page of an error',
    on: 'GET /incidents',
    answer: only(200, () => answered(500, '<html>Oops</html>', 'text/html')),
    fails: ['incidents/listIncidents'],
  },
  {
    what: 'links from incidents to plain http',
    on: 'GET /incidents',
    answer: items((list) => list.map((item) => ({ ...item, link: 'http://incident.example/' }))),
    fails: ['incidents/links'],
  },
  {
    what: 'cuts its JSON off',
    on: 'GET /incidents',
    answer: only(200, async (answer) =>
      answered(200, (await answer.text()).slice(0, -2), 'application/json'),
    ),
    fails: ['incidents/listIncidents'],
  },
  {
    what: 'knows a severity of its own',
    on: 'GET /incidents',
    answer: items((list) => list.map((item) => ({ ...item, severity: 'catastrophe' }))),
    fails: ['incidents/listIncidents'],
  },
  {
    what: 'redirects to a sign-in page',
    on: 'GET /companies',
    answer: only(200, () => new Response(null, { status: 302, headers: { Location: '/login' } })),
    fails: ['companies/listCompanies'],
  },
  {
    what: 'calls its JSON text',
    on: 'GET /companies',
    answer: only(200, header('Content-Type', 'text/plain')),
    fails: ['companies/listCompanies'],
  },
  {
    what: 'loses the last company of every page',
    on: 'GET /companies',
    answer: items((list) => list.slice(0, -1)),
    fails: ['companies/count', 'companies/search'],
  },
  {
    what: 'loses the first company of every page',
    on: 'GET /companies',
    answer: items((list) => list.slice(1)),
    fails: ['companies/count', 'companies/search'],
  },
  {
    what: 'finds no company by its number',
    on: 'GET /companies',
    answer: (answer, request) =>
      /[?&]q=\d/.test(request.url) ? items(() => [])(answer, request) : answer,
    fails: ['companies/search'],
  },
  {
    what: 'has no name for the person',
    on: 'GET /me',
    answer: json(({ name: _, ...body }) => body),
    fails: ['me/getMe'],
  },
  {
    what: 'says 401 by an HTML page',
    on: 'GET /me',
    answer: only(401, () => answered(401, '<html>Log in</html>', 'text/html')),
    fails: ['me/sign-in'],
  },
  {
    what: 'takes no notice of tokens',
    on: 'GET /companies',
    ...asPerson(() => true),
    fails: ['companies/sign-in'],
  },
  {
    what: 'believes a token without its signature',
    on: 'GET /companies',
    ...asPerson(
      (token, { person }) => token?.startsWith(person.split('.').slice(0, 2).join('.')) === true,
    ),
    fails: ['companies/sign-in'],
  },
  {
    what: 'offers a download by plain http',
    on: 'GET /remote-support',
    answer: json((body) => ({
      ...body,
      downloads: (body['downloads'] as Json[]).map((file) => ({
        ...file,
        url: 'http://download.example/x.exe',
      })),
    })),
    fails: ['remoteSupport/links'],
  },
  {
    what: 'gives half a SHA-256',
    on: 'GET /remote-support',
    answer: json((body) => ({
      ...body,
      downloads: (body['downloads'] as Json[]).map((file) => ({ ...file, sha256: 'abc' })),
    })),
    fails: ['remoteSupport/digests'],
  },
];
