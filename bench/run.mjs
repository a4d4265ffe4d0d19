/**
 * What is measured of the elements beside their references, in one run: the tables of it, and a JSON file with every single result.
 *
 *   npm run bench -- [--only pages,typing,picture,list,companies,endpoint] [--runs 15] [--out bench.json]
 *
 * Leave the machine idle. Only ratios carry over to other machines: in brackets stands how many times the reference, which is Lit's hello
 * world, the bare codec, or few beside many.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumArguments, findWholeChromium } from '../test/tools/browsers.mjs';
import { listsTable, measureLists } from './lists.mjs';
import { measurePages, pagesTable } from './pages.mjs';
import { measurePicture, pictureTable } from './picture.mjs';
import { lines } from './tables/figures.mjs';

const parts = ['pages', 'typing', 'picture', 'list', 'companies', 'endpoint'];
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: parts.join() },
    runs: { type: 'string', default: '15' },
    out: { type: 'string', default: 'bench.json' },
  },
});
const runs = Number(values.runs);
const only = values.only.split(',');
const unknown = only.filter((part) => !parts.includes(part));
if (unknown.length) throw new Error(`There is no ${unknown.join()}: ${parts.join(', ')}`);
const wants = (part) => only.includes(part);

/** The endpoint has a run of its own, on a PostgreSQL of its own. */
async function measureEndpoint() {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'endpoint.mjs')],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  child.stdout.on('data', (data) => (text += data));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The endpoint could not be measured');
  return text;
}

const browser = await chromium.launch({
  executablePath: findWholeChromium(),
  args: chromiumArguments,
});
const report = {
  date: new Date().toISOString(),
  cpu: os.cpus()[0]?.model,
  cores: os.cpus().length,
  node: process.version,
  chromium: browser.version(),
  runs,
};
const show = (table) => console.log(`\n${lines(table)}`);
console.log(
  `Chromium ${report.chromium}, ${report.cpu} × ${report.cores}, medians of ${runs} runs`,
);
try {
  if (wants('pages') || wants('typing')) {
    const types = wants('typing');
    report.pages = await measurePages(browser, { runs, types });
    show(pagesTable(report.pages, types));
  }
  if (wants('picture')) {
    report.picture = await measurePicture(browser, { runs });
    show(pictureTable(report.picture));
  }
  const lists = ['list', 'companies'].filter(wants);
  if (lists.length) {
    report.lists = await measureLists(browser, { runs, only: lists });
    show(listsTable(report.lists));
  }
} finally {
  await browser.close();
}
if (wants('endpoint')) {
  report.endpoint = await measureEndpoint();
  console.log(`\n${report.endpoint}`);
}
await writeFile(values.out, `${JSON.stringify(report, undefined, 1)}\n`);
