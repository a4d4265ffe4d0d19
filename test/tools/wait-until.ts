import { waitUntil as wait } from '@open-wc/testing';

/** Waits until something is so, as long as a busy computer may take for it: in one usual second not every part is loaded there. */
export const waitUntil: typeof wait = (predicate, message, options) =>
  wait(predicate, message, { timeout: 20_000, ...options });
