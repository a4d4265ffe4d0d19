import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { faults } from '../seeded-faults/faults.mjs';

const root = join(import.meta.dirname, '../..');

describe('seeded faults', () => {
  it('each have one place in the sources', () => {
    const misplaced = faults.filter(
      ({ file, from }) => readFileSync(join(root, file), 'utf8').split(from).length !== 2,
    );
    assert.deepEqual(
      misplaced.map(({ name, file }) => `${name}: ${file}`),
      [],
    );
  });

  it('each name test files that exist', () => {
    const missing = faults.flatMap(({ tests }) =>
      tests.filter((file) => !existsSync(join(root, file))),
    );
    assert.deepEqual(missing, []);
  });
});
