import type { InputOf, Operation, OutputOf } from '../contract/operation.js';
import type { Language } from '../contract/values.js';
import type { AccessToken, ConnectionSettings } from './connection-settings.js';
import { resolveEndpoint } from './endpoint.js';
import type { Answer } from './problems.js';
import { unlessAborted, withRetry, type RetryOptions } from './retry.js';
import { notLoaded, SupportError } from './support-error.js';
import { exchange, jsonOf, type Exchange, type Transport } from './transport.js';
import type { Progress } from './upload.js';

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
const problems = () => import('./problems.js').catch(notLoaded);

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

const read = async (token: AccessToken | undefined): Promise<string | undefined> =>
  typeof token === 'function' ? token() : token;

/**
 * The contract over HTTP: parses what goes out and what comes in, repeats what is harmless to repeat, fetches a new
 * token once when the old one is refused, and turns every failure into a `SupportError`.
 */
export class HttpClient implements SupportClient {
  readonly #settings: ConnectionSettings;
  readonly #onSignInRequired: (() => void) | undefined;

  constructor(settings: ConnectionSettings, onSignInRequired?: () => void) {
    this.#settings = settings;
    this.#onSignInRequired = onSignInRequired;
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
    const body = parsed instanceof Blob ? parsed : JSON.stringify(parsed);
    const act = () =>
      unlessAborted(() => this.#signedIn(operation, url, body, options), options.signal);
    const answer =
      operation.method === 'PATCH' || operation.method === 'POST'
        ? await act()
        : await withRetry(act, options);
    return (await this.#understand(operation, answer)) as OutputOf<O>;
  }

  /** One try, and a second one with a new token when the first is refused. */
  async #signedIn(
    operation: Operation,
    url: string,
    body: string | Blob | undefined,
    options: SendOptions,
  ): Promise<Answer> {
    const { accessToken } = this.#settings;
    let answer = await this.#once(operation, url, body, options);
    if (answer.status === 401 && typeof accessToken === 'function')
      answer = await this.#once(operation, url, body, options);
    if (answer.status === 401) this.#onSignInRequired?.();
    if (answer.status >= 400) throw await (await problems()).errorOf(answer);
    return answer;
  }

  async #once(
    { method }: Operation,
    url: string,
    body: string | Blob | undefined,
    { signal, onProgress, transport }: SendOptions,
  ): Promise<Answer> {
    const exchanged: Exchange = {
      url,
      method,
      body,
      headers: await this.#headers(method, url, body),
      credentials: this.#settings.credentials ?? 'same-origin',
      timeout: TIMEOUT_MS,
      signal,
    };
    if (!(body instanceof Blob))
      return transport ? transport(exchanged, exchange) : exchange(exchanged);
    const { contentDigest, upload } = await import('./upload.js').catch(notLoaded);
    const headers = { ...exchanged.headers, 'Content-Digest': await contentDigest(body) };
    return upload({ ...exchanged, headers }, onProgress);
  }

  async #headers(
    method: string,
    url: string,
    body: string | Blob | undefined,
  ): Promise<Record<string, string>> {
    const {
      accessToken,
      csrfCookie = 'XSRF-TOKEN',
      csrfHeader = 'X-XSRF-TOKEN',
      headers,
    } = this.#settings;
    const token = await read(accessToken).catch((cause: unknown) => {
      throw new SupportError('unauthenticated', 'The host gave no access token', { cause });
    });
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
      (credentials === 'same-origin' && new URL(url).origin === location.origin)
    );
  }

  async #understand({ name, response }: Operation, answer: Answer): Promise<unknown> {
    if (response === 'none') return undefined;
    if (response === 'binary') return answer.body;
    const parsed = response.safeParse(await jsonOf(answer.body));
    if (parsed.success) return parsed.data;
    throw new SupportError('malformed', `${name}: the answer breaks the contract`, {
      status: answer.status,
      cause: parsed.error,
    });
  }
}
