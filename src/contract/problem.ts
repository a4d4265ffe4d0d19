import * as z from 'zod/mini';
import { openEnum } from './values.js';

/** What can go wrong, as RFC 9457 `application/problem+json` with a closed `code`. */
export const problemCodes = [
  'validation',
  'unauthenticated',
  'forbidden',
  'notFound',
  'conflict',
  'changed',
  'decided',
  'lapsed',
  'withdrawn',
  'tooLarge',
  'unsupportedType',
  'digestMismatch',
  'rateLimited',
  'notSupported',
  'unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** The HTTP status that goes with each code. */
export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  validation: 422,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  changed: 409,
  decided: 409,
  lapsed: 410,
  withdrawn: 410,
  tooLarge: 413,
  unsupportedType: 415,
  digestMismatch: 422,
  rateLimited: 429,
  notSupported: 501,
  unavailable: 503,
  internal: 500,
};

/** What is wrong with one field. The widget has its own sentence for each; `detail` is for logs. */
export const fieldErrorCodes = [
  'required',
  'tooShort',
  'tooLong',
  'tooMany',
  'format',
  'notAllowed',
  'notFound',
  'wider',
] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];

/**
 * `pointer` is a JSON pointer into the body (`/contact/email`), or names a part of the query (`#query/language`), the
 * path (`#path/id`), a header (`#header/content-digest`) or the bytes of an upload (`#content`).
 */
export const fieldError = z.object({
  pointer: z.string(),
  code: openEnum(fieldErrorCodes),
  detail: z.optional(z.string()),
});
export type FieldError = z.infer<typeof fieldError>;

export const problem = z.object({
  type: z.optional(z.string()),
  title: z.string(),
  status: z.number(),
  code: openEnum(problemCodes),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(fieldError)),
});
export type Problem = z.infer<typeof problem>;

type Issue = z.core.$ZodIssue;

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
    value,
  );

function fieldErrorCode(issue: Issue, value: unknown): FieldErrorCode {
  if (issue.code === 'custom')
    return fieldErrorCodes.find((code) => code === issue.params?.['code']) ?? 'format';
  const at = valueAt(value, issue.path);
  if (at === undefined) return 'required';
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return 'format';
  if (typeof at === 'number') return 'notAllowed';
  if (issue.code === 'too_small') return issue.minimum === 1 ? 'required' : 'tooShort';
  return issue.origin === 'array' ? 'tooMany' : 'tooLong';
}

/** A JSON pointer (RFC 6901) from a path of property names and indexes. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/**
 * What a schema has to say against `value`, one entry a pointer: the same list in the form and in the endpoint.
 *
 * @param issues of a failed `safeParse(value)`
 */
export function fieldErrors(issues: readonly Issue[], value: unknown): FieldError[] {
  const found = new Map<string, FieldError>();
  for (const issue of issues) {
    const at = pointer(issue.path);
    if (!found.has(at)) found.set(at, { pointer: at, code: fieldErrorCode(issue, value) });
  }
  return [...found.values()];
}
