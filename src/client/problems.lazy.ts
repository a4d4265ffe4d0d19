import { problem, type ProblemCode } from '../contract/problem.js';
import { SupportError } from './support-error.js';
import { jsonOf, type Answer } from './transport.js';

export { fieldErrors } from '../contract/problem.js';

/** Seconds from a `Retry-After` of either form (seconds or a date); `now` by the clock of who sent it. */
export function retryAfterSeconds(
  value: string | null,
  now: number = Date.now(),
): number | undefined {
  if (!value) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}

/** What a bare status means when the answer is nobody's problem document, such as a proxy's page. */
function codeOf(status: number): ProblemCode | 'unknown' {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 408 || status === 502 || status === 503 || status === 504) return 'unavailable';
  if (status === 409) return 'conflict';
  if (status === 413) return 'tooLarge';
  if (status === 415) return 'unsupportedType';
  if (status === 422) return 'validation';
  if (status === 429) return 'rateLimited';
  return status >= 500 ? 'internal' : 'unknown';
}

/** A failed answer as a `SupportError`. */
export async function errorOf(answer: Answer): Promise<SupportError> {
  const { status } = answer;
  const sent = Date.parse(answer.headers.get('Date') ?? '');
  const retryAfter = retryAfterSeconds(
    answer.headers.get('Retry-After'),
    Number.isNaN(sent) ? undefined : sent,
  );
  const type = answer.headers.get('Content-Type') ?? '';
  const parsed = type.includes('json') ? problem.safeParse(await jsonOf(answer.body)) : undefined;
  if (!parsed?.success)
    return new SupportError(codeOf(status), `HTTP ${status}`, { status, retryAfter });
  const { code, title, detail, errors } = parsed.data;
  const known = code === 'unknown' ? codeOf(status) : code;
  return new SupportError(known, detail ?? title, { status, errors, retryAfter });
}
