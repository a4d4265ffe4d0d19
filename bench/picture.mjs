import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { smallTemplates } from '../vite.config.ts';
import { serveFolder } from './pages/serve.mjs';
import { median } from './tables/figures.mjs';

const ways = ['bare', 'ours', 'uppy'];
const rates = [1, 4];

/** An accounting program's screen, as dense as they are. */
const screen = () => {
  const rows = Array.from(
    { length: 60 },
    (_, row) =>
      `<tr>${[1000 + row * 7, ['Myyntisaamiset', 'Pankkitili', 'Ostovelat', 'Arvonlisäverovelka'][row % 4], ['Kahvila Kulma Oy', 'Äänekosken Sähkö Ky', 'Rakennus Öhman Oy'][row % 3], ((row * 7919) % 99991) / 100, `${1 + (row % 28)}.${1 + (row % 12)}.2026`].map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0;font:20px sans-serif}header{background:linear-gradient(90deg,#0b5a6e,#12333c);color:#fff;padding:24px}table{width:100%;border-collapse:collapse}td{border:1px solid #d5dde0;padding:2px 12px}tr:nth-child(even){background:#f5f7f7}</style><header>Kirjanpito | Tositteet | Tilikaudet</header><table>${rows.join('')}</table>`;
};

/**
 * A screenshot of 3840 × 2160, pasted, covered and encoded, beside the bare decoding and encoding in the same page, and beside
 * what Uppy's editor can do of it. Only the ratios carry over to other machines.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{ runs: number }} options
 */
export async function measurePicture(browser, { runs }) {
  const folder = await mkdtemp(join(tmpdir(), 'support-picture-'));
  await build({
    root: join(import.meta.dirname, 'picture-page'),
    configFile: false,
    logLevel: 'error',
    plugins: [smallTemplates()],
    build: { target: 'es2022', outDir: folder, emptyOutDir: true },
  });
  const painter = await browser.newPage({ viewport: { width: 3840, height: 2160 } });
  await painter.setContent(screen());
  const picture = await painter.screenshot({ path: join(folder, 'picture.png') });
  await painter.close();
  const site = await serveFolder(folder);
  try {
    const results = [];
    for (const rate of rates) {
      for (let run = -1; run < runs; run += 1) {
        for (let index = 0; index < ways.length; index += 1) {
          const way = ways[(index + run + 1) % ways.length];
          const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
          await page.goto(`${site.origin}/`, { waitUntil: 'networkidle' });
          const session = await page.context().newCDPSession(page);
          await session.send('Emulation.setCPUThrottlingRate', { rate });
          const result = await page.evaluate((name) => globalThis.measure(name), way);
          // The first round only warms up.
          if (run >= 0) results.push({ way, rate, run, source: picture.length, ...result });
          await page.close();
        }
      }
    }
    return results;
  } finally {
    site.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each way at each speed, and how many times the bare codec. */
export function pictureTable(results) {
  const rows = rates.flatMap((rate) => {
    const of = (way) => results.filter((one) => one.way === way && one.rate === rate);
    const floor = median(of('bare').map(({ ms }) => ms));
    return ways.map((way) => {
      const ms = median(of(way).map((one) => one.ms));
      const longest = Math.max(...of(way).map((one) => one.longest));
      return [
        `${way}, CPU ${rate}×`,
        `${ms.toFixed(0)} (${(ms / floor).toFixed(2)})`,
        longest ? longest.toFixed(0) : 'below 50',
      ];
    });
  });
  return [['3840 × 2160', 'ms (times bare)', 'longest task, ms'], ...rows];
}
