import type * as z from 'zod/mini';
import type { ProblemCode } from './problem.js';

/** Optional parts of an endpoint, each by its name. What is not listed by `GET /service` is not called. */
export const capabilities = [
  'me',
  'companies',
  'incidents',
  'articles',
  'attachments',
  'follow',
  'advisoryAccess',
  'advisoryReceipts',
  'advisoryNotices',
  'advisorySettings',
  'remoteSupport',
] as const;
export type Capability = (typeof capabilities)[number];

/** What a signed-in person may do. */
export const permissions = [
  'submitRequests',
  'grantAdvisoryAccess',
  'viewCompanyRequests',
  'manageSettings',
] as const;
export type Permission = (typeof permissions)[number];

/** Who may call: anyone, a signed-in customer, Visma's staff, or either of the two (the endpoint decides by ownership). */
export type Audience = 'anyone' | 'customer' | 'staff' | 'customerOrStaff';

/**
 * One row of the contract. The client, the endpoint's routes, the OpenAPI document and the tests are made from it, so a
 * path or a field name is written here and nowhere else.
 */
export interface Operation {
  /** Names the operation in code, logs and OpenAPI. */
  readonly name: string;
  readonly method: 'GET' | 'PUT' | 'PATCH' | 'DELETE' | 'POST';
  /** Below the endpoint, with `{id}` for parameters. */
  readonly path: string;
  readonly params?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  /** A JSON body, or `binary` for a raw one with its own `Content-Type`. */
  readonly body?: z.ZodMiniType | 'binary';
  /** The JSON of a successful answer, `binary` for raw bytes, `none` for an empty one. */
  readonly response: z.ZodMiniType | 'binary' | 'none';
  /** Successful statuses, the usual one first. */
  readonly statuses: readonly number[];
  /** Codes that this operation may answer with beside those that every operation may. */
  readonly problems: readonly ProblemCode[];
  /** Missing where every endpoint must answer. */
  readonly capability?: Capability;
  readonly audience: Audience;
  readonly permission?: Permission;
  /** Stores something although its method is one that should not: it takes the same proof against forgery as the others. */
  readonly writes?: true;
  /** The answer carries an `ETag` and a repeated question may be answered with 304. */
  readonly etag?: true;
}

/** Keeps the literal types of a row. */
export const operation = <const O extends Operation>(row: O): O => row;

type Parsed<T> = T extends z.ZodMiniType ? z.infer<T> : T extends 'binary' ? Blob : undefined;
type Unparsed<T> = T extends z.ZodMiniType ? z.input<T> : T extends 'binary' ? Blob : never;
type Given<K extends string, T> = [T] extends [z.ZodMiniType | 'binary']
  ? { readonly [P in K]: Unparsed<T> }
  : unknown;
type Optional<K extends string, T> = [T] extends [z.ZodMiniType]
  ? { readonly [P in K]?: Unparsed<T> }
  : unknown;

/** What a caller gives: the operation's parameters and body, where it has them. */
export type InputOf<O extends Operation> = Given<'params', O['params']> &
  Optional<'query', O['query']> &
  Given<'body', O['body']>;

/** What a caller gets. */
export type OutputOf<O extends Operation> = Parsed<O['response']>;
