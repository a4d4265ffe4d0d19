export type Json = Record<string, unknown>;
export type Pass = (request: Request) => Promise<Response>;

export interface Tokens {
  readonly person: string;
  readonly other: string;
}

type Change = (answer: Response, request: Request) => Response | Promise<Response>;

/** One thing that an endpoint does otherwise than the contract says. */
export interface Break {
  readonly what: string;
  /** Method and path below the endpoint; `*` stands for one part, or alone for anything. */
  readonly on: string;
  /** Changes what the real endpoint answered. */
  readonly answer?: Change;
  /** Answers itself, or passes on something else. */
  readonly instead?: (request: Request, pass: Pass, tokens: Tokens) => Promise<Response>;
  readonly options?: readonly string[];
  /** Asked by a session cookie instead of tokens. */
  readonly isByCookie?: true;
  /** The checks that say so, and no others. */
  readonly fails: readonly string[];
}

export const answered = (status: number, body: string, type = 'application/json'): Response => new Response(body, { status, headers: { 'Content-Type': type } });

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
    new Response(JSON.stringify(change((await answer.json()) as Json)), { status: answer.status, headers: answer.headers });

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
export function changed(request: Request, headers: Readonly<Record<string, string | null>>): Request {
  const copy = new Request(request);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) copy.headers.delete(name);
    else copy.headers.set(name, value);
  }
  return copy;
}

function isOn({ on }: Break, { method, url }: Request, base: string): boolean {
  const [wantedMethod, wantedPath = ''] = on.split(' ');
  const path = new URL(url).pathname.slice(base.length);
  const pattern = wantedPath === '*' ? '.*' : wantedPath.replaceAll('*', '[^/]+');
  return (wantedMethod === '*' || wantedMethod === method) && new RegExp(`^${pattern}$`).test(path);
}

/** A way to the real endpoint on which one thing is broken. */
export function breaking(broken: Break, pass: Pass, base: string, tokens: Tokens): Pass {
  return async (request) => {
    if (!isOn(broken, request, base)) return pass(request);
    const asked = request.clone();
    const answer = await (broken.instead?.(request, pass, tokens) ?? pass(request));
    return broken.answer?.(answer, asked) ?? answer;
  };
}
