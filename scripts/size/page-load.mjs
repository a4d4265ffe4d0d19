import { createServer, request as ask } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { chromiumArguments, findBrowsers } from '../../test/tools/browsers.mjs';

/** How long each answer takes at least, in milliseconds: far more than a page computes between one answer and its next question. */
const ROUND_TRIP = 1_000;
/** For how long nothing has been asked when a page has loaded all that it loads by itself, in milliseconds. */
const QUIET = 3 * ROUND_TRIP;

/** How long a page may take, in milliseconds. */
const LIMIT = 60_000;

/** Hands everything on to `origin`, and each answer back only after a round trip. */
async function slowProxy(origin) {
  const server = createServer(async (incoming, outgoing) => {
    await sleep(ROUND_TRIP);
    const { method, url, headers } = incoming;
    const passed = { ...headers, host: new URL(origin).host };
    const asked = ask(new URL(url ?? '/', origin), { method, headers: passed }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    asked.on('error', () => outgoing.destroy());
    incoming.pipe(asked);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return server;
}

/** Calls `isReady` of the page when what `selector` finds, in the document or in a shadow root, is seen and enabled. */
const watchFor = (selector) => {
  const roots = (root) =>
    [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? [shadowRoot, ...roots(shadowRoot)] : [],
    );
  const look = () => {
    const found = [document, ...roots(document)]
      .map((root) => root.querySelector(selector))
      .find((one) => one?.checkVisibility() && !one.matches(':disabled'));
    if (found) globalThis.isReady();
    else requestAnimationFrame(look);
  };
  look();
};

/**
 * Loads a page as a person's browser does, and says what it asked for. A wave is what is asked before any answer to the same
 * wave has come: the page itself is the first one.
 *
 * @param {string} origin where the page is served
 * @param {string} path
 * @param {string} selector what can be typed into when the page is ready
 * @returns {Promise<{ requests: { path: string, wave: number, bytes: number, untilReady: boolean }[], wavesUntilReady: number }>}
 */
export async function loadPage(origin, path, selector) {
  const proxy = await slowProxy(origin);
  const browser = await chromium.launch({
    executablePath: findBrowsers().chromium,
    args: chromiumArguments,
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    const requests = new Map();
    let lastEvent = Date.now();
    let readyAt = Infinity;
    await page.exposeFunction('isReady', () => (readyAt = Math.min(readyAt, Date.now())));
    devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
      const url = new URL(request.url);
      if (!url.protocol.startsWith('http')) return;
      lastEvent = Date.now();
      const before = [...requests.values()].filter(({ isAnswered }) => isAnswered);
      const wave = 1 + Math.max(0, ...before.map((one) => one.wave));
      requests.set(requestId, { path: url.pathname + url.search, method: request.method, wave });
    });
    devtools.on('Network.responseReceived', ({ requestId }) => {
      const request = requests.get(requestId);
      if (request) request.isAnswered = true;
    });
    const ended = ({ requestId, encodedDataLength = 0 }) => {
      lastEvent = Date.now();
      const request = requests.get(requestId);
      if (request) Object.assign(request, { end: Date.now(), bytes: encodedDataLength });
    };
    devtools.on('Network.loadingFinished', ended);
    devtools.on('Network.loadingFailed', ended);
    await page.addInitScript(watchFor, selector);
    await page.goto(`http://127.0.0.1:${proxy.address().port}${path}`);
    const start = Date.now();
    while (Date.now() - lastEvent < QUIET || readyAt === Infinity) {
      if (Date.now() - start > LIMIT) throw new Error(`${path} was not ready in ${LIMIT} ms`);
      await sleep(50);
    }
    const all = [...requests.values()].map(
      ({ end = Infinity, bytes = 0, isAnswered: _, ...one }) => ({
        ...one,
        bytes,
        untilReady: end <= readyAt,
      }),
    );
    return {
      requests: all,
      wavesUntilReady: Math.max(
        ...all.filter(({ untilReady }) => untilReady).map(({ wave }) => wave),
      ),
    };
  } finally {
    await browser.close();
    proxy.close();
    proxy.closeAllConnections();
  }
}
