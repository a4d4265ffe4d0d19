import {
  fieldErrors,
  problem,
  problemStatus,
  type InputOf,
  type Language,
  type Me,
  type Operation,
  type OutputOf,
  type ProblemCode,
} from '../../src/contract/index.js';
import type { SendOptions, SupportClient } from '../../src/client/client.js';
import { errorOf } from '../../src/client/problems.lazy.js';
import { unlessAborted, withRetry } from '../../src/client/retry.js';
import { SupportError } from '../../src/client/support-error.js';
import { serviceProfile } from '../../server/src/service-profile.js';
import type { SupportConfig } from '../../server/src/support-config.js';
import { Refusal, usualAnswers, type Answers, type Call, type Stored } from './answers.js';
import { answerTo, problemOf, type NextAnswer } from './next-answer.js';
import { sampleOf } from './sample.js';

const SLOW_MS = 2_000;
/** A viewer's patience; the real client waits twenty seconds. */
const TIMEOUT_MS = 1_000;

/** The fields that a refused request names, of those that it has. */
const refusedFields = ['/summary', '/companyNumbers/0', '/contact/email', '/text'];

const has = (body: unknown, pointer: string): boolean =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
      body,
    ) !== undefined;

type AnyCall = Call<Operation>;

/** A problem document, understood as the real client would. */
function problemError(code: ProblemCode, body: unknown): Promise<SupportError> {
  const errors = refusedFields
    .filter((pointer) => has(body, pointer))
    .map((pointer) => ({ pointer, code: 'notAllowed' as const }));
  const document = problem.parse({
    title: code,
    status: problemStatus[code],
    code,
    ...(code === 'validation' && { errors }),
  });
  const headers = new Headers({
    'Content-Type': 'application/problem+json',
    ...(code === 'rateLimited' && { 'Retry-After': '30' }),
  });
  return errorOf({ status: document.status, headers, body: new Blob([JSON.stringify(document)]) });
}

/**
 * An endpoint in the page's memory, made from the contract: questions and answers are parsed by its schemas, who may do
 * what is read from its rows, and what nobody wrote an answer for is answered with a sample.
 */
export class FakeEndpoint {
  /** What it answers from now on. */
  next: NextAnswer = 'usual';
  readonly #support: SupportConfig;
  readonly #answers: Answers;
  readonly #requests = new Map<string, Stored>();
  readonly #clients = new Map<string, SupportClient>();

  /**
   * @param support what customer service offers
   * @param answers other than the usual ones
   */
  constructor(support: SupportConfig, answers: Answers = {}) {
    this.#support = support;
    this.#answers = { ...usualAnswers, ...answers };
  }

  /** The way to it for somebody; the same as long as the same person is signed in. */
  clientOf(me: Me | undefined): SupportClient {
    // Whoever could not reach it from the start gets a new client when that changes, as after a reload.
    const key = `${me?.id} ${this.next === 'unreachable'}`;
    const known = this.#clients.get(key);
    if (known) return known;
    const client: SupportClient = {
      send: (operation, input, options = {}) => this.#send(operation, input, me, options),
    };
    this.#clients.set(key, client);
    return client;
  }

  async #send<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    me: Me | undefined,
    options: SendOptions,
  ): Promise<OutputOf<O>> {
    const once = () =>
      unlessAborted(() => this.#once(operation, input, me, options), options.signal);
    return (await withRetry(once, options)) as OutputOf<O>;
  }

  async #once(
    operation: Operation,
    input: unknown,
    me: Me | undefined,
    { language = 'en', onProgress }: SendOptions,
  ): Promise<unknown> {
    const next = answerTo(operation, this.next);
    const { body } = input as { readonly body?: unknown };
    if (next === 'slow') await this.#wait(SLOW_MS, body, onProgress);
    if (next === 'timeout') await this.#wait(TIMEOUT_MS, body, onProgress);
    if (next === 'timeout' || next === 'offline') throw new SupportError(next);
    if (next === 'unreachable') throw new SupportError('network');
    if (next === 'html')
      throw new SupportError('malformed', 'A page instead of JSON', { status: 200 });
    const refused = problemOf(operation, next) ?? refusal(operation, me);
    if (refused) throw await problemError(refused, body);
    const answer = await this.#answer(operation, input, me, language);
    if (next === 'lost') throw new SupportError('network', 'The answer was lost');
    return answer;
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
    input: unknown,
    me: Me | undefined,
    language: Language,
  ): Promise<unknown> {
    const { params, query = {}, body } = input as Partial<AnyCall>;
    const call = {
      params: parse(operation.params, params),
      query: parse(operation.query, query),
      body: parse(operation.body, body),
      language,
      profile: serviceProfile(this.#support, language, new Date()),
      me,
      requests: this.#requests,
    };
    const { response } = operation;
    const written: unknown = Reflect.get(this.#answers, operation.name);
    try {
      const answer =
        typeof written === 'function'
          ? await (written as (call: unknown) => unknown)(call)
          : undefined;
      if (typeof response === 'string')
        return response === 'binary' ? (answer ?? new Blob()) : undefined;
      return response.parse(answer ?? sampleOf(response));
    } catch (thrown) {
      throw thrown instanceof Refusal ? await problemError(thrown.code, undefined) : thrown;
    }
  }
}

/** Who may not: nobody is signed in, or the contract asks for a permission that they lack. */
function refusal({ audience, permission }: Operation, me: Me | undefined): ProblemCode | undefined {
  if (audience === 'anyone') return undefined;
  if (!me) return 'unauthenticated';
  return permission && !me.permissions.includes(permission) ? 'forbidden' : undefined;
}

/** A part of a question as the contract has it. */
function parse(schema: Operation['body'], part: unknown): unknown {
  if (!schema || schema === 'binary') return part;
  const parsed = schema.safeParse(part);
  if (parsed.success) return parsed.data;
  throw new SupportError('validation', 'Not sent: the content breaks the contract', {
    errors: fieldErrors(parsed.error.issues, part),
  });
}
