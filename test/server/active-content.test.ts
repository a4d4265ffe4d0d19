import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { activeContentOf } from '../../server/src/attachments/active-content.js';

const PDF = 'application/pdf';
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const packedIn = (objects: string | Buffer): string => {
  const packed = deflateSync(objects).toString('latin1');
  return `1 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n${packed}\nendstream\nendobj\n`;
};

/** How often other work had its turn while something was done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await work;
  isOver = true;
  return turns;
}

describe('the active content of a PDF', () => {
  it('is found wherever the piece in which it stands ends', async () => {
    const sign = '<< /S /J#61v#61Script /JS (x) >>';
    for (let cut = 1; cut < sign.length; cut += 1) {
      const before = ' '.repeat(3) + 'x'.repeat(256 * 1024 - 3 - cut);
      assert.deepEqual(
        await activeContentOf(latin1(before + sign), PDF),
        ['javaScript'],
        `cut after ${cut}`,
      );
    }
  });

  it('is found behind any number of blanks', async () => {
    const text = `%PDF-1.7\n/Encrypt${' '.repeat(600_000)}3 0 R`;
    assert.deepEqual(await activeContentOf(latin1(text), PDF), ['unreadable']);
  });

  it('is found in the second of two packed streams', async () => {
    const text = packedIn('7 0 << /Type /Catalog >>') + packedIn('8 0 << /S /Launch >>');
    assert.deepEqual(await activeContentOf(latin1(text), PDF), ['launch']);
  });

  it('is called unreadable where it unpacks to more than is looked through', async () => {
    const text = packedIn(Buffer.alloc(65 * 1024 * 1024, 'x'));
    assert.deepEqual(await activeContentOf(latin1(text), PDF), ['unreadable']);
  });

  it('is looked for beside other work, also in a document that is made to take long', async () => {
    const hostile = '1 0 obj /ObjStm /Filter stream\n'.repeat(20_000);
    let found: readonly string[] = [];
    const turns = await turnsDuring(
      activeContentOf(latin1(hostile), PDF).then((kinds) => (found = kinds)),
    );
    assert.deepEqual(found, ['unreadable']);
    assert.ok(turns > 500, `other work had ${turns} turns`);
  });

  it('is looked for beside other work while much is unpacked', async () => {
    const turns = await turnsDuring(
      activeContentOf(latin1(packedIn(Buffer.alloc(30 * 1024 * 1024, 'x'))), PDF),
    );
    assert.ok(turns > 60, `other work had ${turns} turns`);
  });
});
