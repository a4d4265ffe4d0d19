import type { FieldError, ProblemCode } from '../contract/problem.js';

/**
 * Everything that can go wrong between a widget and its endpoint. Beside the endpoint's own problems:
 *
 * - `noEndpoint`: none is configured; `insecureEndpoint`: plain http outside localhost; nothing was sent
 * - `offline`, `network`, `timeout`: no answer came
 * - `malformed`: an answer that isn't the contract's, such as an HTML page of a proxy
 * - `aborted`: the person or the page gave up
 * - `unknown`: a problem that this version has no word for
 */
export type SupportErrorCode =
  | ProblemCode
  | 'noEndpoint'
  | 'insecureEndpoint'
  | 'offline'
  | 'network'
  | 'timeout'
  | 'malformed'
  | 'aborted'
  | 'unknown';

export interface SupportErrorDetails extends ErrorOptions {
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** What is wrong with which field. */
  readonly errors?: readonly FieldError[] | undefined;
  /** Seconds that the endpoint asks to wait. */
  readonly retryAfter?: number | undefined;
}

/** The one error of the widgets. `message` is for logs; what a person reads is chosen by `code`. */
export class SupportError extends Error {
  override readonly name = 'SupportError';
  readonly status: number | undefined;
  readonly errors: readonly FieldError[];
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: SupportErrorCode,
    message: string = code,
    { status, errors = [], retryAfter, ...options }: SupportErrorDetails = {},
  ) {
    super(message, options);
    this.status = status;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }

  /** True when the endpoint may have done what it was asked although no good answer came. */
  get unanswered(): boolean {
    return [
      'network',
      'timeout',
      'offline',
      'malformed',
      'aborted',
      'internal',
      'unavailable',
      'unknown',
    ].includes(this.code);
  }

  /** Any thrown thing as a `SupportError`. */
  static from(error: unknown): SupportError {
    return error instanceof SupportError
      ? error
      : new SupportError('unknown', String(error), { cause: error });
  }
}

/** For the part of the program that a dynamic `import` could not fetch: there is no connection, and asking again may help. */
export const notLoaded = (cause: unknown): never => {
  throw new SupportError('network', 'A part of the program could not be loaded', { cause });
};
