const sockets = '/__web-dev-server__web-socket.js';
const clone = 'structuredClone(obj)';

/** Runs in the page. What can't be cloned is told as text: an element that a test compared, or a function. */
function sendable(it, depth = 0) {
  try {
    return structuredClone(it);
  } catch {
    if (Array.isArray(it) && depth < 20) return it.map((part) => sendable(part, depth + 1));
    const isPlain =
      typeof it === 'object' && it !== null && Object.getPrototypeOf(it) === Object.prototype;
    if (!isPlain || depth >= 20) return String(it);
    return Object.fromEntries(
      Object.entries(it).map(([key, part]) => [key, sendable(part, depth + 1)]),
    );
  }
}

/**
 * The runner's page clones its results before it sends them. Where a test failed that compared elements it can't, and the
 * run would wait for that page until its time is up, and not even tell which test failed.
 */
export const sendableResults = () => ({
  name: 'sendable-results',
  transform(context) {
    if (context.path !== sockets) return undefined;
    if (!context.body.includes(clone))
      throw new Error('The runner sends its results in another way now: see sendable-results.mjs');
    return context.body.replace(clone, 'sendable(obj)') + sendable;
  },
});
