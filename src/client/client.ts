import type { InputOf, Operation, OutputOf } from '../contract/operation.js';
import type { Language } from '../contract/values.js';
import type { ConnectionSettings } from './connection-settings.js';
import { resolveEndpoint } from './endpoint.js';
import { reportFault } from './report-fault.js';
import { unlessAborted, withRetry, type RetryOptions } from './retry.js';
import { notLoaded, SupportError } from './support-error.js';
import { TokenStore, type OnNewToken } from './token-store.js';
import { toJson } from './to-json.js';
import {
  exchange,
  jsonOf,
  REDIRECTED,
  type Exchange,
  type Transport,
  type Answer,
} from './transport.js';
import type { Progress } from './upload.lazy.js';

export interface SendOptions extends RetryOptions {
  /** Of the texts in the answer, where the operation has texts. */
  readonly language?: Language | undefined;
  /** Of a binary body. */
  readonly onProgress?: Progress | undefined;
  /** How a request without a binary body is exchanged, for who asks the same thing over and over. */
  readonly transport?: Transport | undefined;
}

/**
 * The contract as something to call. A host that has its own way to the endpoint gives one of these as `client`.
 */
export interface SupportClient {
  /**
   * @throws SupportError with a closed `code`; never anything else
   */
  send<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options?: SendOptions,
  ): Promise<OutputOf<O>>;
}

/** The parts of an input, whatever the operation. */
interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

const TIMEOUT_MS = 20_000;

function urlOf(
  endpoint: string,
  { path, query: accepted }: Operation,
  { params = {}, query = {} }: Parts,
  language?: Language,
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const takesLanguage = accepted && 'shape' in accepted && 'language' in (accepted.shape as object);
  if (takesLanguage && language) search.set('language', language);
  return `${endpoint}${filled}${search.size ? `?${search}` : ''}`;
}

/** Most pages never meet a problem, so the words for it are loaded with the first one. */
const problems = () => import('./problems.lazy.js').catch(notLoaded);

/** A part of an input as the contract has it. What breaks the contract is not sent. */
async function parse(schema: Operation['body'], part: unknown): Promise<unknown> {
  if (!schema || schema === 'binary') return part;
  const parsed = schema.safeParse(part);
  if (parsed.success) return parsed.data;
  const { fieldErrors } = await problems();
  throw new SupportError('validation', 'Not sent: the content breaks the contract', {
    errors: fieldErrors(parsed.error.issues, part),
  });
}

function cookie(name: string): string | undefined {
  const value = document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  try {
    return value && decodeURIComponent(value);
  } catch {
    return value;
  }
}

interface Tried {
  readonly answer: Answer;
  /** The token that went along. */
  readonly token: string | undefined;
}

/**
 * The contract over HTTP: parses what goes out and what comes in, repeats what is harmless to repeat, asks for a new
 * token once when the old one is refused, and turns every failure into a `SupportError`.
 */
export class HttpClient implements SupportClient {
  readonly #settings: ConnectionSettings;
  readonly #onSignInRequired: (() => void) | undefined;
  readonly #tokens: TokenStore;

  constructor(
    settings: ConnectionSettings,
    onSignInRequired?: () => void,
    onNewToken?: OnNewToken,
  ) {
    this.#settings = settings;
    this.#onSignInRequired = onSignInRequired;
    this.#tokens = new TokenStore(() => settings.accessToken, onNewToken);
  }

  /** Another person may have signed in: the host is asked for the token anew when one is needed. */
  forgetToken(): void {
    this.#tokens.forget();
  }

  /**
   * The same, and asks at once.
   *
   * @throws SupportError
   */
  async renewToken(): Promise<void> {
    this.forgetToken();
    await withRetry(() => this.#token());
  }

  async send<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options: SendOptions = {},
  ): Promise<OutputOf<O>> {
    const { params, query = {}, body: content } = input as Parts;
    const parts = {
      params: await parse(operation.params, params),
      query: await parse(operation.query, query),
    } as Parts;
    const url = urlOf(resolveEndpoint(this.#settings.endpoint), operation, parts, options.language);
    const parsed = await parse(operation.body, content);
    const body = parsed instanceof Blob ? parsed : toJson(parsed);
    const act = () =>
      unlessAborted(() => this.#signedIn(operation, url, body, options), options.signal);
    const answer =
      operation.method === 'PATCH' || operation.method === 'POST'
        ? await act()
        : await withRetry(act, options).catch((thrown: unknown) =>
            this.#explain(SupportError.from(thrown), operation, url, body, options),
          );
    return (await this.#understand(operation, answer)) as OutputOf<O>;
  }

  /** One try, and a second one with a new token when the first is refused. */
  async #signedIn(
    operation: Operation,
    url: string,
    body: string | Blob | undefined,
    options: SendOptions,
  ): Promise<Answer> {
    let { answer, token } = await this.#once(operation, url, body, options);
    if (answer.status === 401 && this.#settings.accessToken) {
      if (token) this.#tokens.refuse(token);
      if ((await this.#token()) !== token) {
        ({ answer, token } = await this.#once(operation, url, body, options));
        if (answer.status === 401 && token) this.#tokens.refuse(token);
      }
    }
    if (answer.status === 401) this.#onSignInRequired?.();
    if (answer.status >= 400) throw await (await problems()).errorOf(answer);
    return answer;
  }

  /**
   * A redirect to another origin's sign-in page is, for an upload, a line that broke. A question without a body, which
   * follows no redirect, tells them apart.
   */
  async #explain(
    error: SupportError,
    operation: Operation,
    url: string,
    body: string | Blob | undefined,
    { signal }: SendOptions,
  ): Promise<never> {
    if (!(body instanceof Blob) || error.code !== 'network') throw error;
    const asked = await this.#once({ ...operation, method: 'GET' }, url, undefined, {
      signal,
    }).catch(() => undefined);
    if (asked?.answer.status !== REDIRECTED) throw error;
    this.#onSignInRequired?.();
    throw await (await problems()).errorOf(asked.answer);
  }

  async #once(
    { method, audience }: Operation,
    url: string,
    body: string | Blob | undefined,
    { signal, onProgress, transport }: SendOptions,
  ): Promise<Tried> {
    // What anyone may ask for doesn't wait for a token; where a gateway wants one all the same, it is refused and sent again with it.
    const token = audience === 'anyone' ? this.#tokens.known() : await this.#token();
    const exchanged: Exchange = {
      url,
      method,
      body,
      headers: this.#headers(method, url, body, token),
      credentials: this.#settings.credentials ?? 'same-origin',
      timeout: TIMEOUT_MS,
      signal,
    };
    if (!(body instanceof Blob))
      return {
        token,
        answer: await (transport ? transport(exchanged, exchange) : exchange(exchanged)),
      };
    const { contentDigest, upload } = await import('./upload.lazy.js').catch(notLoaded);
    const headers = { ...exchanged.headers, 'Content-Digest': await contentDigest(body) };
    return { token, answer: await upload({ ...exchanged, headers }, onProgress) };
  }

  async #token(): Promise<string | undefined> {
    try {
      return await this.#tokens.get();
    } catch (thrown) {
      const error = SupportError.from(thrown);
      if (error.code === 'unauthenticated') this.#onSignInRequired?.();
      throw error;
    }
  }

  #headers(
    method: string,
    url: string,
    body: string | Blob | undefined,
    token: string | undefined,
  ): Record<string, string> {
    const { csrfCookie = 'XSRF-TOKEN', csrfHeader = 'X-XSRF-TOKEN', headers } = this.#settings;
    const csrf =
      !token && method !== 'GET' && this.#sendsCookies(url) ? cookie(csrfCookie) : undefined;
    return {
      Accept: 'application/json, application/problem+json',
      ...headers,
      ...(body !== undefined && {
        'Content-Type': body instanceof Blob ? body.type : 'application/json',
      }),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(csrf && { [csrfHeader]: csrf }),
    };
  }

  /** The CSRF token goes along with the cookies and nowhere else: to another origin it would be given away. */
  #sendsCookies(url: string): boolean {
    const { credentials = 'same-origin' } = this.#settings;
    return (
      credentials === 'include' ||
      // Not the address's: a frame that was written (`srcdoc`) has none, and is of its page's origin.
      (credentials === 'same-origin' && new URL(url).origin === globalThis.origin)
    );
  }

  async #understand({ name, response }: Operation, answer: Answer): Promise<unknown> {
    if (response === 'none') return undefined;
    if (response === 'binary') return answer.body;
    const parsed = response.safeParse(await jsonOf(answer.body));
    if (parsed.success) return parsed.data;
    const what = `${name}: the answer breaks the contract`;
    reportFault(what, parsed.error);
    throw new SupportError('malformed', what, { status: answer.status, cause: parsed.error });
  }
}
