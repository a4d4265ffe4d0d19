import { SupportError } from './support-error.js';

/** How often something is tried by itself. */
export const ATTEMPTS = 3;
const BASE_MS = 500;
/** Nobody should look at a progress bar for longer than this because a server said so. */
const LONGEST_WAIT_MS = 20_000;

/** Worth another try at once: no answer came, or the endpoint says that it is busy. */
const PASSING: readonly SupportError['code'][] = [
  'network',
  'timeout',
  'internal',
  'unavailable',
  'rateLimited',
];

/** Whether the same request may well get through later as it is. */
export const willPass = ({ code }: SupportError): boolean =>
  code === 'offline' || PASSING.includes(code);

/** Milliseconds to wait before the next try, or nothing when there should be none. */
export function waitBeforeRetry(
  error: SupportError,
  attempt: number,
  random: () => number = Math.random,
): number | undefined {
  if (attempt >= ATTEMPTS || !PASSING.includes(error.code)) return undefined;
  if (error.retryAfter !== undefined) {
    const asked = error.retryAfter * 1000;
    return asked <= LONGEST_WAIT_MS ? asked : undefined;
  }
  const backOff = BASE_MS * 2 ** (attempt - 1);
  return backOff / 2 + random() * backOff;
}

/** Rejects with `aborted` as soon as the signal says so, whatever is being waited for: a host's own function knows no signal. */
export async function unlessAborted<T>(act: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return act();
  if (signal.aborted) throw new SupportError('aborted');
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const give = () => reject(new SupportError('aborted'));
  signal.addEventListener('abort', give, { once: true });
  try {
    return await Promise.race([act(), aborted]);
  } finally {
    signal.removeEventListener('abort', give);
  }
}

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  unlessAborted(() => new Promise((resolve) => setTimeout(resolve, ms)), signal);

export interface RetryOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called before each further try with its number, the second being 2. */
  readonly onRetry?: ((attempt: number) => void) | undefined;
}

/** Tries what is harmless to repeat up to three times, with back-off and jitter, or as long as `Retry-After` asks. */
export async function withRetry<T>(
  act: () => Promise<T>,
  { signal, onRetry }: RetryOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (thrown) {
      const error = SupportError.from(thrown);
      const wait = waitBeforeRetry(error, attempt);
      if (wait === undefined) throw error;
      await pause(wait, signal);
      onRetry?.(attempt + 1);
    }
  }
}
