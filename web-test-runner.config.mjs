import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { browserSuites, pagesOf, planBrowserTests } from './test/tools/browser-plan.mjs';
import { chosenBrowsers, chromiumArguments } from './test/tools/browsers.mjs';
import { bundleOf, bundleTests } from './test/tools/bundle-tests.mjs';
import { countReporter } from './test/tools/count-reporter.mjs';
import { demoEndpoint } from './test/tools/demo-endpoint.mjs';
import { realInput } from './test/tools/real-input.mjs';
import { sendableResults } from './test/tools/sendable-results.mjs';
import { strictPages } from './test/tools/strict-pages.mjs';
import { freePort, startWebKit, webKitCapabilities } from './test/tools/webkit.mjs';

const rootDir = import.meta.dirname;

/** Starts the browser before the first page is asked for, whose limit is for a page and not for a browser. */
const startEarly = (launcher) => {
  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = async (...given) => {
    await initialize(...given);
    await launcher.getOrStartBrowser();
  };
  return launcher;
};

/** Nobody here asks the drivers what the pages have loaded, which browsers would tell in several messages for each request. */
const networkEnabled = false;

const launchers = {
  chromium: (executablePath) =>
    startEarly(
      chromeLauncher({
        puppeteer,
        launchOptions: {
          executablePath,
          networkEnabled,
          args: [
            ...chromiumArguments,
            '--use-fake-ui-for-media-stream',
            '--use-fake-device-for-media-stream',
          ],
        },
      }),
    ),
  firefox: (executablePath) =>
    startEarly(
      chromeLauncher({
        puppeteer,
        launchOptions: {
          browser: 'firefox',
          executablePath,
          networkEnabled,
          // By itself Firefox repeats a GET that broke, nine times; a test wants to see what its own code does.
          extraPrefsFirefox: { 'network.http.request.max-attempts': 1 },
        },
      }),
    ),
  webkit: async (programs) => {
    const { hostname, port } = await startWebKit(programs);
    const launcher = webdriverLauncher({
      automationProtocol: 'webdriver',
      hostname,
      port,
      logLevel: 'error',
      capabilities: {
        ...webKitCapabilities(programs.miniBrowser),
        'wdio:enforceWebDriverClassic': true,
      },
    });
    const initialize = launcher.initialize.bind(launcher);
    // It names itself by the capabilities: "MiniBrowser".
    launcher.initialize = async (config) => {
      await initialize(config);
      launcher.name = 'WebKit';
    };
    // It asks for the title once a minute. WebKitWebDriver hangs when that happens while a page is being opened.
    launcher.setupHeartbeat = () => {};
    return launcher;
  },
};

const programs = Object.entries(chosenBrowsers());
const browsers = await Promise.all(programs.map(([name, program]) => launchers[name](program)));
const [[firstEngine]] = programs;
const endpoint = demoEndpoint();
const strict = strictPages();

// BROWSERS=chromium TEST_FILES=test/ui/link.test.ts npx wtr
const chosen = process.env.TEST_FILES?.split(/[\s,]+/).filter(Boolean);
const plan = planBrowserTests(browserSuites, chosen);
const groups = [
  { name: 'every engine', pages: pagesOf('every-engine', plan.everyEngine), browsers },
  {
    name: 'one engine',
    pages: pagesOf('one-engine', plan.oneEngine),
    browsers: browsers.slice(0, 1),
  },
].filter(({ pages }) => pages.length > 0);
const pages = groups.flatMap((group) => group.pages);
await bundleTests(pages, { firstEngine, watch: process.argv.includes('--watch') });

export default {
  rootDir,
  files: undefined,
  groups: groups.map(({ name, pages: those, browsers: where }) => ({
    name,
    files: those.map(bundleOf),
    browsers: where,
  })),
  port: await freePort(),
  browsers,
  // Two pages of one browser at once: the one in the background gets no frames, and axe waits for ever.
  concurrency: 1,
  testFramework: { config: { timeout: 30_000, forbidOnly: Boolean(process.env.TEST_RESULTS) } },
  testsFinishTimeout: process.env.TEST_LONG ? 1_800_000 : 300_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  middleware: [strict.middleware, endpoint.middleware],
  plugins: [endpoint.plugin, realInput(), sendableResults()],
  reporters: [
    strict.reporter,
    defaultReporter(),
    ...(process.env.TEST_RESULTS ? [countReporter(process.env.TEST_RESULTS, pages)] : []),
  ],
};
