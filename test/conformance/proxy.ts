export type Json = Record<string, unknown>;
export type Pass = (request: Request) => Promise<Response>;

export interface Tokens {
  readonly person: string;
  readonly other: string;
}

export type Change = (answer: Response, request: Request) => Response | Promise<Response>;

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
