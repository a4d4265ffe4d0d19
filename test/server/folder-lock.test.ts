import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { FolderInUseError, FolderLock } from '../../server/src/storage/folder-lock.js';
import { temporaryFolder } from './tools/program.js';

describe('The lock of a data folder', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());

  const locks = async () => (await readdir(folder.path)).filter((name) => name.endsWith('.lock'));

  it('goes to one, until that one lets go', async () => {
    const first = await FolderLock.take(folder.path);
    await assert.rejects(FolderLock.take(folder.path), FolderInUseError);
    await first.release();
    const second = await FolderLock.take(folder.path);
    await second.release();
    assert.deepEqual(await locks(), []);
  });

  it('says to the second what is the matter and what to do', async () => {
    const first = await FolderLock.take(folder.path);
    await assert.rejects(FolderLock.take(folder.path), (error: Error) => {
      assert.match(
        error.message,
        new RegExp(`${folder.path} is in use by another endpoint \\(process ${process.pid}\\)`),
      );
      assert.match(error.message, /lose data/);
      assert.match(error.message, /Stop that process.*DATA_DIR.*DATABASE_URL/);
      return true;
    });
    await first.release();
  });

  it('of a process that is gone is taken over at once', async () => {
    await writeFile(join(folder.path, 'endpoint.4194304.00000000-1.aaaaaaaa.lock'), '');
    const lock = await FolderLock.take(folder.path);
    assert.equal((await locks()).length, 1);
    await lock.release();
  });

  // Elsewhere the time at which a process was started can't be told.
  if (process.platform === 'linux') {
    it('of a process whose number another one has now is taken over at once', async () => {
      await writeFile(join(folder.path, `endpoint.${process.pid}.00000000-1.aaaaaaaa.lock`), '');
      const lock = await FolderLock.take(folder.path);
      await lock.release();
    });
  }

  it('wanted by many at once never goes to two', async () => {
    await writeFile(join(folder.path, 'endpoint.4194304.00000000-1.aaaaaaaa.lock'), '');
    for (let round = 0; round < 4; round += 1) {
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, () => FolderLock.take(folder.path)),
      );
      const taken = results.flatMap((result) =>
        result.status === 'fulfilled' ? [result.value] : [],
      );
      assert.ok(taken.length <= 1, `${taken.length} hold it`);
      for (const lock of taken) await lock.release();
    }
  });
});
