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

  it('have another message for one where a message counts several', async () => {
    const source = await readFile(join(root, 'locales/fi.xlf'), 'utf8');
    const messages = [...source.matchAll(/<source>(.*?)<\/source>/gs)].map(([, text = '']) =>
      text.replaceAll(/<x [^>]*>/g, '#'),
    );
    const counting = messages.flatMap((message) => {
      const [counted, words = ''] =
        /(?<!\/)#((?: [a-z]+){0,2}? (?!(?:is|was|does|pixels|characters)\b)[a-z]+s)\b/.exec(
          message,
        ) ?? [];
      return counted ? [{ message, counted, words }] : [];
    });
    assert.ok(counting.length > 8);
    const isThere = (start: string) => messages.some((message) => message.startsWith(start));
    for (const { message, counted, words } of counting) {
      const before = message.slice(0, message.indexOf(counted));
      const one = words.replace(/ies$/, 'y').replace(/s$/, '');
      assert.ok(
        ['1', 'one', '#'].some((number) => isThere(`${before}${number}${one}`)) ||
          messages.includes(before.trim()),
        message,
      );
    }
  });
});
