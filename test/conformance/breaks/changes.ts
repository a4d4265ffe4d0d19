import type { Break, Change, Json, Tokens } from '../proxy.js';

/** What may happen to an answer, or to a request, on its way. */

export const answered = (status: number, body: string, type = 'application/json'): Response =>
  new Response(body, { status, headers: { 'Content-Type': type } });

/** @param like whose headers it has beside its own */
export function problem(status: number, code: string, like?: Headers): Response {
  const headers = new Headers(like);
  headers.set('Content-Type', 'application/problem+json');
  return new Response(JSON.stringify({ title: code, status, code }), { status, headers });
}

/** Changes only answers of one status. */
export const only =
  (status: number, change: Change): Change =>
  (answer, request) =>
    answer.status === status ? change(answer, request) : answer;

/** Changes what JSON says. */
export const said =
  (change: (body: Json) => Json): Change =>
  async (answer) =>
    new Response(JSON.stringify(change((await answer.json()) as Json)), {
      status: answer.status,
      headers: answer.headers,
    });

/** Changes what a successful answer says. */
export const json =
  (change: (body: Json) => Json): Change =>
  (answer, request) =>
    answer.ok ? said(change)(answer, request) : answer;

/** Sets a header, or takes it away. */
export const header =
  (name: string, value: string | null): Change =>
  (answer) => {
    const headers = new Headers(answer.headers);
    if (value === null) headers.delete(name);
    else headers.set(name, value);
    return new Response(answer.body, { status: answer.status, headers });
  };

/** The same request with other headers. */
export function changed(
  request: Request,
  headers: Readonly<Record<string, string | null>>,
): Request {
  const copy = new Request(request);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) copy.headers.delete(name);
    else copy.headers.set(name, value);
  }
  return copy;
}

export const items = (change: (list: Json[]) => Json[]): Change =>
  json((body) => ({ ...body, items: change(body['items'] as Json[]) }));

/** The first person's token goes along, whoever asks. */
export const asPerson = (
  when: (token: string | null, tokens: Tokens) => boolean,
): Pick<Break, 'instead'> => ({
  instead: (request, pass, tokens) => {
    const token = request.headers.get('Authorization')?.replace('Bearer ', '') ?? null;
    return pass(
      when(token, tokens)
        ? changed(request, { Authorization: `Bearer ${tokens.person}` })
        : request,
    );
  },
});

/** As a server does whose reader of JSON has a limit of its own. */
export const breaksDownAbove =
  (bytes: number): NonNullable<Break['instead']> =>
  async (request, pass) =>
    (await request.clone().arrayBuffer()).byteLength > bytes
      ? answered(500, '<h1>Internal Server Error</h1>', 'text/html')
      : pass(request);

export const noSwedish: Change = (answer, { url }) =>
  url.includes('language=sv') ? problem(422, 'validation') : answer;

/** Whatever cursor is given, the first page comes, and names another. */
export const samePage: Pick<Break, 'answer' | 'instead'> = {
  instead: (request, pass) => {
    const first = new URL(request.url);
    first.searchParams.delete('cursor');
    return pass(new Request(first, request));
  },
  answer: (answer, request) =>
    /[?&](state|status)=/.test(request.url)
      ? answer
      : json((body) => ({ ...body, next: '1' }))(answer, request),
};
