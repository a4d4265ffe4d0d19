import { relative } from 'node:path';

/** Tells a run of node:test as one JSON line for each test that ended: `{file, name, passed}`. Groups and tests that were left out are no tests. */
export default async function* failedTests(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { name, file = '', details, skip } = data;
    const isGroup = details.type === 'suite';
    const isOfItsTests = isGroup && details.error?.failureType === 'subtestsFailed';
    if (skip !== undefined || isOfItsTests || (isGroup && type === 'test:pass')) continue;
    yield `${JSON.stringify({ file: relative('.', file), name, passed: type === 'test:pass' })}\n`;
  }
}
