/** From the shortest to the longest back-off of src/client/retry.ts. */
const BACK_OFF = { least: 250, most: 1500 };

/**
 * For a whole suite: the client goes on at once where it would wait before another try, since how long it waits is what
 * test/client/retries.test.ts is for. How often it tries, and all else, stays as it is.
 */
export function retryAtOnce(): void {
  const { setTimeout: later } = globalThis;
  before(() => {
    globalThis.setTimeout = ((act: TimerHandler, delay = 0, ...rest: unknown[]) =>
      later(
        act,
        delay >= BACK_OFF.least && delay <= BACK_OFF.most ? 0 : delay,
        ...rest,
      )) as typeof setTimeout;
  });
  after(() => {
    globalThis.setTimeout = later;
  });
}
