import {
  problemStatus,
  type FieldError,
  type ProblemCode,
  type ToldProblem,
} from '../../../src/contract/index.js';

const titles: Readonly<Record<ProblemCode, string>> = {
  validation: 'The request breaks the rules of its fields',
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed to this person',
  notFound: 'There is no such thing here',
  conflict: 'Something else is stored here already',
  changed: 'It has changed since',
  decided: 'It has been decided already',
  lapsed: 'It has lapsed',
  withdrawn: 'It has been withdrawn',
  tooLarge: 'Too large',
  unsupportedType: 'Files of this type are not taken',
  digestMismatch: 'The bytes are not those that the digest names',
  rateLimited: 'Too many requests',
  notSupported: 'This endpoint does not do that',
  unavailable: 'Out of reach for the moment',
  internal: 'Something went wrong here',
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
