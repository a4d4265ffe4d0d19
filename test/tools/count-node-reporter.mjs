import { relative, sep } from 'node:path';

/** The message of what was thrown, with what was expected and what was there where it doesn't say so itself. */
const whyOf = ({ error }) => {
  const { cause = error } = error ?? {};
  if (!cause) return 'skipped';
  const { message = String(cause), generatedMessage, expected, actual } = cause;
  return generatedMessage === false
    ? `${message} Expected ${expected}, but there was ${actual}.`
    : message;
};

/** Of a file below `test`. */
const suiteOf = (file) => relative('test', file ?? '').split(sep)[0];

/**
 * Writes a run of node:test as `{"suite": {"passed": n, "failed": n, "failures": []}}`. A test that was skipped or left for later
 * has failed.
 */
export default async function* countNodeTests(events) {
  const suites = {};
  /** The names of the groups around what runs now. */
  let groups = [];
  for await (const { type, data } of events) {
    const { name, file, nesting, details, skip, todo } = data;
    if (type === 'test:start') groups = [...groups.slice(0, nesting), name];
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A group fails with its tests, unless its own hooks broke.
    const isGroup = details.type === 'suite';
    if (isGroup && (type === 'test:pass' || details.error?.failureType === 'subtestsFailed'))
      continue;
    const counts = (suites[suiteOf(file)] ??= { passed: 0, failed: 0, failures: [] });
    if (type === 'test:fail' || skip !== undefined || todo !== undefined) {
      const title = [...groups.slice(0, nesting), name].join(': ');
      counts.failed += 1;
      counts.failures.push(`${file ? `${relative('.', file)}: ` : ''}${title}: ${whyOf(details)}`);
    } else counts.passed += 1;
  }
  yield JSON.stringify(suites);
}
