import { writeFileSync } from 'node:fs';
import { sourceOf } from './bundle-tests.mjs';

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

const count = ({ passed, testResults, errors }) => {
  const all = testResults ? tests(testResults) : [];
  const bad = all.filter((test) => !test.passed || test.skipped);
  const good = all.length - bad.length;
  // A file that broke outside of its tests, or has none, is one failure.
  const isBroken = bad.length === 0 && !(passed && good > 0);
  const failures = isBroken
    ? [errors?.[0]?.message ?? 'has no test']
    : bad.map((test) => `${test.name}: ${whyOf(test)}`);
  return { passed: good, failed: failures.length, failures };
};

/**
 * Writes `[{suite, file, browser, passed, failed, failures, seconds}]` to a file, one for each test file and browser. A skipped
 * test has failed.
 */
export const countReporter = (path) => {
  const began = new Map();
  const took = new Map();
  return {
    start({ sessions }) {
      sessions.on('session-status-updated', ({ id, status }) => {
        if (status === 'INITIALIZING') began.set(id, Date.now());
        if (status === 'FINISHED') took.set(id, (Date.now() - began.get(id)) / 1000);
      });
    },
    onTestRunFinished({ sessions }) {
      const counts = [...sessions].map((session) => {
        const file = sourceOf(session.testFile);
        const { failures, ...counted } = count(session);
        const browser = session.browser.name;
        return {
          suite: file.split('/')[1],
          file,
          browser,
          ...counted,
          failures: failures.map((failure) => `${file} in ${browser}: ${failure}`),
          seconds: took.get(session.id) ?? 0,
        };
      });
      writeFileSync(path, JSON.stringify(counts));
    },
  };
};
