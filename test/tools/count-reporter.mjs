import { writeFileSync } from 'node:fs';
import { bundleOf } from './bundle-tests.mjs';

const tests = ({ tests: own, suites }, above = '') => {
  const named = own.map((test) => ({ ...test, name: `${above}${test.name}` }));
  return [...named, ...suites.flatMap((suite) => tests(suite, `${above}${suite.name}: `))];
};

/** What was expected and what was there, where the message alone doesn't say it. */
const whyOf = ({ error, skipped }) => {
  if (skipped) return 'skipped';
  const { message = 'failed without a message', expected, actual } = error ?? {};
  return expected === undefined || actual === undefined
    ? message
    : `${message}. Expected ${expected}, but there was ${actual}`;
};

/** What the tests of one file on a page did. */
const countFile = (file, { testResults, errors }) => {
  const groups = testResults?.suites.filter(({ name }) => name === file) ?? [];
  const all = groups.flatMap((group) => tests(group));
  const bad = all.filter((test) => !test.passed || test.skipped);
  const failures = bad.map((test) => `${test.name}: ${whyOf(test)}`);
  // A page that broke outside of its tests has reported none.
  if (all.length === 0) failures.push(errors?.[0]?.message ?? 'has no test');
  const seconds = all.reduce((sum, { duration = 0 }) => sum + duration / 1000, 0);
  return { passed: all.length - bad.length, failures, seconds };
};

const countPage = (session, files) => {
  const counted = files.map((file) => ({ file, ...countFile(file, session) }));
  const isWell = counted.every(({ failures }) => failures.length === 0);
  if (isWell && !session.passed)
    counted[0].failures.push(session.errors?.[0]?.message ?? 'failed without a message');
  return counted;
};

/**
 * Writes `[{suite, file, browser, passed, failed, failures, seconds}]` to a file, one for each test file and browser. A skipped
 * test has failed. `seconds` are those of the tests, without the page's.
 */
export const countReporter = (path, pages) => ({
  onTestRunFinished({ sessions }) {
    const counts = [...sessions].flatMap((session) => {
      const { files } = pages.find((page) => bundleOf(page) === session.testFile);
      const browser = session.browser.name;
      return countPage(session, files).map(({ file, passed, failures, seconds }) => ({
        suite: file.split('/')[1],
        file,
        browser,
        passed,
        failed: failures.length,
        failures: failures.map((failure) => `${file} in ${browser}: ${failure}`),
        seconds,
      }));
    });
    writeFileSync(path, JSON.stringify(counts));
  },
});
