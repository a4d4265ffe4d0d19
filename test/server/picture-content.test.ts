import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { describe, it } from 'node:test';
import { toldProblem } from '../../src/contract/index.js';
import { checkContent } from '../../server/src/attachments/content.js';
import { ProblemError } from '../../server/src/http/problem-error.js';
import { attachmentLimits } from '../../server/src/service-profile.js';
import { fivaldiConfigFile, readSupportConfig } from '../../server/src/support-config-file.js';
import {
  be,
  bytes,
  chunk,
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

const limits = attachmentLimits(readSupportConfig(fivaldiConfigFile));
const rows = (count: number, length = 9): Bytes => new Uint8Array(count * length);
const pngOf = (...data: readonly Uint8Array[]): Promise<Bytes> => png({ data: bytes(...data) });

/** A profile of one part, which has so many bytes. */
function profile(length: number, name = 'desc', declared = length): Bytes {
  const size = 144 + length;
  const part = bytes(name, be(144, 4), be(declared, 4));
  return bytes(be(size, 4), rows(1, 32), 'acsp', rows(1, 88), be(1, 4), part, rows(1, length));
}
const iccp = (content: Uint8Array, behind: Bytes = bytes()): Bytes =>
  chunk('iCCP', 'ICC\0\0', deflateSync(content), behind);
const icc = (content: Uint8Array, part = 1): Bytes =>
  segment(0xe2, 'ICC_PROFILE\0', [part, 1], content);
const table = segment(0xdb, [0], rows(1, 64));

type Row = readonly [what: string, make: () => Bytes | Promise<Bytes>, type?: string];
const webp = 'image/webp';
const photo = 'image/jpeg';

const more: readonly Row[] = [
  ['a megabyte of text as the colour profile of a PNG', () => png({ before: iccp(rows(1e6, 1)) })],
  ['a text as the colour profile of a PNG', () => png({ before: iccp(rows(1, 500)) })],
  ['bytes behind the colour profile of a PNG', () => png({ before: iccp(profile(40), rows(1)) })],
  ['a profile with a part that nobody knows', () => png({ before: iccp(profile(40, 'hide')) })],
  ['a profile with bytes behind its parts', () => png({ before: iccp(profile(400, 'desc', 300)) })],
  ['500 kB of significant bits', () => png({ before: chunk('sBIT', rows(1, 500_000)) })],
  ['a background of 100 bytes', () => png({ before: chunk('bKGD', rows(1, 100)) })],
  ['a palette in a grey picture', () => png({ before: chunk('PLTE', rows(1, 768)) })],
  [
    'the density of a PNG twice',
    () => png({ before: bytes(chunk('pHYs', rows(1)), chunk('pHYs', rows(1))) }),
  ],
  ['the density of a PNG behind its pixels', () => png({ behind: chunk('pHYs', rows(1)) })],
  ['bytes behind the compressed rows', () => pngOf(deflateSync(rows(8)), rows(1, 50))],
  [
    'bytes behind the compressed rows, in a chunk of their own',
    () => png({ behind: chunk('IDAT', rows(1, 50)) }),
  ],
  ['a row below the height', () => pngOf(deflateSync(rows(9)))],
  ['a million rows below the height', () => pngOf(deflateSync(rows(1e6)))],
  [
    'an end of a PNG with data',
    async () => bytes((await png()).subarray(0, -12), chunk('IEND', 'hidden')),
  ],
  ['60 kB as the colour profile of a JPEG', () => jpegWith(icc(rows(1, 60_000))), photo],
  ['a text as the colour profile of a JPEG', () => jpegWith(icc(rows(1, 300))), photo],
  ['a colour profile in parts', () => jpegWith(icc(profile(40), 2)), photo],
  ['two colour profiles', () => jpegWith(icc(profile(40)), icc(profile(40))), photo],
  ['a table that is given twice before it is used', () => jpegWith(table, table), photo],
  ['a table with bytes behind it', () => jpegWith(segment(0xdb, [0], rows(1, 70))), photo],
  ['an interval of restarts with a text', () => jpegWith(segment(0xdd, rows(1, 99))), photo],
  ['a marker of restarts outside the pixels', () => jpegWith(bytes([0xff, 0xd0])), photo],
  ['an Adobe mark with a text', () => jpegWith(segment(0xee, 'Adobe', rows(1, 99))), photo],
  ['a second frame', () => jpegWith(segment(0xc0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0])), photo],
  ['bytes behind the end of a JPEG', () => bytes(jpeg, [1]), photo],
  [
    'a profile of a WebP that is a text',
    () => riff(vp8x(32), riffChunk('ICCP', rows(9)), vp8),
    webp,
  ],
  ['a second picture in a WebP', () => riff(vp8x(0), vp8, vp8), webp],
  [
    'a byte that only fills up and says something',
    () => riff(vp8x(16), bytes('ALPH', [1, 0, 0, 0, 0, 1]), vp8),
    webp,
  ],
];

const damaged: readonly Row[] = [
  ['a row too few', () => pngOf(deflateSync(rows(7)))],
  ['rows that are compressed wrongly', () => pngOf(bytes([0x78, 0x9c], rows(2)))],
  ['a depth that no PNG has', () => png({ data: deflateSync(rows(8)), depth: 5 as 8 })],
  ['a WebP without a picture', () => riff(vp8x(0)), webp],
];

const right: readonly Row[] = [
  ['a PNG of 16 bits a colour', () => png({ depth: 16, colours: 2 })],
  ['a PNG of 1 bit', () => png({ depth: 1, width: 13 })],
  [
    'a PNG in rounds',
    async () => png({ width: 5, height: 3, isInterlaced: true, data: deflateSync(rows(1, 22)) }),
  ],
  ['a PNG with a colour profile', () => png({ before: iccp(profile(400)) })],
  [
    'a PNG whose rows come in two chunks',
    () => {
      const all = deflateSync(rows(8));
      return png({ data: all.subarray(0, 5), behind: chunk('IDAT', all.subarray(5)) });
    },
  ],
  ['a JPEG with a colour profile', () => jpegWith(icc(profile(400))), photo],
  ['a JPEG with bytes that fill up', () => jpegWith(bytes([0xff, 0xff])), photo],
  [
    'a WebP with a colour profile',
    () => riff(vp8x(32), riffChunk('ICCP', profile(400)), vp8),
    webp,
  ],
];
/** As the endpoint answers an upload of it. */
async function answer(content: Uint8Array, type: string): Promise<string> {
  try {
    await checkContent(content, type, limits);
    return 'kept';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const told = toldProblem.parse(await error.toResponse().json());
    return told.errors?.[0]?.code ?? error.code;
  }
}

describe('The content of a picture that is uploaded', () => {
  for (const [expected, files] of [
    ['notAllowed', more],
    ['format', damaged],
    ['kept', right],
  ] as const)
    for (const [what, make, type = 'image/png'] of files)
      it(`is ${expected === 'kept' ? 'kept' : `refused as "${expected}"`}: ${what}`, async () => {
        assert.equal(await answer(await make(), type), expected);
      });

  it('counts twice where a colour has 16 bits', async () => {
    const [width, height] = [5_000, 5_001];
    const deep = await png({ width, height, depth: 16, data: bytes() });
    assert.equal(await answer(deep, 'image/png'), 'tooLarge');
    const frame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0);
    const precise = jpeg.map((byte, at) =>
      at === frame + 4 ? 12 : at >= frame + 5 && at < frame + 9 ? 30 : byte,
    );
    assert.equal(await answer(precise, photo), 'tooLarge');
  });

  it('is counted beside other work, and never kept decoded', async () => {
    const all = deflateSync(rows(7_000, 1 + 7_000));
    const large = await png({ width: 7_000, height: 7_000, data: all });
    const before = process.memoryUsage.rss();
    assert.equal(await answer(large, 'image/png'), 'kept');
    const grown = process.memoryUsage.rss() - before;
    assert.ok(grown < 40e6, `${grown} bytes for a picture of 49 MB`);
  });
});
