import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { faults } from '../test/seeded-faults/faults.mjs';
import { browserSuites, isInBrowser, planBrowserTests } from '../test/tools/browser-plan.mjs';
import { chosenBrowsers } from '../test/tools/browsers.mjs';

// npm run test:faults -- --only focus-on-done,late-language
// Puts one fault after the other into a copy of the working tree, and runs the tests that are to catch it.
const root = join(import.meta.dirname, '..');
const MOST_MINUTES = 6;
const children = new Set();
const folders = [];
let isStopped = false;

const { values } = parseArgs({
  options: {
    list: { type: 'boolean' },
    /** Names of faults, with commas between. */
    only: { type: 'string' },
    /** The same tests without the faults: what fails then proves nothing. */
    clean: { type: 'boolean' },
    /** A file for the results as JSON. */
    results: { type: 'string' },
  },
});

/** What is under version control, and what is new and may be: as it stands in the working tree. */
function copyTree() {
  const folder = mkdtempSync(join(tmpdir(), 'support-widgets-faults-'));
  folders.push(folder);
  const { stdout } = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  for (const file of stdout.split('\0').filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Runs Node in a folder; resolves with its exit code when it has ended, at the latest when its time is over. */
const run = (folder, args, env) =>
  new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    children.add(child);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-4000)));
    const timer = setTimeout(() => child.kill(), MOST_MINUTES * 60_000);
    child.on('close', (code) => {
      clearTimeout(timer);
      children.delete(child);
      resolve({ code, output });
    });
  });

/** A title without the file and browser before it, and without the reason behind it where that is long. */
const titleOf = (failure, { file, browser }) => {
  const text = typeof failure === 'string' ? failure : (failure.title ?? failure.name ?? '');
  return text.replace(`${file} in ${browser}: `, '').replaceAll(/\s+/g, ' ').slice(0, 220);
};

async function runInPages(folder, files, engines) {
  const results = join(folder, 'dist/faults.json');
  rmSync(results, { force: true });
  const { output } = await run(folder, ['node_modules/@web/test-runner/dist/bin.js'], {
    BROWSERS: engines.join(','),
    TEST_FILES: files.join(' '),
    TEST_RESULTS: results,
  });
  if (!existsSync(results)) return { passed: 0, failed: [], output };
  const rows = JSON.parse(readFileSync(results, 'utf8'));
  return {
    passed: rows.reduce((sum, row) => sum + row.passed, 0),
    failed: rows.flatMap((row) =>
      row.failures.map((failure) => ({
        file: row.file,
        where: row.browser,
        title: titleOf(failure, row),
      })),
    ),
    output,
  };
}

async function runInNode(folder, files, { in: engines = [], pattern }) {
  const results = join(folder, 'dist/faults.jsonl');
  rmSync(results, { force: true });
  const { output } = await run(
    folder,
    [
      '--import=tsx',
      '--test',
      '--test-concurrency=1',
      `--test-timeout=${(MOST_MINUTES - 1) * 60_000}`,
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./test/seeded-faults/failed-tests-reporter.mjs',
      `--test-reporter-destination=${results}`,
      ...(pattern ? [`--test-name-pattern=${pattern}`] : []),
      ...files,
    ],
    engines.length ? { BROWSERS: engines.join(',') } : {},
  );
  const tests = existsSync(results)
    ? readFileSync(results, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
  return {
    passed: tests.filter(({ passed }) => passed).length,
    failed: tests
      .filter(({ passed }) => !passed)
      .map(({ file, name }) => ({ file, where: 'Node', title: name.replaceAll(/\s+/g, ' ') })),
    output,
  };
}

/**
 * A test that has not come to its end has found nothing: on a busy computer a browser may not start in time, or what comes before
 * all tests of a file may not be ready, and a file that ended badly is told by its path.
 */
const hasNotRun = ({ file, title }) =>
  /unable to create and start a test page|: failed without a message$/.test(title) ||
  (file && title.endsWith(file));

/** Why a fault says nothing of today's sources or tests. */
function outOfDate({ file, from, tests, in: engines = [] }) {
  const missing = [file, ...tests].filter((path) => !existsSync(join(root, path)));
  if (missing.length) return `there is no ${missing.join(', ')}`;
  const times = readFileSync(join(root, file), 'utf8').split(from).length - 1;
  if (times !== 1) return `what it replaces stands in ${file} ${times} times`;
  // The suite runs some files in the first browser alone: there they must not count for another one.
  const inPages = tests.filter(isInBrowser);
  if (!inPages.length) return undefined;
  const { oneEngine } = planBrowserTests(browserSuites, inPages);
  const others = engines.filter((engine) => engine !== 'chromium');
  return oneEngine.length && others.length
    ? `the suite does not run ${oneEngine.join(', ')} in ${others.join(', ')}`
    : undefined;
}

/** With a fault, or with none in `--clean`. */
async function seed(folder, fault) {
  const path = join(folder, fault.file);
  const source = readFileSync(path, 'utf8');
  if (!values.clean)
    writeFileSync(
      path,
      source.replace(fault.from, () => fault.to),
    );
  try {
    mkdirSync(join(folder, 'dist'), { recursive: true });
    const inPages = fault.tests.filter(isInBrowser);
    const inNode = fault.tests.filter((file) => !isInBrowser(file));
    const runs = [
      ...(inPages.length ? [await runInPages(folder, inPages, fault.in)] : []),
      ...(inNode.length ? [await runInNode(folder, inNode, fault)] : []),
    ];
    return {
      passed: runs.reduce((sum, { passed }) => sum + passed, 0),
      failed: runs.flatMap(({ failed }) => failed.filter((one) => !hasNotRun(one))),
      output: runs.map(({ output }) => output).join('\n'),
    };
  } finally {
    writeFileSync(path, source);
  }
}

const isCaught = ({ failed }) => (values.clean ? failed.length === 0 : failed.length > 0);

const word = (result) => {
  if (result.outOfDate) return `must be brought up to date: ${result.outOfDate}`;
  if (!result.passed && !result.failed.length) return `NOT RUN\n${result.output}`;
  if (values.clean) return result.failed.length ? 'FAILS WITHOUT THE FAULT' : 'passes without it';
  return result.failed.length ? 'caught' : 'NOT caught';
};

async function check(folder, fault) {
  const why = outOfDate(fault);
  const start = Date.now();
  const found = why ? { passed: 0, failed: [], outOfDate: why } : await seed(folder, fault);
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`${fault.name} (${fault.idea}), ${seconds} s: ${word(found)}`);
  for (const { where, file, title } of found.failed) console.log(`    ${where}, ${file}: ${title}`);
  const ran = found.passed > 0 || found.failed.length > 0;
  return {
    name: fault.name,
    idea: fault.idea,
    isCaught: ran && isCaught(found),
    seconds,
    ...found,
  };
}

/** One after the other, each in the same copy. */
async function inTurn(chosen) {
  if (!chosen.length) return [];
  const folder = copyTree();
  const results = [];
  for (const fault of chosen) if (!isStopped) results.push(await check(folder, fault));
  return results;
}

async function main() {
  const names = values.only?.split(/[\s,]+/).filter(Boolean);
  const unknown = names?.filter((name) => !faults.some((fault) => fault.name === name)) ?? [];
  if (unknown.length) throw new Error(`There is no fault ${unknown.join(', ')}`);
  const chosen = faults.filter(({ name }) => names?.includes(name) ?? true);
  if (values.list) {
    for (const { name, idea, file } of chosen) console.log(`${name}: ${idea} (${file})`);
    return;
  }
  const here = Object.keys(chosenBrowsers());
  const lacking = [...new Set(chosen.flatMap((fault) => fault.in ?? []))].filter(
    (engine) => !here.includes(engine),
  );
  if (lacking.length) throw new Error(`${lacking.join(', ')} is not here, and some faults need it`);

  // What runs in pages and what runs in Node have different things to wait for.
  const inPages = chosen.filter(({ tests }) => tests.some(isInBrowser));
  const results = (
    await Promise.all([inTurn(inPages), inTurn(chosen.filter((one) => !inPages.includes(one)))])
  ).flat();
  if (isStopped) throw new Error('Stopped');
  if (values.results) writeFileSync(values.results, JSON.stringify(results, null, 1));
  const missed = results.filter((result) => !result.isCaught);
  for (const { name } of missed) console.log(`Missed: ${name}`);
  console.log(`${results.length - missed.length} caught, ${missed.length} missed`);
  process.exitCode = missed.length ? 1 : 0;
}

const removeCopies = () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
};

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    isStopped = true;
    for (const child of children) child.kill(signal);
  });
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  removeCopies();
}
