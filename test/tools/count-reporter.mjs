import { writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

const tests = ({ tests: own, suites }, above = '') => {
  const named = own.map((test) => ({ ...test, name: `${above}${test.name}` }));
  return [...named, ...suites.flatMap((suite) => tests(suite, `${above}${suite.name}: `))];
};

const count = ({ passed, testResults, errors }) => {
  const all = testResults ? tests(testResults) : [];
  const bad = all.filter((test) => !test.passed || test.skipped);
  const good = all.length - bad.length;
  // A file that broke outside of its tests, or has none, is one failure.
  const isBroken = bad.length === 0 && !(passed && good > 0);
  const failures = isBroken
    ? [errors?.[0]?.message ?? 'has no test']
    : bad.map(({ name, error }) => `${name}: ${error?.message ?? 'skipped'}`);
  return { passed: good, failed: failures.length, failures };
};

/** Writes `[{suite, browser, passed, failed, failures}]` to a file, one for each test file and browser. A skipped test has failed. */
export const countReporter = (file, rootDir) => ({
  onTestRunFinished({ sessions }) {
    const counts = [...sessions].map((session) => {
      const path = relative(rootDir, session.testFile).split(sep);
      const { failures, ...counted } = count(session);
      const browser = session.browser.name;
      return {
        suite: path[1],
        browser,
        ...counted,
        failures: failures.map((failure) => `${path.join('/')} in ${browser}: ${failure}`),
      };
    });
    writeFileSync(file, JSON.stringify(counts));
  },
});
