import { relative } from 'node:path';

/** The message of what was thrown, with what was expected and what was there where it doesn't say so itself. */
const whyOf = ({ error }) => {
  const { cause = error } = error ?? {};
  if (!cause) return 'skipped, or a file without tests';
  const { message = String(cause), generatedMessage, expected, actual } = cause;
  return generatedMessage === false
    ? `${message} Expected ${expected}, but there was ${actual}.`
    : message;
};

/**
 * Writes a run of node:test as `{"passed": n, "failed": n, "failures": []}`. A test that was skipped or left for later has
 * failed, and so has a file without tests, which the runner would count as one passed test with the file's name.
 */
export default async function* countNodeTests(events) {
  let passed = 0;
  const failures = [];
  /** For each file, the names of the groups around what runs now. */
  const groups = new Map();
  for await (const { type, data } of events) {
    const { name, file, nesting, details, skip, todo } = data;
    if (type === 'test:start') {
      const above = groups.get(file) ?? [];
      groups.set(file, [...above.slice(0, nesting), name]);
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A group fails with its tests, unless its own hooks broke.
    const isGroup = details.type === 'suite';
    if (isGroup && (type === 'test:pass' || details.error?.failureType === 'subtestsFailed'))
      continue;
    const isEmptyFile =
      type === 'test:pass' &&
      file !== undefined &&
      file.endsWith(name) &&
      name.endsWith('.test.ts');
    if (type === 'test:fail' || skip !== undefined || todo !== undefined || isEmptyFile) {
      const title = [...(groups.get(file) ?? []).slice(0, nesting), name].join(': ');
      failures.push(`${file ? `${relative('.', file)}: ` : ''}${title}: ${whyOf(details)}`);
    } else passed += 1;
  }
  yield JSON.stringify({ passed, failed: failures.length, failures });
}
