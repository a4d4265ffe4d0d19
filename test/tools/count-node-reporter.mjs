import { relative } from 'node:path';

/**
 * Tells a run of node:test as `{"passed": n, "failed": n, "failures": []}`. A test that was skipped or left for later has
 * failed, and so has a file without tests, which the runner would tell as one test that passed and bears the file's name.
 */
export default async function* countNodeTests(events) {
  let passed = 0;
  const failures = [];
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, file, details, skip, todo } = data;
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
      const why =
        details.error?.cause?.message ??
        details.error?.message ??
        'skipped, or a file without tests';
      failures.push(`${file ? `${relative('.', file)}: ` : ''}${name}: ${why}`);
    } else passed += 1;
  }
  yield JSON.stringify({ passed, failed: failures.length, failures });
}
