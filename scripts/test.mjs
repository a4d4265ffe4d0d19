import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { browserNames } from '../test/tools/browsers.mjs';
import { installMissing } from '../test/tools/install.mjs';

// npm test -- --only contract,elements --browsers chromium
// npm run test:long: the full counts of generated tests, and hosts in other frameworks, which need the registry
const root = join(import.meta.dirname, '..');
const inNode = ['contract', 'package', 'server', 'conformance'];
const inBrowsers = ['client', 'context', 'controllers', 'localization', 'ui', 'elements'];

const minute = 60_000;
const isLong = process.argv.includes('--long');
const results = mkdtempSync(join(tmpdir(), 'support-widgets-test-'));
const children = new Set();

const list = (text) => text?.split(/[\s,]+/).filter(Boolean);

const testFiles = (suite) =>
  readdirSync(join(root, 'test', suite), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => ['test', suite, ...file.split(sep)].join('/'))
    .sort();

/** What it prints goes to the terminal as it comes, or to `print`. */
const run = (args, { env = {}, limit: usual, print }) =>
  new Promise((resolve) => {
    const limit = isLong ? 10 * usual : usual;
    const output = print ? 'pipe' : 'inherit';
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', print);
    children.add(child);
    const timer = setTimeout(() => {
      (print ?? console.error)(`Stopped after ${limit / minute} minutes.\n`);
      child.kill();
    }, limit);
    // Not `exit`: what it printed last may come after that.
    child.on('close', (code) => {
      clearTimeout(timer);
      children.delete(child);
      resolve(code);
    });
  });

const readResults = (file) =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

const add = (counts, { passed, failed, failures = [] }) => ({
  passed: counts.passed + passed,
  failed: counts.failed + failed,
  failures: [...counts.failures, ...failures],
});
const none = { passed: 0, failed: 0, failures: [] };

/** A run that ended badly, or told nothing, has failed, whatever it counted. */
const settle = (counts, code) => {
  const isTold = counts.failed > 0 || (code === 0 && counts.passed > 0);
  return isTold
    ? counts
    : add(counts, { passed: 0, failed: 1, failures: ['a run that ended badly, or told nothing'] });
};

const runInNode = async (
  suite,
  { env = {}, limit = 15 * minute, testLimit = 5 * minute, atOnce = 1, print } = {},
) => {
  const file = join(results, suite);
  const code = await run(
    [
      '--import=tsx',
      '--test',
      `--test-concurrency=${atOnce}`,
      `--test-timeout=${isLong ? 50 * minute : testLimit}`,
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./test/tools/count-node-reporter.mjs',
      `--test-reporter-destination=${file}`,
      ...testFiles(suite),
    ],
    { env, limit, print },
  );
  return [{ suite, where: 'Node', ...settle(readResults(file) ?? none, code) }];
};

/** Whole pages in the examples as they are served: built here, once. */
const runWholePages = async () => {
  const env = { EXAMPLES_BUILT: 'yes' };
  if (existsSync(join(root, 'examples/vite.config.ts'))) {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const code = await run(
      [vite, 'build', '--config', 'examples/vite.config.ts', '--logLevel', 'warn'],
      { limit: 3 * minute },
    );
    if (code !== 0)
      return [
        {
          suite: 'hosts',
          where: 'Node',
          passed: 0,
          failed: 1,
          failures: ['the examples, which could not be built'],
        },
      ];
  }
  // They wait for pages, programs and databases: two files at once.
  return runInNode('hosts', { env, atOnce: 2 });
};

/** Every story in every browser, from static files that the tests build. A file counts as one test, and this one is long. */
const runStories = () => runInNode('stories', { limit: 12 * minute, testLimit: 11 * minute });

/** Hosts in each framework, installed, checked, built and looked at. */
const runFrameworks = () => runInNode('frameworks', { limit: 15 * minute, testLimit: 14 * minute });

const runInBrowsers = async (suites) => {
  const file = join(results, 'browsers');
  const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js');
  const code = await run([runner, '--files', ...suites.flatMap(testFiles)], {
    env: { TEST_RESULTS: file },
    limit: 18 * minute,
  });
  const counts = readResults(file) ?? [];
  const browsers = [...new Set(counts.map(({ browser }) => browser))];
  const rows = suites.flatMap((suite) =>
    browsers.map((where) => ({
      suite,
      where,
      ...settle(
        counts.filter((row) => row.suite === suite && row.browser === where).reduce(add, none),
        0,
      ),
    })),
  );
  const isAccounted = rows.length > 0 && (code === 0 || rows.some(({ failed }) => failed > 0));
  return isAccounted
    ? rows
    : [
        ...rows,
        {
          suite: 'test runner',
          where: 'browsers',
          passed: 0,
          failed: 1,
          failures: ['the test runner, which ended badly'],
        },
      ];
};

const timed = async (work) => {
  const start = Date.now();
  const rows = await work();
  return rows.map((row, index) => ({
    ...row,
    seconds: index === 0 ? Math.round((Date.now() - start) / 1000) : '',
  }));
};

const printTable = (rows) => {
  const lines = [
    ['suite', 'in', 'passed', 'failed', 'seconds'],
    ...rows.map((row) => [row.suite, row.where, row.passed, row.failed, row.seconds]),
  ];
  const widths = lines[0].map((_, column) =>
    Math.max(...lines.map((line) => String(line[column]).length)),
  );
  console.log();
  for (const line of lines) {
    console.log(
      line
        .map((cell, column) =>
          column < 2 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]),
        )
        .join('  '),
    );
  }
  console.log();
};

const chooseSuites = (only) => {
  const usual = [...inNode, ...inBrowsers, 'hosts', 'stories'];
  const known = [...usual, 'frameworks'];
  for (const name of only ?? []) {
    if (!known.includes(name)) throw new Error(`--only knows ${known.join(', ')}, not ${name}`);
    if (!existsSync(join(root, 'test', name))) throw new Error(`There is no test/${name}`);
  }
  return (only || isLong ? known : usual).filter((name) =>
    only ? only.includes(name) : existsSync(join(root, 'test', name)),
  );
};

const main = async () => {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, browsers: { type: 'string' }, long: { type: 'boolean' } },
  });
  const suites = chooseSuites(list(values.only));
  if (values.browsers) process.env.BROWSERS = values.browsers;
  if (values.long) process.env.TEST_LONG = 'yes';

  const needsBrowser = suites.some((name) => !inNode.includes(name));
  const browsers = needsBrowser ? (list(process.env.BROWSERS) ?? browserNames) : [];
  installMissing([...browsers, ...(suites.includes('server') ? ['postgresql'] : [])]);

  // The endpoint waits for databases, the browsers for frames and timers: they run side by side, and what the one prints is
  // kept until the other has ended. Whole pages and stories have several browsers each at once, and the computer to themselves.
  const nodeSuites = suites.filter((name) => inNode.includes(name));
  const browserSuites = suites.filter((name) => inBrowsers.includes(name));
  const sideBySide = browserSuites.length > 0;
  const kept = [];
  const print = sideBySide ? (text) => kept.push(text) : undefined;
  const inTurn = async (steps, say = (text) => process.stdout.write(text)) => {
    const rows = [];
    for (const { name, work } of steps) {
      say(`\ntest/${name}\n\n`);
      rows.push(...(await timed(work)));
    }
    return rows;
  };
  const onEndpoint = nodeSuites.map((name) => {
    const atOnce = ['server', 'conformance'].includes(name) && !sideBySide ? 2 : 1;
    return { name, work: () => runInNode(name, { atOnce, print }) };
  });
  const inPages = sideBySide
    ? [{ name: browserSuites.join(', test/'), work: () => runInBrowsers(browserSuites) }]
    : [];
  const then = [
    { name: 'hosts', work: runWholePages },
    { name: 'stories', work: runStories },
    { name: 'frameworks', work: runFrameworks },
  ].filter(({ name }) => suites.includes(name));
  const [endpointRows, pageRows] = await Promise.all([inTurn(onEndpoint, print), inTurn(inPages)]);
  process.stdout.write(kept.join(''));
  const rows = [...endpointRows, ...pageRows, ...(await inTurn(then))];

  printTable(rows);
  const { passed, failed, failures } = rows.reduce(add, none);
  // Once more where a reader looks first, since a long way up they are told among thousands of others.
  for (const failure of failures)
    console.log(`Failed: ${failure.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
};

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
    process.exit(1);
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  rmSync(results, { recursive: true, force: true });
}
