import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './size/load.mjs';
import { measurePages } from './size/pages.mjs';

// npm run size -- --files   lists what each page loads
const root = join(import.meta.dirname, '..');
const listsFiles = process.argv.includes('--files');

/** What an element says at first; the words of what is loaded later come with it. */
const finnish = /^src\/localization\/catalogues\/fi\/(?!.*\.lazy\.)/;
const otherLanguage = /^src\/localization\/catalogues\/(?!fi\/)/;
/** Loaded as soon as there is an endpoint: the client with its schemas, and who asks for requests. */
const withEndpoint =
  /^src\/(context\/connection|controllers\/(advisory-access|support-requests)-poller)\.lazy\.ts$/;
/** Loaded with the first advisory request that there is. */
const withRequest = /^src\/elements\/advisory-access-approval\/advisory-access-approval\.lazy\.ts$/;

/** Works without an endpoint too. */
const needsNoEndpoint = (tag) => tag === 'remote-support-download';
/** Asks the endpoint nothing before there is a picture. */
const asksNothing = (tag) => tag === 'screenshot-attach';

/** Of what is loaded dynamically by what a page has loaded, this comes before the first interaction. */
const alone = (module) => finnish.test(module);
const atOnce = (module) => alone(module) || withEndpoint.test(module);
const everything = (module) => !otherLanguage.test(module);

const entryOf = (tag) => `src/elements/${tag}/${tag}.define.ts`;
const tags = readdirSync(join(root, 'src/elements')).filter((tag) =>
  existsSync(join(root, entryOf(tag))),
);
const provider = 'src/context/support-provider.define.ts';
const all = [...(existsSync(join(root, provider)) ? [provider] : []), ...tags.map(entryOf)];

/** What a page should load at most. A goal that is missed is said at the end; its limit is what holds today, so that nothing grows unseen. */
const goals = {
  'support-request-form': { goal: 37_000, limit: 37_200 },
  'remote-support-download': { goal: 20_000, limit: 23_100 },
  'screenshot-attach': { goal: 16_000 },
};

const pages = [
  {
    name: 'reference: Lit hello world',
    modules: ['scripts/size/references/lit-hello.js'],
    loads: atOnce,
  },
  {
    name: 'reference: Lit, localize, context, a zod/mini schema',
    modules: ['scripts/size/references/lit-schema.js'],
    loads: atOnce,
  },
  ...tags.map((tag) => ({
    name: tag,
    modules: [entryOf(tag)],
    loads: asksNothing(tag) ? alone : atOnce,
    ...goals[tag],
  })),
  ...tags.filter(needsNoEndpoint).map((tag) => ({
    name: `${tag}, no endpoint`,
    modules: [entryOf(tag)],
    loads: alone,
    goal: 13_000,
    limit: 13_400,
  })),
  {
    name: 'advisory-access-approval, with a request',
    modules: [entryOf('advisory-access-approval')],
    loads: (module) => atOnce(module) || withRequest.test(module),
  },
  { name: 'all elements', modules: all, loads: atOnce, goal: 48_000 },
  {
    name: 'all elements and all that they load later',
    modules: all,
    loads: everything,
    goal: 100_000,
    limit: 163_500,
  },
];

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** The goals that are missed, in words. */
const missedGoals = [];
const rows = [];
for (const page of pages) rows.push({ ...page, ...(await measure(page.modules, page.loads)) });

console.log(
  'In Finnish, before the first interaction; minified, brotli 11, with Lit and all else; 1 kB = 1000 bytes\n',
);
const width = Math.max(...rows.map(({ name }) => name.length));
console.log(
  `${'page'.padEnd(width)}  ${'bytes'.padStart(7)}  ${'kB'.padStart(5)}  ${'goal'.padStart(5)}`,
);
for (const { name, bytes, goal, limit = goal, files } of rows) {
  const missed =
    bytes <= limit ? `missed, limit ${kilobytes(limit)}` : `over the limit of ${kilobytes(limit)}`;
  const verdict =
    goal === undefined ? '' : `  ${kilobytes(goal).padStart(5)}  ${bytes <= goal ? 'met' : missed}`;
  console.log(
    `${name.padEnd(width)}  ${String(bytes).padStart(7)}  ${kilobytes(bytes).padStart(5)}${verdict}`,
  );
  if (bytes > goal) missedGoals.push(`${name} ${kilobytes(bytes)} of ${kilobytes(goal)} kB`);
  if (listsFiles)
    for (const file of files)
      console.log(
        `    ${String(file.bytes).padStart(7)}  ${file.name} (${file.modules.length} modules)`,
      );
}

/** What a page must not ask for more of than today, where a goal isn't reached. */
const limits = {
  'a page with the form': { requests: 10, inAll: 66 },
};
const sum = (requests) => requests.reduce((all, { bytes }) => all + bytes, 0) / 1024;

console.log(
  '\nLoaded by Chromium, each answer after a round trip; the page itself is the first wave; KiB with headers\n',
);
let isOver = false;
for (const { name, load, goals } of await measurePages()) {
  const { requests, wavesUntilReady } = load;
  const figures = {
    requests: requests.length,
    waves: Math.max(...requests.map(({ wave }) => wave)),
    wavesUntilReady,
    untilReady: sum(requests.filter(({ untilReady }) => untilReady)),
    inAll: sum(requests),
  };
  const words = {
    requests: 'requests',
    waves: 'waves',
    wavesUntilReady: 'waves until it can be typed into',
    untilReady: 'KiB until then',
    inAll: 'KiB in all',
  };
  console.log(name);
  for (const [figure, value] of Object.entries(figures)) {
    const goal = goals[figure];
    const limit = limits[name]?.[figure] ?? goal;
    isOver ||= value > limit;
    const rounded = Math.round(value * 10) / 10;
    if (value > goal) missedGoals.push(`${name} ${rounded} of ${goal} ${words[figure]}`);
    const verdict =
      value <= goal
        ? 'met'
        : value <= limit
          ? `missed, limit ${limit}`
          : `over the limit of ${limit}`;
    console.log(
      `  ${words[figure].padEnd(32)} ${String(rounded).padStart(6)}${goal === undefined ? '' : `  goal ${goal}: ${verdict}`}`,
    );
  }
  if (listsFiles)
    for (const { path, wave, bytes, untilReady } of requests)
      console.log(
        `    ${wave} ${untilReady ? 'until ready' : '           '} ${String(bytes).padStart(7)}  ${path}`,
      );
}

console.log(
  missedGoals.length ? `\nGoals missed: ${missedGoals.join('; ')}` : '\nEvery goal is met',
);
process.exitCode = isOver || rows.some(({ bytes, goal, limit = goal }) => bytes > limit) ? 1 : 0;
