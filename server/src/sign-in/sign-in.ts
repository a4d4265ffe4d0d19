import { timingSafeEqual } from 'node:crypto';
import { parse as parseCookies } from 'hono/utils/cookie';
import { ProblemError } from '../http/problem-error.js';
import { identityOf, type ClaimNames, type Identity } from './identity.js';
import { KnownTokens } from './known-tokens.js';
import type { TokenVerifier } from './tokens.js';

export interface SignInOptions {
  readonly verifier: TokenVerifier;
  /** The claims that a provider keeps roles and tenant in, where they are others than the usual ones. */
  readonly claims?: ClaimNames | undefined;
  /** Name of the host's cookie that holds the token; bearer tokens only without one. */
  readonly sessionCookie?: string | undefined;
  readonly allowedOrigins: readonly string[];
  readonly now: () => Date;
}

const unauthenticated = (challenge: string) =>
  new ProblemError('unauthenticated', { headers: { 'WWW-Authenticate': challenge } });

function areEqual(a: string | undefined, b: string | null): boolean {
  if (!a || !b) return false;
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Who is calling, by a bearer token or by the host's session cookie. */
export class SignIn {
  readonly #options: SignInOptions;
  readonly #known = new KnownTokens();

  constructor(options: SignInOptions) {
    this.#options = options;
  }

  /** @param writes whether the call stores something, whatever its method */
  async identify(request: Request, writes: boolean): Promise<Identity> {
    const token = this.#bearer(request) ?? this.#session(request, writes);
    if (token === undefined) throw unauthenticated('Bearer');
    const identity = await this.#behind(token);
    if (!identity) throw unauthenticated('Bearer error="invalid_token"');
    return identity;
  }

  async #behind(token: string): Promise<Identity | undefined> {
    const { verifier, claims, now } = this.#options;
    const known = this.#known.find(token, verifier.generation, now());
    if (known) return known;
    const found = await verifier.verify(token);
    const identity = identityOf(found, claims);
    if (identity && found?.exp !== undefined) this.#known.add(token, identity, found.exp);
    return identity;
  }

  #bearer(request: Request): string | undefined {
    return /^Bearer +([^\s]+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
  }

  /** A browser sends a cookie unasked, so whatever changes something needs a proof that our own page sent it. */
  #session(request: Request, writes: boolean): string | undefined {
    const { sessionCookie } = this.#options;
    if (sessionCookie === undefined) return undefined;
    const cookies = parseCookies(request.headers.get('Cookie') ?? '');
    const token = cookies[sessionCookie];
    if (!token) return undefined;
    if (!writes) return token;
    if (!areEqual(cookies['XSRF-TOKEN'], request.headers.get('X-XSRF-TOKEN')))
      throw new ProblemError('forbidden');
    if (!this.#isOurs(request)) throw new ProblemError('forbidden');
    return token;
  }

  #isOurs(request: Request): boolean {
    const origin = request.headers.get('Origin');
    // A page of our own that only gets something sends no origin.
    if (origin === null) return request.headers.get('Sec-Fetch-Site') === 'same-origin';
    if (this.#options.allowedOrigins.includes(origin)) return true;
    // The scheme isn't compared: a proxy in front may have ended the encryption.
    return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
  }
}
