import { writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

const tests = ({ tests: own, suites }) => [...own, ...suites.flatMap(tests)];

const count = ({ passed, testResults }) => {
  const all = testResults ? tests(testResults) : [];
  const good = all.filter(test => test.passed && !test.skipped).length;
  const failed = all.length - good;
  // A file that broke outside of its tests, or has none, is one failure.
  return { passed: good, failed: failed || (passed && good > 0 ? 0 : 1) };
};

/** Writes `[{suite, browser, passed, failed}]` to a file, one for each test file and browser. A skipped test has failed. */
export const countReporter = (file, rootDir) => ({
  onTestRunFinished({ sessions }) {
    const counts = [...sessions].map(session => ({
      suite: relative(rootDir, session.testFile).split(sep)[1],
      browser: session.browser.name,
      ...count(session),
    }));
    writeFileSync(file, JSON.stringify(counts));
  },
});
