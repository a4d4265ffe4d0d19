import type { SendOptions, SupportClient } from '../client/client.js';
import { errorOf } from '../client/problems.lazy.js';
import { unlessAborted, withRetry } from '../client/retry.js';
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
import type { Language } from '../contract/values.js';
import { advisoryAnswers } from './advisory-answers.js';
import { Refusal, usualAnswers, type Answers, type StoredRequest } from './answers.js';
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

/** What a call comes to, whoever asked and however. */
type Outcome =
  | { readonly answer: unknown }
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

/** What a call meets that breaks the contract. */
class BrokenCall extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super('The content breaks the contract');
  }
}

/** A part of a call as the contract has it. */
function parse(schema: Operation['body'], part: unknown): unknown {
  if (!schema || schema === 'binary') return part;
  const parsed = schema.safeParse(part);
  if (parsed.success) return parsed.data;
  throw new BrokenCall(fieldErrors(parsed.error.issues, part));
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

  /** What an element takes as its `client`: for tests without a network. The same as long as the same person is signed in. */
  get client(): SupportClient {
    return this.clientOf(this.person);
  }

  /** The same for somebody else. */
  clientOf(person: Me | undefined): SupportClient {
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
    if ('answer' in outcome) return answerResponse(operation, outcome.answer);
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
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  };

  async #send<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    person: Me | undefined,
    options: SendOptions,
  ): Promise<OutputOf<O>> {
    const once = () =>
      unlessAborted(() => this.#once(operation, input, person, options), options.signal);
    return (await withRetry(once, options)) as OutputOf<O>;
  }

  async #once(
    operation: Operation,
    input: unknown,
    person: Me | undefined,
    { language = 'en', onProgress }: SendOptions,
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
    language: Language,
    onProgress?: SendOptions['onProgress'],
  ): Promise<Outcome> {
    const { params, query = {}, body } = input as Partial<RecordedCall>;
    this.calls.push({ name: operation.name as OperationName, params, query, body });
    const delay = this.#delays.take(operation);
    if (delay) await this.#wait(delay.milliseconds, body, onProgress);
    const failure = this.#failures.take(operation, (one) => mayFail(operation, one));
    if (failure && isProblem(failure.kind)) return this.#refused(failure.kind, failure, body);
    if (failure && failure.kind !== 'lost') return { fault: failure.kind as Fault };
    const refusal = refusalOf(operation, person);
    if (refusal) return { problem: problemOf(refusal), retryAfter: undefined };
    const answered = await this.#answer(operation, { params, query, body }, person, language);
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
    { params, query, body }: Omit<RecordedCall, 'name'>,
    me: Me | undefined,
    language: Language,
  ): Promise<Outcome> {
    const { response } = operation;
    const written: unknown = Reflect.get(this.#answers, operation.name);
    try {
      const call = {
        params: parse(operation.params, params),
        query: parse(operation.query, query),
        body: parse(operation.body, body),
        language,
        profile: this.#profile(language),
        me,
        requests: this.#requests,
        attachments: this.#attachments,
      };
      const answer: unknown =
        typeof written === 'function'
          ? await (written as (call: unknown) => unknown)(call)
          : undefined;
      if (response === 'none') return { answer: undefined };
      if (response === 'binary') return { answer: answer ?? new Blob() };
      return { answer: response.parse(answer ?? sampleOf(response)) };
    } catch (thrown) {
      if (thrown instanceof BrokenCall)
        return { problem: problemOf('validation', thrown.errors), retryAfter: undefined };
      if (thrown instanceof Refusal)
        return { problem: problemOf(thrown.code, thrown.errors), retryAfter: undefined };
      throw thrown;
    }
  }
}
