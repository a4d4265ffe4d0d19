import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { PixelPacker } from '../../src/attachments/pack-pixels.js';
import { prefixCodeOf } from '../../src/attachments/prefix-code.js';

type PixelAt = (x: number, y: number) => number;

/** A picture packed some rows at a time, and read again by a program that isn't ours. */
function packed(
  width: number,
  height: number,
  atOnce: number,
  pixelAt: PixelAt,
  isBlueFirst = false,
) {
  const packer = new PixelPacker(width, Math.min(atOnce, height));
  const parts: Uint8Array[] = [];
  for (let top = 0; top < height; top += atOnce) {
    const count = Math.min(atOnce, height - top);
    const pixels = Uint32Array.from({ length: width * count }, (_, at) =>
      pixelAt(at % width, top + Math.floor(at / width)),
    );
    parts.push(packer.pack({ pixels, count, isBlueFirst, isLast: top + count === height }));
  }
  const bytes = Buffer.concat(parts);
  return { size: bytes.length, lines: inflateSync(bytes) };
}

/** The lines of a PNG, each beginning with the way in which it is written: as differences to the left. */
function linesOf(width: number, height: number, pixelAt: PixelAt, isBlueFirst = false): Buffer {
  const lines = Buffer.alloc(height * (3 * width + 1));
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    lines[to++] = 1;
    for (let x = 0; x < width; x += 1)
      for (const shift of isBlueFirst ? [16, 8, 0] : [0, 8, 16])
        lines[to++] = (pixelAt(x, y) >>> shift) - (x ? pixelAt(x - 1, y) >>> shift : 0);
  }
  return lines;
}

/** A number for each place, the same each time. */
const mixed = (x: number, y: number, seed = 1): number =>
  Math.imul(Math.imul(x + 1, 0x9e3779b1) ^ Math.imul(y + seed, 0x85ebca6b), 0xc2b2ae35) >>> 0;

const pictures: readonly (readonly [
  name: string,
  width: number,
  height: number,
  pixel: PixelAt,
])[] = [
  ['one pixel', 1, 1, () => 0xff204060],
  ['a column', 1, 300, (_, y) => mixed(0, y)],
  ['one colour', 700, 90, () => 0xffffffff],
  ['noise', 257, 61, mixed],
  ['a gradient', 300, 200, (x, y) => (x & 255) | ((y & 255) << 8) | (((x + y) & 255) << 16)],
  ['rows that repeat', 401, 55, (x, y) => mixed(x, y % 2)],
  [
    'letters that repeat in their line',
    640,
    64,
    (x, y) => (mixed(x % 11, y % 16) % 3 ? 0xffffffff : mixed(x % 11, 7)),
  ],
  ['lines longer than what can be looked back to', 12_000, 5, (x, y) => mixed(x % 900, y % 2)],
  ['runs as long as the longest and about it', 1044, 9, (x, y) => Math.floor(x / (85 + (y % 4)))],
  [
    'whatever the highest bits are',
    90,
    20,
    (x, y) => (mixed(x, y) & 0x030303) | (mixed(y, x) << 24),
  ],
  // Each value twice as often as the one before, so that the rarest would take more bits than the format has.
  [
    'values of which some are very rare',
    2048,
    512,
    (x, y) => Math.min(20, Math.clz32(mixed(x, y, 5))),
  ],
];

describe('the pixels of a picture, packed', () => {
  for (const [name, width, height, pixelAt] of pictures)
    it(`are the same again: ${name}`, () => {
      for (const atOnce of [height, 7])
        for (const isBlueFirst of [false, true]) {
          const { lines } = packed(width, height, atOnce, pixelAt, isBlueFirst);
          assert.ok(
            lines.equals(linesOf(width, height, pixelAt, isBlueFirst)),
            `${atOnce} rows at a time, ${isBlueFirst ? 'blue' : 'red'} first`,
          );
        }
    });

  it('are the same again, whatever they are made of', () => {
    let drawn = 0;
    const below = (most: number) => mixed((drawn += 1), 15) % most;
    for (let run = 0; run < 60; run += 1) {
      const [width, height, colours] = [1 + below(200), 1 + below(60), 1 + below(5)];
      const pixels = new Uint32Array(width * height);
      for (let at = 0; at < pixels.length;) {
        const back = 1 + below(2 * width);
        const repeats = at >= back && below(10) < 7;
        for (const end = Math.min(pixels.length, at + 1 + below(300)); at < end; at += 1)
          pixels[at] = repeats ? pixels[at - back]! : mixed(below(colours), 0);
      }
      const pixelAt: PixelAt = (x, y) => pixels[y * width + x]!;
      const { lines } = packed(width, height, 1 + below(height), pixelAt);
      assert.ok(lines.equals(linesOf(width, height, pixelAt)), `run ${run}`);
    }
  });

  it('take few bytes where a screen repeats itself, and hardly more than they are where nothing does', () => {
    assert.ok(packed(1920, 108, 108, () => 0xffffffff).size < 3000);
    const raw = 3 * 257 * 61;
    assert.ok(packed(257, 61, 61, mixed).size < raw * 1.02 + 400);
  });
});

describe('a code with fewer bits for what occurs often', () => {
  const fibonacci = Array.from({ length: 40 }, (_, at) => Math.round(1.618034 ** at));
  for (const [name, counts] of [
    ['for nothing', Array.from({ length: 30 }, () => 0)],
    ['for one symbol', [0, 0, 9]],
    ['for two', [4, 0, 1]],
    ['that would be longer than it may be', fibonacci],
  ] as const)
    it(`uses all of its bits, ${name}`, () => {
      const { lengths, bits } = prefixCodeOf(counts);
      const used = [...lengths].filter(Boolean);
      assert.equal(
        used.reduce((sum, length) => sum + 2 ** -length, 0),
        1,
      );
      assert.ok(used.every((length) => length <= 15));
      assert.ok(counts.every((count, symbol) => !count || lengths[symbol]));
      // None begins with all of another one.
      const words = [...lengths].flatMap((length, symbol) =>
        length ? [[...bits[symbol]!.toString(2).padStart(length, '0')].toReversed().join('')] : [],
      );
      assert.ok(
        words.every((one) => words.every((other) => one === other || !other.startsWith(one))),
      );
      assert.equal(new Set(words).size, words.length);
    });
});
