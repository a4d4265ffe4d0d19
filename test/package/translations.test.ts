import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

describe('the translations', () => {
  it('have every message in every language, and are up to date', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['scripts/localize.mjs', 'check'],
      { cwd: root },
    ).catch((error: { stderr: string }) => assert.fail(error.stderr));
    assert.match(stdout, /^Every message is translated\.$/m);
  });
});
