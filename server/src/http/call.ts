import type * as z from 'zod/mini';
import type { Operation, OperationName, operations } from '../../../src/contract/index.js';
import type { Customer, Identity, Staff } from '../sign-in/identity.js';

type Parsed<T> = T extends z.ZodMiniType ? z.infer<T> : undefined;

type Caller<A> = A extends 'customer'
  ? Customer
  : A extends 'staff'
    ? Staff
    : A extends 'customerOrStaff'
      ? Identity
      : undefined;

type ReplyBody<T> = T extends z.ZodMiniType
  ? z.infer<T>
  : T extends 'binary'
    ? Uint8Array
    : undefined;

/** One request to an operation: who calls, and what they gave, parsed by the contract. */
export interface Call<O extends Operation> {
  readonly identity: Caller<O['audience']>;
  readonly params: Parsed<O['params']>;
  readonly query: Parsed<O['query']>;
  /** A JSON body; a raw one is read from `request` with its own limit. */
  readonly body: Parsed<O['body']>;
  readonly request: Request;
  /** Does something when it is the caller's turn: what comes after reading a raw body, since all other calls have theirs already. */
  readonly inTurn: InTurn;
  /** Keeps the reading of a raw body to the caller's pace. */
  readonly pace: Pacing;
}

/** Told of the bytes that have been read of the caller, gives the milliseconds after which more may be. */
export type Pacing = (bytes: number) => number;

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

interface Answered<O extends Operation> {
  readonly status: O['statuses'][number];
  readonly headers?: Readonly<Record<string, string>>;
  /** Stands for the body in its `ETag`, where the body tells the time or is costly to make. */
  readonly tag?: string;
}

/** An answer with its body, or with a way to make it when the caller hasn't got it yet. */
export type Reply<O extends Operation> = Answered<O> &
  (
    | { readonly body: ReplyBody<O['response']> }
    | { readonly tag: string; readonly makeBody: () => Promise<ReplyBody<O['response']>> }
  );

/**
 * Declared as a method, since TypeScript then lets a handler of one row stand for a handler of any: the routes pair
 * each with its own row and parse by that row.
 */
interface Handling<O extends Operation> {
  handle(call: Call<O>): Promise<Reply<O>>;
}

export type Handler<O extends Operation> = Handling<O>['handle'];

/** What an endpoint can do, by the name of the operation. */
export type Handlers = { readonly [N in OperationName]?: Handler<(typeof operations)[N]> };
