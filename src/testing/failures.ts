import type { Operation } from '../contract/operation.js';
import type { OperationName } from '../contract/operations.js';
import { problemCodes, type FieldError, type ProblemCode } from '../contract/problem.js';
import { problemsOf } from '../contract/openapi.js';

/**
 * What goes wrong beside the problems of the contract: the computer is `offline`; no answer comes (`network`), or not in time
 * (`timeout`); what was asked is done and its answer is `lost`; a page comes instead of JSON (`html`).
 */
export type Fault = 'offline' | 'network' | 'timeout' | 'lost' | 'html';

/** To which calls something happens. */
export interface Scope {
  /** Operations by name, or chosen by a function. Default: every operation. */
  readonly of?: OperationName | readonly OperationName[] | ((operation: Operation) => boolean);
  /** How many calls. Default: all, until `recover()`. */
  readonly times?: number;
}

export interface FailureOptions extends Scope {
  /** Seconds, for the header `Retry-After`. Default: 30 with `rateLimited`, none with other problems. */
  readonly retryAfter?: number;
  /** The fields that are refused, with `validation`. Default: texts that the call has. */
  readonly errors?: readonly FieldError[];
}

/** A failure that a call meets. */
export interface Failure extends FailureOptions {
  readonly kind: Fault | ProblemCode;
}

export const isProblem = (kind: Fault | ProblemCode): kind is ProblemCode =>
  (problemCodes as readonly string[]).includes(kind);

function isChosen({ of }: Scope, operation: Operation): boolean {
  if (of === undefined) return true;
  if (typeof of === 'function') return of(operation);
  return (typeof of === 'string' ? [of] : of).some((name) => name === operation.name);
}

/** Things that happen to calls, each as often as it was asked for; what was asked for last comes first. */
export class Plan<T extends Scope> {
  #planned: { readonly what: T; left: number }[] = [];

  add(what: T): void {
    this.#planned.unshift({ what, left: what.times ?? Infinity });
  }

  clear(): void {
    this.#planned = [];
  }

  /** What happens to this call, if anything. */
  take(operation: Operation, fits: (what: T) => boolean = () => true): T | undefined {
    const found = this.#planned.find(
      ({ what, left }) => left > 0 && isChosen(what, operation) && fits(what),
    );
    if (found) found.left -= 1;
    return found?.what;
  }
}

/** Whether an operation may fail so: a problem has to be one that the contract knows for it; what is optional may be missing. */
export function mayFail(operation: Operation, { kind }: Failure): boolean {
  if (kind === 'notSupported') return operation.capability !== undefined;
  return !isProblem(kind) || problemsOf(operation).includes(kind);
}
