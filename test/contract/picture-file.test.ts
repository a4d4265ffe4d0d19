import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  dimensionsOf,
  fileTypeOf,
  hasMetadata,
  isPictureType,
  isWhole,
  pictureTypes,
  plainParts,
  type PictureType,
} from '../../src/contract/index.js';
import {
  bmp,
  bytes,
  chunk,
  exif,
  gif,
  jpeg,
  jpegWith,
  png,
  riff,
  riffChunk,
  segment,
  vp8,
  vp8x,
  type Bytes,
} from '../tools/file-bytes.js';
import { hostileFiles } from '../tools/hostile-files.js';

const plain: readonly (readonly [
  type: PictureType,
  width: number,
  height: number,
  make: () => Bytes | Promise<Bytes>,
])[] = [
  ['image/png', 8, 5, () => png({ width: 8, height: 5 })],
  ['image/jpeg', 8, 8, () => jpeg],
  ['image/webp', 8, 8, () => riff(vp8)],
  ['image/webp', 300, 200, () => riff(vp8x(0, 300, 200), vp8)],
  ['image/webp', 300, 2, () => riff(riffChunk('VP8L', [0x2f, 0x2b, 0x41, 0, 0]))],
  ['image/gif', 1, 1, () => gif],
  ['image/bmp', 7, 9, () => bmp(7, 9)],
];

describe('a picture by its bytes', () => {
  for (const [type, width, height, make] of plain) {
    it(`is ${type}, ${width} × ${height}, whole and nothing else`, async () => {
      const picture = await make();
      assert.equal(fileTypeOf(picture), type);
      assert.deepEqual(dimensionsOf(picture, type), { width, height });
      assert.deepEqual([isWhole(picture, type), hasMetadata(picture, type)], [true, false]);
    });

    it(`is not whole wherever ${type} is cut off`, async () => {
      const picture = await make();
      for (let length = 0; length < picture.length; length += 1)
        assert.equal(isWhole(picture.subarray(0, length), type), false, `after ${length} bytes`);
    });

    it(`holds more where anything stands behind ${type}`, async () => {
      const longer = bytes(await make(), [0]);
      assert.deepEqual([isWhole(longer, type), hasMetadata(longer, type)], [true, true]);
    });
  }

  it('is read where it stands in a larger store of bytes', async () => {
    const picture = await png({ width: 3, height: 2 });
    const within = bytes([1, 2, 3, 4, 5], picture).subarray(5);
    assert.deepEqual(dimensionsOf(within, 'image/png'), { width: 3, height: 2 });
    assert.equal(isWhole(within, 'image/png'), true);
  });

  it('is left alone of what a PNG holds beside it', async () => {
    const author = await png({
      before: chunk('tEXt', 'Author\0Maija'),
      behind: chunk('deBG', '4931EE4CD00B66A4'),
    });
    assert.deepEqual(bytes(...plainParts(bytes(author, 'hidden'), 'image/png')), await png());
  });

  it('is left alone of what a JPEG holds beside it', () => {
    const filled = [0xff, 0xff];
    const more = jpegWith(exif, bytes('hidden'), segment(0xfe, 'Maija'), bytes(filled));
    assert.deepEqual(bytes(...plainParts(bytes(more, 'hidden'), 'image/jpeg')), jpeg);
  });

  it('holds more where bytes stand between the segments of a JPEG', () => {
    const between = jpegWith(bytes('hidden'));
    assert.deepEqual(dimensionsOf(between, 'image/jpeg'), { width: 8, height: 8 });
    assert.deepEqual(
      [isWhole(between, 'image/jpeg'), hasMetadata(between, 'image/jpeg')],
      [true, true],
    );
  });

  it('is damaged with any bit of a PNG turned', async () => {
    const picture = await png();
    for (let at = 8; at < picture.length; at += 1) {
      for (const bit of [1, 16, 128]) {
        const turned = picture.map((byte, index) => (index === at ? byte ^ bit : byte));
        assert.equal(isWhole(turned, 'image/png'), false, `${at}`);
      }
    }
  });

  it('is never more than something to refuse, whatever the bytes are', async () => {
    const files = await Promise.all(
      hostileFiles
        .filter(({ type }) => isPictureType(type))
        .map(async ({ make }) => (await make()).subarray(0, 2_000)),
    );
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 0x7fffffff;
      return seed % below;
    };
    for (let run = 0; run < 20_000; run += 1) {
      const file = Uint8Array.from(files[run % files.length] ?? []);
      for (let change = random(8); change >= 0 && file.length; change -= 1)
        file[random(file.length)] = [0, 0xff, 0x80, random(256)][random(4)] ?? 0;
      for (const type of pictureTypes) {
        const found = dimensionsOf(file, type);
        assert.ok(!found || (found.width > 0 && found.height > 0));
        assert.equal(typeof isWhole(file, type), 'boolean');
        assert.equal(typeof hasMetadata(file, type), 'boolean');
      }
    }
  });
});
