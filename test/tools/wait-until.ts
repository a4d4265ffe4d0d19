// Kept from before any test puts a fake clock in their place.
const { setTimeout: later, performance: clock } = globalThis;
const now = clock.now.bind(clock);

/** Milliseconds between two looks: soon at first, and then less often, since each look at a page is work for it. */
const FIRST_INTERVAL = 15;
const LAST_INTERVAL = 100;

/** Milliseconds until a test gives up. */
const LIMIT = 20_000;

/**
 * Waits until something is so.
 *
 * @param what is said in a failure: what was expected, and what was there then
 * @param limit milliseconds until the test gives up; longer where the product waits by itself
 */
export async function waitUntil(
  probe: () => unknown,
  what: string | (() => string),
  limit = LIMIT,
): Promise<void> {
  const end = now() + limit;
  let interval = FIRST_INTERVAL;
  while (!(await probe())) {
    if (now() > end) throw new Error(typeof what === 'string' ? what : what());
    await new Promise((resolve) => later(resolve, interval));
    interval = Math.min(LAST_INTERVAL, 1.2 * interval);
  }
}
