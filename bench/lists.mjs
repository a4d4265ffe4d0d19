import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { readSupportConfig, fivaldiConfigFile } from '../server/src/support-config-file.ts';
import { smallTemplates } from '../vite.config.ts';
import { serveFolder } from './pages/serve.mjs';
import { median } from './tables/figures.mjs';

/** What is measured, of how few and of how many. */
const kinds = {
  companies: { measure: 'measureCompanies', few: 10, many: 10_000 },
  list: { measure: 'measureRequests', few: 10, many: 100 },
};

/**
 * How long a request for ten thousand companies takes to stand on the page beside one for ten, and a list of a hundred requests beside
 * one of ten.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{ runs: number, only: (keyof typeof kinds)[] }} options
 */
export async function measureLists(browser, { runs, only }) {
  const folder = await mkdtemp(join(tmpdir(), 'support-lists-'));
  await build({
    root: join(import.meta.dirname, 'lists'),
    configFile: false,
    logLevel: 'error',
    plugins: [smallTemplates()],
    build: { target: 'es2022', outDir: folder, emptyOutDir: true },
  });
  const site = await serveFolder(folder);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    const support = readSupportConfig(fivaldiConfigFile);
    await page.goto(`${site.origin}/`, { waitUntil: 'networkidle' });
    const results = [];
    for (const kind of only) {
      const { measure, few, many } = kinds[kind];
      for (let run = -1; run < runs; run += 1) {
        for (const count of [few, many]) {
          const result = await page.evaluate(
            ([name, config, size]) => globalThis[name](config, size),
            [measure, support, count],
          );
          if (run >= 0) results.push({ kind, count, run, ...result });
        }
      }
    }
    return results;
  } finally {
    await page.close();
    site.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Few and many beside each other, and how many times as long many take. */
export function listsTable(results) {
  const rows = [...new Set(results.map(({ kind }) => kind))].flatMap((kind) => {
    const { few, many } = kinds[kind];
    const middle = (count, figure) =>
      median(
        results.filter((one) => one.kind === kind && one.count === count).map((one) => one[figure]),
      );
    return [few, many].map((count) => {
      const time = middle(count, 'time');
      const key = middle(count, 'key');
      return [
        `${kind}: ${count}`,
        `${time.toFixed(1)} (${(time / middle(few, 'time')).toFixed(2)})`,
        Number.isNaN(key) ? '' : key.toFixed(1),
      ];
    });
  });
  return [['what', 'on the page, ms', 'key in the search, ms'], ...rows];
}
