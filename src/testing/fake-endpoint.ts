import type { SendOptions, SupportClient } from '../client/client.js';
import { errorOf } from '../client/problems.lazy.js';
import { unlessAborted } from '../client/retry.js';
import { contentDigest } from '../client/upload.lazy.js';
import { SupportError } from '../client/support-error.js';
import type { Me } from '../contract/me.js';
import type { InputOf, Operation, OutputOf } from '../contract/operation.js';
import type { OperationName } from '../contract/operations.js';
import {
  fieldErrors,
  problemStatus,
  type FieldError,
  type Problem,
  type ProblemCode,
} from '../contract/problem.js';
import type { ServiceProfile } from '../contract/service.js';
import type { SupportRequest } from '../contract/support-requests.js';
import { languages, type Language } from '../contract/values.js';
import { advisoryAnswers } from './advisory-answers.js';
import { Refusal, type Answers, type StoredRequest } from './answers.js';
import {
  isProblem,
  mayFail,
  Plan,
  type Failure,
  type FailureOptions,
  type Fault,
  type Scope,
} from './failures.js';
import { answerResponse, pageResponse, problemResponse, questionOf } from './http.js';
import { sampleOf } from './sample-answer.js';
import { samplePerson, sampleProfile } from './sample-data.js';
import { usualAnswers } from './usual-answers.js';

const RATE_LIMIT_SECONDS = 30;
/** The fields that a refused call names where nobody said which, as far as it has them. */
const usuallyRefused = ['/summary', '/companyNumbers/0', '/contact/email', '/text'];

export interface FakeEndpointOptions {
  /** What the elements get as `endpoint`: a path or an address. Default: `/api/support`. */
  readonly endpoint?: string;
  /** Who is signed in; `undefined` for nobody. Default: `samplePerson`. */
  readonly person?: Me | undefined;
  /** What customer service offers. Default: `sampleProfile`. */
  readonly profile?: ServiceProfile | ((language: Language) => ServiceProfile);
  /** Answers other than `usualAnswers`, by the names of operations. Without them there are no requests for advisory access. */
  readonly answers?: Answers;
}

/** A call that a fake endpoint has had. */
export interface RecordedCall {
  readonly name: OperationName;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** MSW's `http`, as far as it is needed. */
interface Msw<Handler> {
  all(path: string, resolver: (info: { request: Request }) => Promise<Response>): Handler;
}

/** Playwright's `Route`, as far as it is needed. */
interface Route {
  request(): {
    url(): string;
    method(): string;
    headers(): Record<string, string>;
    postDataBuffer(): Uint8Array | null;
  };
  fulfill(answer: { status: number; headers: Record<string, string>; body: never }): Promise<void>;
  abort(reason: string): Promise<void>;
}

/** What is asked, not parsed yet. */
interface Input extends Partial<Omit<RecordedCall, 'name'>> {
  /** The header `Content-Digest`, where HTTP brings bytes. */
  readonly digest?: string | null;
}

/** What a call comes to, whoever asked and however. */
type Outcome =
  | { readonly answer: unknown; readonly status: number }
  | { readonly problem: Problem; readonly retryAfter: number | undefined }
  | { readonly fault: Fault };

const has = (body: unknown, pointer: string): boolean =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
      body,
    ) !== undefined;

function problemOf(code: ProblemCode, errors?: readonly FieldError[]): Problem {
  return { title: code, status: problemStatus[code], code, ...(errors && { errors: [...errors] }) };
}

/** The language of a call that names none: that of its content. */
function languageOf(body: unknown): Language {
  const named: unknown = has(body, '/language') && Reflect.get(body as object, 'language');
  return languages.find((language) => language === named) ?? 'en';
}

/** A part of a call as the contract has it. */
function parse(schema: Operation['body'], part: unknown): unknown {
  if (!schema || schema === 'binary') return part;
  const parsed = schema.safeParse(part);
  if (parsed.success) return parsed.data;
  throw new Refusal('validation', fieldErrors(parsed.error.issues, part));
}

/** What is created by an id that the client made, so that the same again is harmless. */
const isCreated = ({ statuses }: Operation): boolean =>
  [201, 200].every((one) => statuses.includes(one));

/** Refuses bytes that aren't those of their digest, or that come without one. */
async function checkDigest(digest: string | null | undefined, body: unknown): Promise<void> {
  // Nothing can get lost on the way of a `client`.
  if (digest === undefined || !(body instanceof Blob)) return;
  if (digest === null)
    throw new Refusal('validation', [{ pointer: '#header/content-digest', code: 'required' }]);
  if (digest !== (await contentDigest(body))) throw new Refusal('digestMismatch');
}

/** Who may not: nobody is signed in, or the contract asks for a permission that they lack. */
function refusalOf(
  { audience, permission }: Operation,
  me: Me | undefined,
): ProblemCode | undefined {
  if (audience === 'anyone') return undefined;
  if (!me) return 'unauthenticated';
  return permission && !me.permissions.includes(permission) ? 'forbidden' : undefined;
}

/**
 * An endpoint in memory, made from the contract, for a host's tests: calls and answers are parsed by the contract's schemas, who
 * may do what is read from its table, and what nobody wrote an answer for is answered with a sample.
 *
 * It is reached as a `client` that an element takes, as `fetch`, by handlers of MSW, or by `page.route` of Playwright.
 *
 * @example
 * ```ts
 * const endpoint = new FakeEndpoint();
 * document.querySelector('support-request-form').client = endpoint.client;
 * endpoint.fail('rateLimited', { of: 'submitRequest', times: 1, retryAfter: 2 });
 * ```
 */
export class FakeEndpoint {
  /** Who is signed in; `undefined` for nobody. */
  person: Me | undefined;
  /** What it has been asked, in order. */
  readonly calls: RecordedCall[] = [];
  readonly #endpoint: string;
  readonly #profile: (language: Language) => ServiceProfile;
  readonly #answers: Answers;
  readonly #requests = new Map<string, StoredRequest>();
  readonly #attachments = new Map<string, Blob>();
  /** What was put, by its address: content that comes again has to be the same. */
  readonly #created = new Map<string, string>();
  readonly #failures = new Plan<Failure>();
  readonly #delays = new Plan<Scope & { readonly milliseconds: number }>();
  readonly #clients = new Map<string, SupportClient>();

  constructor(options: FakeEndpointOptions = {}) {
    const { endpoint = '/api/support', profile = sampleProfile, answers } = options;
    this.person = 'person' in options ? options.person : samplePerson;
    this.#endpoint = endpoint.replace(/\/$/, '');
    this.#profile = typeof profile === 'function' ? profile : () => profile;
    this.#answers = { ...usualAnswers, ...advisoryAnswers([]), ...answers };
  }

  /** The support requests that were sent, the first one first. */
  get requests(): readonly SupportRequest[] {
    return [...this.#requests.values()].map(({ request }) => request);
  }

  /** What was uploaded, by its id. */
  get attachments(): ReadonlyMap<string, Blob> {
    return this.#attachments;
  }

  /**
   * Lets calls fail from now on; what is asked for last comes first.
   *
   * @param kind a problem of the contract, which happens to the operations that may answer it, or a fault of the network
   */
  fail(kind: Fault | ProblemCode, options: FailureOptions = {}): void {
    this.#failures.add({ ...options, kind });
  }

  /** Lets calls wait before they are answered, uploads with their progress. */
  delay(milliseconds: number, scope: Scope = {}): void {
    this.#delays.add({ ...scope, milliseconds });
  }

  /** Ends every failure and delay that was asked for. */
  recover(): void {
    this.#failures.clear();
    this.#delays.clear();
  }

  /** What an element takes as its `client`: for tests without a network. Each person has another, as who signs in anew gets one. */
  get client(): SupportClient {
    const { person } = this;
    const key = JSON.stringify(person?.id);
    const known = this.#clients.get(key);
    if (known) return known;
    const client: SupportClient = {
      send: (operation, input, options = {}) => this.#send(operation, input, person, options),
    };
    this.#clients.set(key, client);
    return client;
  }

  /**
   * Answers a request of HTTP. Where no answer comes, it is `Response.error()`; `timeout` never answers. Other addresses than
   * the endpoint's are a `notFound`.
   */
  async respond(request: Request): Promise<Response> {
    const { pathname: base } = new URL(this.#endpoint, request.url);
    const question = await questionOf(request, base);
    if (!question) return problemResponse(problemOf('notFound'));
    const { operation, input, language } = question;
    const outcome = await this.#outcome(operation, input, this.person, language);
    if ('answer' in outcome) {
      const known = request.headers.get('If-None-Match');
      return answerResponse(operation, outcome.status, outcome.answer, known);
    }
    if ('problem' in outcome) return problemResponse(outcome.problem, outcome.retryAfter);
    if (outcome.fault === 'html') return pageResponse();
    if (outcome.fault === 'timeout')
      await new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
      });
    return Response.error();
  }

  /** In place of `globalThis.fetch`. Uploads go by `XMLHttpRequest`, which it doesn't see. */
  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const response = await this.respond(new Request(input, init));
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };

  /**
   * Handlers for MSW, in a browser or in Node.
   *
   * @param http of MSW
   * @example
   * ```ts
   * const server = setupServer(...endpoint.mswHandlers(http));
   * ```
   */
  mswHandlers<Handler>(http: Msw<Handler>): Handler[] {
    const path = /^https?:/.test(this.#endpoint) ? this.#endpoint : `*${this.#endpoint}`;
    return [http.all(`${path}/*`, ({ request }) => this.respond(request))];
  }

  /**
   * A handler for Playwright.
   *
   * @example
   * ```ts
   * await page.route('**\/api/support/**', endpoint.handleRoute);
   * ```
   */
  readonly handleRoute = async (route: Route): Promise<void> => {
    const asked = route.request();
    const method = asked.method();
    const body = method === 'GET' ? null : asked.postDataBuffer();
    const response = await this.respond(
      new Request(asked.url(), {
        method,
        headers: asked.headers(),
        body: body && new Blob([Uint8Array.from(body)]),
      }),
    );
    if (response.type === 'error') return route.abort('connectionfailed');
    const { Buffer } = globalThis as unknown as {
      readonly Buffer: { from(bytes: ArrayBuffer): never };
    };
    await route.fulfill({
      status: response.status,
      headers: {
        ...Object.fromEntries(response.headers),
        // An endpoint of another origin; who may read the answer at all, Playwright says itself.
        'Access-Control-Expose-Headers': 'ETag, Retry-After, Date',
      },
      body: Buffer.from(await response.arrayBuffer()),
    });
  };

  /** Once: over HTTP it is the client that tries again, and a test would wait for it. */
  async #send<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    person: Me | undefined,
    options: SendOptions,
  ): Promise<OutputOf<O>> {
    try {
      return (await unlessAborted(
        () => this.#once(operation, input, person, options),
        options.signal,
      )) as OutputOf<O>;
    } catch (thrown) {
      throw SupportError.from(thrown);
    }
  }

  async #once(
    operation: Operation,
    input: unknown,
    person: Me | undefined,
    { language, onProgress }: SendOptions,
  ): Promise<unknown> {
    const outcome = await this.#outcome(operation, input, person, language, onProgress);
    if ('answer' in outcome) return outcome.answer;
    if ('problem' in outcome) throw await this.#errorOf(outcome);
    const { fault } = outcome;
    if (fault === 'html')
      throw new SupportError('malformed', 'A page instead of JSON', { status: 200 });
    throw new SupportError(fault === 'lost' ? 'network' : fault);
  }

  /** A problem, understood as the client over HTTP does. */
  #errorOf({ problem, retryAfter }: Extract<Outcome, { problem: Problem }>): Promise<SupportError> {
    const { status, headers } = problemResponse(problem, retryAfter);
    return errorOf({ status, headers, body: new Blob([JSON.stringify(problem)]) });
  }

  async #outcome(
    operation: Operation,
    input: unknown,
    person: Me | undefined,
    language: Language | undefined,
    onProgress?: SendOptions['onProgress'],
  ): Promise<Outcome> {
    const { params, query = {}, body } = input as Input;
    this.calls.push({ name: operation.name as OperationName, params, query, body });
    const delay = this.#delays.take(operation);
    if (delay) await this.#wait(delay.milliseconds, body, onProgress);
    const failure = this.#failures.take(operation, (one) => mayFail(operation, one));
    if (failure && isProblem(failure.kind)) return this.#refused(failure.kind, failure, body);
    if (failure && failure.kind !== 'lost') return { fault: failure.kind as Fault };
    const refusal = refusalOf(operation, person);
    if (refusal) return { problem: problemOf(refusal), retryAfter: undefined };
    const answered = await this.#answer(operation, input as Input, person, language);
    return failure ? { fault: 'lost' } : answered;
  }

  #refused(code: ProblemCode, options: FailureOptions, body: unknown): Outcome {
    const errors =
      options.errors ??
      usuallyRefused
        .filter((pointer) => has(body, pointer))
        .map((pointer) => ({ pointer, code: 'notAllowed' as const }));
    const retryAfter =
      options.retryAfter ?? (code === 'rateLimited' ? RATE_LIMIT_SECONDS : undefined);
    return { problem: problemOf(code, code === 'validation' ? errors : undefined), retryAfter };
  }

  /** Time passes; an upload tells how far it is. */
  async #wait(ms: number, body: unknown, onProgress: SendOptions['onProgress']): Promise<void> {
    const steps = body instanceof Blob ? 10 : 1;
    for (let step = 1; step <= steps; step += 1) {
      await new Promise((resolve) => setTimeout(resolve, ms / steps));
      if (body instanceof Blob) onProgress?.((body.size * step) / steps, body.size);
    }
  }

  async #answer(
    operation: Operation,
    input: Input,
    me: Me | undefined,
    given: Language | undefined,
  ): Promise<Outcome> {
    const { path, response, statuses } = operation;
    const address = JSON.stringify([path, input.params]);
    let isNew = false;
    try {
      const params = parse(operation.params, input.params);
      const query = parse(operation.query, input.query ?? {});
      const body = parse(operation.body, input.body);
      await checkDigest(input.digest, body);
      const language = given ?? languageOf(body);
      const isAgain = isCreated(operation) && (await this.#isKnown(address, body));
      isNew = !isAgain;
      const call = {
        params,
        query,
        body,
        language,
        endpoint: this,
        profile: this.#profile(language),
        me,
        requests: this.#requests,
        attachments: this.#attachments,
      };
      const written = Reflect.get(this.#answers, operation.name) as
        ((call: unknown) => unknown) | undefined;
      const answer = await written?.(call);
      const status = isAgain ? 200 : (statuses[0] ?? 200);
      if (operation.method === 'DELETE') this.#created.delete(address);
      if (response === 'none') return { status, answer: undefined };
      if (response === 'binary') return { status, answer: answer ?? new Blob() };
      return { status, answer: response.parse(answer ?? sampleOf(response)) };
    } catch (thrown) {
      if (isNew) this.#created.delete(address);
      if (thrown instanceof Refusal)
        return { problem: problemOf(thrown.code, thrown.errors), retryAfter: undefined };
      throw thrown;
    }
  }

  /**
   * Whether the same content was put there before; from now on it was.
   *
   * @throws Refusal where it was another content
   */
  async #isKnown(address: string, body: unknown): Promise<boolean> {
    const content = body instanceof Blob ? await contentDigest(body) : JSON.stringify(body);
    const known = this.#created.get(address);
    if (known !== undefined && known !== content) throw new Refusal('conflict');
    this.#created.set(address, content);
    return known !== undefined;
  }
}
