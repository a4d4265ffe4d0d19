import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readSigningKeys } from '../../server/src/advisory-log/signing-keys.js';
import { commandOf } from './tools/program.js';

const run = (...args: string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [...commandOf('signing-key'), ...args], (error, out, said) =>
      resolve({ code: error ? Number(error.code) : 0, output: out + said }),
    );
  });

describe('The program that makes signing keys', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signing-key-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('makes a file that only its owner reads, and puts a new key before those that are there', async () => {
    const path = join(folder, 'keys.json');
    const keys = () => readSigningKeys(path, (fault) => assert.fail(fault))?.keys ?? [];
    assert.equal((await run(path)).code, 0);
    const [first] = keys();
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    assert.equal((await run(path)).code, 0);
    assert.equal(keys().length, 2);
    assert.deepEqual(keys()[1], first);
    assert.deepEqual(await readdir(folder), ['keys.json'], 'Something is left beside the file');
  });

  it('leaves a file that holds no keys as it is, and says so', async () => {
    const path = join(folder, 'other.json');
    await writeFile(path, '{"keys":');
    const { code, output } = await run(path);
    assert.equal(code, 1);
    assert.match(output, /is no JSON Web Key Set of Ed25519 keys, so it was left as it is/);
    assert.equal(await readFile(path, 'utf8'), '{"keys":');
  });
});
