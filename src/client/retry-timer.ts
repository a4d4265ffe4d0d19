const WAITS_MS = [5_000, 10_000, 15_000, 30_000];
const LONGEST_WAIT_MS = 60_000;

/**
 * Milliseconds to wait before the next try, when the connection has failed.
 *
 * @param failures how many there have been in a row, at least 1
 * @param retryAfter seconds that the endpoint asks to wait
 */
export const waitAfter = (failures: number, retryAfter = 0): number =>
  Math.max(WAITS_MS[failures - 1] ?? LONGEST_WAIT_MS, retryAfter * 1000);

/**
 * Says when to try something again after the connection failed: after 5 seconds first, then less and less often, and at once
 * when the browser is back on-line.
 */
export class RetryTimer {
  readonly #retry: () => void;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param retry called once for each failure that was told */
  constructor(retry: () => void) {
    this.#retry = retry;
  }

  /** Whether something failed, and the next try is still ahead. */
  get isWaiting(): boolean {
    return this.#timer !== undefined;
  }

  /** Something failed, and is to be tried again. */
  failed(retryAfter = 0): void {
    this.#failures += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#due, waitAfter(this.#failures, retryAfter));
    addEventListener('online', this.#due);
  }

  /** It succeeded, or nobody wants it any more. */
  stop(): void {
    this.#failures = 0;
    this.#rest();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    removeEventListener('online', this.#due);
  }

  readonly #due = (): void => {
    this.#rest();
    this.#retry();
  };
}
