import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
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

  it('keep a time with its word, a number with its unit, and a number whole on one line', async () => {
    const folder = join(root, 'src/localization/catalogues');
    const files = (await readdir(folder, { recursive: true })).filter((name) =>
      name.endsWith('.ts'),
    );
    assert.ok(files.length > 10);
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    for (const breaks of [/\b(?:klo|kl\.) \$/, /\} (?:h|min)\b/, /\d \d/])
      for (const line of texts.join('\n').split('\n')) assert.doesNotMatch(line, breaks);
    assert.match(texts.join('\n'), /arkisin klo\\u00a0\$\{0\}/);
  });
});
