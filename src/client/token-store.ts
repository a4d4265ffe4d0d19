import type { AccessToken } from './connection-settings.js';
import { reportFault } from './report-fault.js';
import { SupportError } from './support-error.js';
import { connectionError } from './transport.js';

/** Called with a token that differs from the last one, before anything is sent with it. What it throws, the request fails with. */
export type OnNewToken = (token: string, former: string | undefined) => Promise<void> | void;

function statusOf(thrown: unknown): unknown {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  if ('status' in thrown) return thrown.status;
  return 'response' in thrown ? statusOf(thrown.response) : undefined;
}

/**
 * Why the host gave no token. Only a refusal says that nobody is signed in: for everything else it may be the way to the
 * sign-in service that is broken.
 */
function noToken(thrown: unknown): SupportError {
  if (thrown instanceof SupportError) return thrown;
  const status = statusOf(thrown);
  if (status === 401 || status === 403)
    return new SupportError('unauthenticated', 'The host gave no access token', {
      status,
      cause: thrown,
    });
  reportFault('The function in accessToken threw an error without the status 401 or 403', thrown);
  return connectionError(thrown);
}

/** The access token of a client: asked for once at a time, and kept until it is refused or another person may have signed in. */
export class TokenStore {
  readonly #source: () => AccessToken | undefined;
  readonly #onNewToken: OnNewToken | undefined;
  /** What goes along with requests; missing while it has to be asked for. */
  #token: string | undefined;
  /** The last one that was used, to notice when another comes. */
  #last: string | undefined;
  #refused: string | undefined;
  #asking: Promise<string> | undefined;
  #isOutdated = false;

  constructor(source: () => AccessToken | undefined, onNewToken?: OnNewToken) {
    this.#source = source;
    this.#onNewToken = onNewToken;
  }

  /**
   * The token to send; nothing where the host signs in by something else.
   *
   * @throws SupportError
   */
  async get(): Promise<string | undefined> {
    if (!this.#source()) return undefined;
    if (this.#token !== undefined) return this.#token;
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  /** The token that is known by now, for a request that goes without one too. Where none is, it is asked for meanwhile, for those that don't. */
  known(): string | undefined {
    this.get().catch(() => undefined);
    return this.#token;
  }

  /** The endpoint doesn't take this one: the host is asked for another when one is needed. */
  refuse(token: string): void {
    if (token !== this.#token) return;
    this.#refused = token;
    this.#token = undefined;
  }

  /** Another person may have signed in: the host is asked again when a token is needed, also where it is just being asked. */
  forget(): void {
    this.#token = undefined;
    this.#isOutdated = true;
  }

  async #ask(): Promise<string> {
    let token: unknown;
    do {
      this.#isOutdated = false;
      const source = this.#source();
      try {
        token = typeof source === 'function' ? await source({ refused: this.#refused }) : source;
      } catch (thrown) {
        if (!this.#isOutdated) throw noToken(thrown);
      }
    } while (this.#isOutdated);
    if (typeof token !== 'string' || !token)
      throw new SupportError('unauthenticated', 'The host gave no access token');
    if (token !== this.#last) await this.#onNewToken?.(token, this.#last);
    this.#token = this.#last = token;
    this.#refused = undefined;
    return token;
  }
}
