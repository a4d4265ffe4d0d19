import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

// npm run test:repeat -- 10 --busy 3
// Runs the whole suite so many times; during the last of them other programs keep every processor busy. What was run before on
// the same commit counts, so that a broken series can be gone on with; `--fresh` begins anew. Other arguments go to the suite.
const root = join(import.meta.dirname, '..');
const folder = join(root, '.cache');
const path = join(folder, 'test-runs.json');
const summary = join(folder, 'test-run.json');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    busy: { type: 'string', default: '0' },
    fresh: { type: 'boolean' },
    only: { type: 'string' },
    browsers: { type: 'string' },
  },
});
const times = Number(positionals[0] ?? 10);
const busyTimes = Number(values.busy);
if (!(times > 0) || !(busyTimes >= 0) || busyTimes > times) {
  console.error('Say how many runs, and how many of them on a busy computer: 10 --busy 3');
  process.exit(2);
}
const suiteOptions = ['only', 'browsers'].flatMap((name) =>
  values[name] ? [`--${name}`, values[name]] : [],
);

const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout.trim();
const version = `${git('rev-parse', 'HEAD')} ${suiteOptions.join(' ')}`.trim();
mkdirSync(folder, { recursive: true });
const kept = existsSync(path) && !values.fresh ? JSON.parse(readFileSync(path, 'utf8')) : {};
const runs = kept.version === version ? kept.runs : [];
if (git('status', '--porcelain')) console.log('There are changes that no commit has.');

/** Keeps every processor busy until it is stopped. */
const keepBusy = () => {
  const loops = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  return () => loops.forEach((loop) => loop.kill('SIGKILL'));
};

let stop = () => {};
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stop();
    process.exit(1);
  });
}

const runOnce = (isBusy) =>
  new Promise((resolve) => {
    writeFileSync(summary, '');
    stop = isBusy ? keepBusy() : () => {};
    const args = [join(root, 'scripts/test.mjs'), '--summary', summary, ...suiteOptions];
    const start = Date.now();
    spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).on(
      'close',
      (code) => {
        stop();
        const seconds = Math.round((Date.now() - start) / 1000);
        const text = readFileSync(summary, 'utf8');
        const counts = text
          ? JSON.parse(text)
          : { passed: 0, failed: 1, failures: [`The suite ended with code ${code} and no result`] };
        resolve({ ...counts, seconds, isBusy });
      },
    );
  });

while (runs.length < times) {
  const isBusy = runs.length >= times - busyTimes;
  console.log(
    `\nRun ${runs.length + 1} of ${times}${isBusy ? ', with every processor kept busy' : ''}\n`,
  );
  runs.push(await runOnce(isBusy));
  writeFileSync(path, JSON.stringify({ version, runs }, undefined, 2));
}

console.log(`\n${version}\n`);
for (const [index, { passed, failed, seconds, isBusy }] of runs.entries())
  console.log(
    `run ${index + 1}: ${passed} passed, ${failed} failed, ${seconds} s${isBusy ? ', busy' : ''}`,
  );
const often = new Map();
for (const failure of runs.flatMap(({ failures }) => failures))
  often.set(failure, (often.get(failure) ?? 0) + 1);
for (const [failure, count] of [...often].sort(([, a], [, b]) => b - a))
  console.log(
    `failed ${count} of ${runs.length} times: ${failure.replaceAll(/\s+/g, ' ').slice(0, 400)}`,
  );
process.exitCode = often.size === 0 ? 0 : 1;
