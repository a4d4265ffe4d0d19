import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { browserSuites, isInBrowser, planBrowserTests } from '../test/tools/browser-plan.mjs';
import { browserNames } from '../test/tools/browsers.mjs';
import { buildPrograms } from '../test/tools/build-programs.mjs';
import { installMissing } from '../test/tools/install.mjs';
import { canStartPostgres, startPostgres } from '../test/tools/postgres-server.mjs';

// npm test -- --only contract,elements --browsers chromium
// npm run test:long: the full counts of generated tests, and hosts in other frameworks, which need the registry
const root = join(import.meta.dirname, '..');

const minute = 60_000;
const isLong = process.argv.includes('--long');
const results = mkdtempSync(join(tmpdir(), 'support-widgets-test-'));
const children = new Set();
let parts = 0;

const list = (text) => text?.split(/[\s,]+/).filter(Boolean);

/** Of a suite, what runs in Node. */
const testFiles = (suite) =>
  readdirSync(join(root, 'test', suite), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => ['test', suite, ...file.split(sep)].join('/'))
    .filter((file) => !isInBrowser(file))
    .sort();

/** Runs a program of Node and gives its exit code; `print` gets what it says. */
const run = (args, { env = {}, limit: usual, print }) =>
  new Promise((resolve) => {
    const limit = isLong ? 10 * usual : usual;
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', print);
    children.add(child);
    const timer = setTimeout(() => {
      print(`Stopped after ${limit / minute} minutes.\n`);
      child.kill();
    }, limit);
    // Not `exit`: what it printed last may come after that.
    child.on('close', (code) => {
      clearTimeout(timer);
      children.delete(child);
      resolve(code);
    });
  });

/** What a reporter wrote; nothing where the run was stopped before. */
const readResults = (file) => {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text ? JSON.parse(text) : undefined;
};

const none = { passed: 0, failed: 0, failures: [] };
const add = (counts, { passed, failed, failures }) => ({
  passed: counts.passed + passed,
  failed: counts.failed + failed,
  failures: [...counts.failures, ...failures],
});
const broken = (why) => ({ passed: 0, failed: 1, failures: [why] });

/** A run that ended badly, or reported nothing, has failed, whatever it counted. */
const settle = (counts, code, what) =>
  counts.failed > 0 || (code === 0 && counts.passed > 0)
    ? counts
    : add(counts, broken(`${what} ended with code ${code} and reported no failed test`));

/**
 * Runs suites in one process, one after the other: a process of its own takes seconds to begin, and browsers and databases begin
 * anew with it.
 */
const runInNode = async (suites, { print, env = {} }) => {
  const name = join(results, `node-${(parts += 1)}`);
  const files = suites.flatMap(testFiles);
  const imports = files.map((file) => `import ${JSON.stringify(pathToFileURL(join(root, file)))};`);
  writeFileSync(`${name}.mjs`, imports.join('\n'));
  const code = await run(
    [
      '--import=tsx',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=./test/tools/count-node-reporter.mjs',
      `--test-reporter-destination=${name}.json`,
      `${name}.mjs`,
    ],
    { env, limit: suites.length * 15 * minute, print },
  );
  const counts = readResults(`${name}.json`) ?? {};
  const all = Object.values(counts).reduce(add, none);
  // The first one tells what none of them has counted.
  const beside = settle(all, code, suites.map((suite) => `test/${suite}`).join(' and ')).failures;
  return suites.map((suite, index) => {
    const own = counts[suite] ?? broken(`test/${suite} has counted no test`);
    const unaccounted = index === 0 ? beside.slice(all.failures.length) : [];
    return { suite, where: 'Node', ...[own, ...unaccounted.map(broken)].reduce(add) };
  });
};

/** The first call does the work, and all that come later wait for the same. */
const once = (work) => {
  let result;
  return (...given) => (result ??= work(...given));
};

/** Builds the examples as they are served; says whether it could. */
const buildExamples = once(async (print) => {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--config', 'examples/vite.config.ts', '--logLevel', 'warn'];
  return (await run(args, { limit: 3 * minute, print })) === 0;
});

const builtStorybook = join(results, 'storybook');

/** Builds the manifest, and from it the stories without the menu around them; says whether it could. */
const buildStorybook = once(async (print) => {
  const config = 'custom-elements-manifest.config.mjs';
  const commands = [
    ['@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet', '--config', config],
    [
      'storybook/dist/bin/dispatcher.js',
      ...['build', '--quiet', '--preview-only', '--output-dir', builtStorybook],
    ],
  ];
  for (const [program, ...args] of commands) {
    const path = join(root, 'node_modules', program);
    if ((await run([path, ...args], { limit: 4 * minute, print })) !== 0) return false;
  }
  return true;
});

const runInBrowsers = async (suites, print) => {
  const file = join(results, 'browsers');
  const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js');
  const { everyEngine, oneEngine } = planBrowserTests(suites);
  const env = { TEST_RESULTS: file, TEST_FILES: [...everyEngine, ...oneEngine].join(' ') };
  const code = await run([runner], { env, limit: 18 * minute, print });
  const counts = readResults(file) ?? [];
  const browsers = [...new Set(counts.map(({ browser }) => browser))];
  const rows = suites.flatMap((suite) =>
    browsers
      .map((browser) => counts.filter((row) => row.suite === suite && row.browser === browser))
      .filter((files) => files.length > 0)
      .map((files) => ({ suite, where: files[0].browser, ...files.reduce(add, none) })),
  );
  const all = settle(rows.reduce(add, none), code, 'the runner of browser tests');
  const isAccounted = all.failed === rows.reduce(add, none).failed;
  if (isAccounted) return rows;
  return [...rows, { suite: 'test runner', where: 'browsers', ...broken(all.failures.at(-1)) }];
};

/** Writes the files of a new embedded database, which is the most work of making one; says whether it could. */
const dump = join(results, 'embedded-database');
const dumpDatabase = once(
  async (print) =>
    (await run(['test/tools/embedded-dump.mjs', dump], { limit: minute, print })) === 0,
);

/** What suites need to be built first, which all of them share, and by which variable they find it. */
const builds = {
  server: { build: dumpDatabase, env: { TEST_EMBEDDED_DUMP: dump } },
  conformance: { build: dumpDatabase, env: { TEST_EMBEDDED_DUMP: dump } },
  hosts: { build: buildExamples, env: { EXAMPLES_BUILT: 'yes' } },
  stories: { build: buildStorybook, env: { STORYBOOK_BUILT: builtStorybook } },
};

const inNode = (...suites) => ({
  suites,
  work: async (chosen, print) => {
    const rows = [];
    const ready = [];
    for (const suite of chosen) {
      if ((await builds[suite]?.build(print)) ?? true) ready.push(suite);
      else {
        const counts = broken(`what test/${suite} looks at could not be built`);
        rows.push({ suite, where: 'Node', ...counts });
      }
    }
    if (ready.length === 0) return rows;
    const env = Object.assign({}, ...ready.map((suite) => builds[suite]?.env));
    return [...rows, ...(await runInNode(ready, { print, env }))];
  },
});

/** Everything that runs on its own, with the suites that it belongs to, the longest first; two run at a time. */
const jobs = [
  { suites: browserSuites, work: runInBrowsers },
  inNode('hosts'),
  inNode('stories'),
  // The endpoint on both databases.
  inNode('server', 'conformance', 'contract', 'attachments'),
  inNode('package'),
];

/** Hosts in each framework, installed, checked, built and looked at. It needs the registry. */
const frameworks = inNode('frameworks');

/** What the endpoint bears: floods, restarts and outages, for minutes. */
const load = inNode('load');

const chooseJobs = (only) => {
  const every = [...jobs, frameworks, load];
  const known = every.flatMap(({ suites }) => suites);
  for (const name of only ?? []) {
    if (!known.includes(name))
      throw new Error(`--only knows ${[...new Set(known)].join(', ')}, not ${name}`);
  }
  return (only || isLong ? every : jobs)
    .map(({ suites, work }) => ({
      suites: suites.filter((name) => only?.includes(name) ?? true),
      work,
    }))
    .filter(({ suites }) => suites.length > 0);
};

const secondsSince = (start) => Math.round((Date.now() - start) / 1000);

/**
 * Runs jobs two at a time. A job alone prints as it goes; what one of several prints comes when it has ended, so that their
 * lines don't mix.
 */
const runJobs = async (chosen) => {
  const waiting = [...chosen];
  const rows = [];
  const lane = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const { suites, work } = job;
      const kept = [];
      const isAlone = chosen.length === 1;
      const start = Date.now();
      const counted = await work(
        suites,
        isAlone ? (text) => process.stdout.write(text) : (text) => kept.push(text),
      );
      const seconds = secondsSince(start);
      console.log(`\n${suites.map((name) => `test/${name}`).join(', ')}: ${seconds} seconds\n`);
      if (!isAlone) process.stdout.write(kept.join(''));
      for (const [index, row] of counted.entries()) {
        const spent = index === 0 ? seconds : 0;
        const known = rows.find(({ suite, where }) => suite === row.suite && where === row.where);
        if (known) Object.assign(known, add(known, row), { seconds: known.seconds + spent });
        else rows.push({ ...row, seconds: spent });
      }
    }
  };
  await Promise.all([lane(), lane()]);
  return rows;
};

const printTable = (rows) => {
  const lines = [
    ['suite', 'in', 'passed', 'failed', 'seconds'],
    ...rows.map((row) => [row.suite, row.where, row.passed, row.failed, row.seconds || '']),
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

const main = async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      browsers: { type: 'string' },
      long: { type: 'boolean' },
      // A file that gets the result as JSON: scripts/repeat-tests.mjs.
      summary: { type: 'string' },
    },
  });
  const start = Date.now();
  const chosen = chooseJobs(list(values.only));
  const suites = chosen.flatMap((job) => job.suites);
  if (values.browsers) process.env.BROWSERS = values.browsers;
  if (values.long) process.env.TEST_LONG = 'yes';

  const inBrowsers = [...browserSuites, 'hosts', 'stories', 'frameworks'];
  const needsBrowser = suites.some((name) => inBrowsers.includes(name));
  const browsers = needsBrowser ? (list(process.env.BROWSERS) ?? browserNames) : [];
  installMissing([
    ...browsers,
    ...(suites.includes('server') || suites.includes('load') ? ['postgresql'] : []),
  ]);

  // One server for all test files, each of which makes databases of its own in it.
  const withEndpoint = [...browserSuites, 'server', 'conformance', 'hosts', 'load'];
  const isOwn =
    suites.some((name) => withEndpoint.includes(name)) &&
    canStartPostgres() &&
    !process.env.TEST_DATABASE_URL;
  const postgres = isOwn ? await startPostgres() : undefined;
  if (postgres) process.env.TEST_DATABASE_URL = postgres.url;
  const startsProgram = ['server', 'hosts', 'load'].some((name) => suites.includes(name));
  if (startsProgram) process.env.TEST_PROGRAMS = await buildPrograms();
  const rows = [];
  try {
    rows.push(...(await runJobs(chosen)));
  } finally {
    await postgres?.stop();
  }
  const { passed, failed, failures } = rows.reduce(add, none);
  printTable(rows);
  // Once more where a reader looks first, since a long way up they are among thousands of others.
  for (const failure of failures)
    console.log(`Failed: ${failure.replaceAll(/\s+/g, ' ').slice(0, 600)}\n`);
  if (values.summary)
    writeFileSync(
      values.summary,
      JSON.stringify({ passed, failed, failures, seconds: secondsSince(start) }),
    );
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
