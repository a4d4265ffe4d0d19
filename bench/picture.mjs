import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { chromiumArguments, findWholeChromium } from '../test/tools/browsers.mjs';
import { smallTemplates } from '../vite.config.ts';

/**
 * A screenshot of 3840 × 2160, pasted, covered and encoded, beside the bare decoding and encoding in the same page, and beside
 * what Uppy's editor can do of it. Only the ratios carry over to other machines.
 *
 *   npm run bench -- --runs 15
 */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' } } });
const runs = Number(values.runs);
const ways = ['bare', 'ours', 'uppy'];
const folder = await mkdtemp(join(tmpdir(), 'support-bench-'));

await build({
  root: join(import.meta.dirname, 'page'),
  configFile: false,
  logLevel: 'error',
  plugins: [smallTemplates()],
  build: { target: 'es2022', outDir: folder, emptyOutDir: true },
});

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};
let picture = Buffer.alloc(0);
const server = createServer(async ({ url = '/' }, answer) => {
  const path = url === '/' ? '/index.html' : url;
  const body =
    path === '/picture.png' ? picture : await readFile(join(folder, path)).catch(() => undefined);
  answer
    .writeHead(body ? 200 : 404, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
    })
    .end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}/`;

/** An accounting program's screen, as dense as they are. */
const screen = () => {
  const rows = Array.from(
    { length: 60 },
    (_, row) =>
      `<tr>${[1000 + row * 7, ['Myyntisaamiset', 'Pankkitili', 'Ostovelat', 'Arvonlisäverovelka'][row % 4], ['Kahvila Kulma Oy', 'Äänekosken Sähkö Ky', 'Rakennus Öhman Oy'][row % 3], ((row * 7919) % 99991) / 100, `${1 + (row % 28)}.${1 + (row % 12)}.2026`].map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0;font:20px sans-serif}header{background:linear-gradient(90deg,#0b5a6e,#12333c);color:#fff;padding:24px}table{width:100%;border-collapse:collapse}td{border:1px solid #d5dde0;padding:2px 12px}tr:nth-child(even){background:#f5f7f7}</style><header>Kirjanpito | Tositteet | Tilikaudet</header><table>${rows.join('')}</table>`;
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const executablePath = findWholeChromium();
const browser = await chromium.launch({ executablePath, args: chromiumArguments });
try {
  const painter = await browser.newPage({ viewport: { width: 3840, height: 2160 } });
  await painter.setContent(screen());
  picture = await painter.screenshot();
  await painter.close();

  for (const rate of [1, 4]) {
    const results = Object.fromEntries(ways.map((way) => [way, []]));
    for (let run = -1; run < runs; run += 1) {
      for (let index = 0; index < ways.length; index += 1) {
        const way = ways[(index + run + 1) % ways.length];
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        await page.goto(origin, { waitUntil: 'networkidle' });
        const session = await page.context().newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate });
        const result = await page.evaluate((name) => globalThis.measure(name), way);
        // The first round only warms up.
        if (run >= 0) results[way].push(result);
        await page.close();
      }
    }
    const floor = median(results.bare.map(({ ms }) => ms));
    console.log(
      `\n3840 × 2160, ${(picture.length / 1e6).toFixed(1)} MB, ${runs} runs, CPU ${rate}×, medians`,
    );
    for (const way of ways) {
      const ms = median(results[way].map((one) => one.ms));
      const longest = Math.max(...results[way].map((one) => one.longest));
      console.log(
        `${way.padEnd(6)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / floor).toFixed(2).padStart(5)} × bare   longest task ${longest ? `${longest.toFixed(0)} ms` : 'below 50 ms'}`,
      );
    }
  }
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
}
