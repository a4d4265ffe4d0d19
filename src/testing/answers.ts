import type * as z from 'zod/mini';
import type { Me } from '../contract/me.js';
import type { Operation } from '../contract/operation.js';
import type { OperationName, operations } from '../contract/operations.js';
import type { FieldError, ProblemCode } from '../contract/problem.js';
import type { ServiceProfile } from '../contract/service.js';
import type { Receipt, SupportRequest, TimelineItem } from '../contract/support-requests.js';
import type { Language } from '../contract/values.js';

type Parsed<T> = T extends z.ZodMiniType ? z.infer<T> : T extends 'binary' ? Blob : undefined;

/** A support request that was sent to a fake endpoint, and what was said of it since. */
export interface StoredRequest {
  readonly request: SupportRequest;
  readonly receipt: Receipt;
  readonly timeline: TimelineItem[];
}

/** One call of an operation, parsed by the contract. */
export interface Call<O extends Operation> {
  readonly params: Parsed<O['params']>;
  readonly query: Parsed<O['query']>;
  readonly body: Parsed<O['body']>;
  readonly language: Language;
  /** The endpoint that is asked: for what an answer keeps of it. */
  readonly endpoint: object;
  /** What customer service offers. */
  readonly profile: ServiceProfile;
  /** Who is signed in. */
  readonly me: Me;
  /** What was sent, by ids. */
  readonly requests: Map<string, StoredRequest>;
  /** What was uploaded, by ids. */
  readonly attachments: Map<string, Blob>;
}

/** A method, so that an answer to one operation may stand among answers to any. */
interface Answering<O extends Operation> {
  answer(call: Call<O>): Parsed<O['response']> | Promise<Parsed<O['response']>>;
}

/** Answers by the name of the operation. What is missing is answered with a sample of its schema. */
export type Answers = {
  readonly [N in OperationName]?: Answering<(typeof operations)[N]>['answer'];
};

/** Thrown by an answer that refuses. */
export class Refusal extends Error {
  /**
   * @param code as the contract has it
   * @param errors the fields that are wrong, where the code is `validation`
   */
  constructor(
    readonly code: ProblemCode,
    readonly errors?: readonly FieldError[],
  ) {
    super(code);
  }
}
