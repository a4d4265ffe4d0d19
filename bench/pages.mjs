import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildPage } from './pages/build.mjs';
import { probe } from './pages/probe.js';
import { serveFolder } from './pages/serve.mjs';
import { median, quantile } from './tables/figures.mjs';

const LIMIT = 60_000;
/** Between the end of the page before and the start of this one, in milliseconds. */
const REST = 1_000;
const TEXT = 'the printer on floor two says paper jam but there is no paper';
const textarea = 'textarea';

/** What can be typed into when a page is ready, and what is typed into. */
const pages = [
  { name: 'blank', ready: textarea, type: textarea },
  { name: 'lit-hello', ready: textarea, type: textarea },
  { name: 'sentry', ready: 'textarea[name=message]', type: 'textarea[name=message]' },
  {
    name: 'uppy',
    ready: '.uppy-Dashboard-browse',
    type: '#uppy-Dashboard-FileCard-input-caption',
  },
  { name: 'shoelace', ready: textarea, type: textarea },
  { name: 'ours', ready: '#description', type: '#description' },
];

const fast3g = { latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const profiles = [
  { name: '1×', cpu: 1 },
  { name: '4×', cpu: 4 },
  { name: 'Fast 3G', cpu: 1, net: fast3g },
];

async function type(tab, selector) {
  await tab.evaluate(() => globalThis.beforeTyping?.());
  await tab.waitForFunction((one) => globalThis.bench.find(one), selector);
  await tab.evaluate((one) => globalThis.bench.startTyping(one), selector);
  for (const [index, letter] of [...TEXT].entries()) {
    await tab.keyboard.press(letter);
    // In no fixed phase to the frames.
    await sleep(30 + ((index * 7) % 17));
  }
  await sleep(300);
  const keys = await tab.evaluate(() => globalThis.bench.keys);
  if (keys.length !== TEXT.length) throw new Error(`${selector} had ${keys.length} keys`);
  return keys;
}

/** One load of a page by a browser that has never seen it. */
async function load(browser, page, { cpu, net }, types) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    context.setDefaultTimeout(LIMIT);
    const tab = await context.newPage();
    const requests = [];
    context.on('requestfinished', (request) => requests.push(request));
    const ready = new Promise((resolve, reject) => {
      setTimeout(reject, LIMIT, new Error(`${page.name} was never ready`)).unref();
      void tab.exposeFunction('isReady', resolve);
    });
    await tab.addInitScript(`(${probe})(${JSON.stringify(page.ready)})`);
    const devtools = await context.newCDPSession(tab);
    await sleep(REST);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    if (net) {
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', { offline: false, ...net });
    }
    const [times] = await Promise.all([ready, tab.goto(page.url, { waitUntil: 'commit' })]);
    await tab.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined);
    const sizes = await Promise.all(
      requests.filter((one) => one.url().startsWith('http')).map((one) => one.sizes()),
    );
    const bytes = sizes.reduce(
      (sum, one) => sum + one.responseHeadersSize + one.responseBodySize,
      0,
    );
    const keys = types && !net ? await type(tab, page.type) : [];
    return { ...times, kib: bytes / 1024, requests: sizes.length, keys };
  } finally {
    await context.close();
  }
}

/**
 * Our form's page beside Lit's hello world and what else asks a person for words and pictures: until it can be typed into, and what a key
 * takes. They are loaded by turns, and only their ratios carry over to other machines.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{ runs: number, types: boolean }} options
 */
export async function measurePages(browser, { runs, types }) {
  const folder = await mkdtemp(join(tmpdir(), 'support-pages-'));
  const sites = [];
  try {
    for (const page of pages) {
      await buildPage(page.name, join(folder, page.name));
      const site = await serveFolder(join(folder, page.name));
      sites.push({ ...page, url: `${site.origin}/`, site });
    }
    const results = [];
    for (let run = -1; run < runs; run += 1) {
      for (const profile of run < 0 ? profiles.slice(0, 1) : profiles) {
        for (let turn = 0; turn < sites.length; turn += 1) {
          const page = sites[(turn + run + 1) % sites.length];
          const result = await load(browser, page, profile, types);
          // The first round only warms up.
          if (run >= 0) results.push({ page: page.name, profile: profile.name, run, ...result });
        }
      }
    }
    return results;
  } finally {
    for (const { site } of sites) site.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const of = (results, page, profile) =>
  results.filter((one) => one.page === page && one.profile === profile);
const mid = (results, page, profile, figure) =>
  median(of(results, page, profile).map((one) => one[figure]));
const keysOf = (results, page, profile) => of(results, page, profile).flatMap(({ keys }) => keys);
const times = (value, base) => (base > 0 ? ` (${(value / base).toFixed(2)})` : '');

/** The table of the pages: `ready` above a blank page, and in brackets how many times Lit's hello world. */
export function pagesTable(results, types) {
  const row = (page) => {
    const above = (profile) =>
      mid(results, page, profile, 'ready') - mid(results, 'blank', profile, 'ready');
    const cells = [
      page,
      mid(results, page, '1×', 'kib').toFixed(1),
      String(mid(results, page, '1×', 'requests')),
      above('1×').toFixed(0),
      above('4×').toFixed(0),
      (mid(results, page, 'Fast 3G', 'ready') / 1000).toFixed(2),
      mid(results, page, '4×', 'blocking').toFixed(0),
    ];
    for (const profile of types ? ['1×', '4×'] : []) {
      const [own, lit] = [page, 'lit-hello'].map((name) => keysOf(results, name, profile));
      for (const share of [0.5, 0.99]) {
        const value = quantile(own, share);
        cells.push(value.toFixed(1) + times(value, quantile(lit, share)));
      }
    }
    return cells;
  };
  const head = [
    'page',
    'KiB',
    'requests',
    'ready 1×, ms',
    '4×, ms',
    'Fast 3G, s',
    'blocking 4×, ms',
  ];
  if (types) head.push('key p50 1×', 'p99 1×', 'p50 4×', 'p99 4×');
  return [head, ...pages.map(({ name }) => row(name))];
}
