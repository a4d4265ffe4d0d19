import {
  problemStatus,
  type FieldError,
  type ProblemCode,
  type ToldProblem,
} from '../../../src/contract/index.js';

const titles: Readonly<Record<ProblemCode, string>> = {
  validation: 'Some fields are not valid',
  unauthenticated: 'Sign-in is required',
  forbidden: 'Not allowed for this user',
  notFound: 'Not found',
  conflict: 'In conflict with what is already stored',
  changed: 'Changed since it was read',
  decided: 'Already decided',
  lapsed: 'The request has lapsed',
  withdrawn: 'The request has been withdrawn',
  tooLarge: 'Too large',
  unsupportedType: 'The file type is not accepted',
  digestMismatch: 'The content does not match its digest',
  rateLimited: 'Too many requests',
  notSupported: 'Not supported by this endpoint',
  unavailable: 'Temporarily unavailable',
  internal: 'Internal error',
};

/** Whoever sends ten thousand wrong values learns about the first hundred. */
const MOST_ERRORS = 100;

interface Given {
  /** A sentence for developers about this one case. */
  readonly detail?: string;
  /** Who decided what, and when. */
  readonly decision?: ToldProblem['decision'];
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Ends a request with a problem. Its text is for developers; a widget goes by the code. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly #given: Given;

  constructor(code: ProblemCode, given: Given = {}) {
    super(titles[code], { cause: given.cause });
    this.code = code;
    this.#given = given;
  }

  toResponse(): Response {
    const { detail, decision, errors, headers } = this.#given;
    const status = problemStatus[this.code];
    const body = {
      title: titles[this.code],
      status,
      code: this.code,
      ...(detail !== undefined && { detail }),
      ...(errors && { errors: errors.slice(0, MOST_ERRORS) }),
      ...(decision && { decision }),
    };
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
    });
  }
}

/** One wrong field. */
export const invalid = (pointer: string, code: FieldError['code']): ProblemError =>
  new ProblemError('validation', { errors: [{ pointer, code }] });
