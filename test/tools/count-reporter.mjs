import { writeFileSync } from 'node:fs';

const tests = ({ tests: own, suites }) => [...own, ...suites.flatMap(tests)];

const count = sessions => {
  const all = sessions.flatMap(session => (session.testResults ? tests(session.testResults) : []));
  // A file that broke outside of a test, or told nothing, counts as one failure.
  const broken = sessions.filter(({ passed, testResults }) => !passed && !(testResults && tests(testResults).some(test => !test.passed)));
  const passed = all.filter(test => test.passed && !test.skipped).length;
  return { passed, failed: all.length - passed + broken.length };
};

/** Writes `{<browser>: {passed, failed}}` to a file after the run; a skipped test is a failed one. */
export const countReporter = file => ({
  onTestRunFinished({ sessions }) {
    const list = [...sessions];
    const names = [...new Set(list.map(({ browser }) => browser.name))];
    const counts = names.map(name => [name, count(list.filter(({ browser }) => browser.name === name))]);
    writeFileSync(file, JSON.stringify(Object.fromEntries(counts)));
  },
});
