import { expect } from '@open-wc/testing';
import { drawOnWhite } from '../../../src/attachments/render-picture.js';
import { importFile } from '../../../src/attachments/import/index.js';
import {
  be,
  bytes,
  chunk,
  compress,
  jpeg,
  le,
  png,
  riff,
  riffChunk,
  segment,
  vp8x,
  type Bytes,
} from '../../tools/file-bytes.js';
import { fileOf, limits, taken } from './import-page.js';

async function colourAt(source: ImageBitmap, x: number, y: number): Promise<number[]> {
  const context = new OffscreenCanvas(source.width, source.height).getContext('2d');
  context?.drawImage(source, 0, 0);
  return [...(context?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3);
}

/** Four fields, each of another colour, as this browser writes them. */
async function fields(type: string): Promise<Bytes> {
  const canvas = new OffscreenCanvas(64, 32);
  const context = canvas.getContext('2d');
  ['#d02020', '#20a020', '#2020d0', '#e0e020'].forEach((colour, index) => {
    if (!context) return;
    context.fillStyle = colour;
    context.fillRect(32 * (index % 2), 16 * Math.floor(index / 2), 32, 16);
  });
  return new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.9 })).arrayBuffer());
}

/** What a camera says of how it was held. */
const held = (orientation: number): Bytes =>
  bytes(
    'MM\0*',
    be(8, 4),
    be(1, 2),
    be(0x0112, 2),
    be(3, 2),
    be(1, 4),
    be(orientation, 2),
    be(0, 6),
  );

/** The size and the colours of the four fields, roughly. */
async function seen(content: Bytes, name: string): Promise<unknown> {
  const { accepted, refused } = await importFile(fileOf(content, name), limits);
  const [picture] = accepted;
  if (picture?.kind !== 'picture') return refused;
  const { width, height } = picture.source;
  const places = [0.25, 0.75].flatMap((y) => [0.25, 0.75].map((x) => [x * width, y * height]));
  const colours = await Promise.all(
    places.map(([x = 0, y = 0]) => colourAt(picture.source, Math.floor(x), Math.floor(y))),
  );
  picture.source.close();
  return [width, height, colours.map((colour) => colour.map((value) => Math.round(value / 100)))];
}

/** Four pixels of 32 bits as Windows has them on its clipboard, in a header that says how opaque each is. */
const bitmapOf = (...opacity: readonly number[]): Bytes => {
  const header = bytes(
    le(124, 4),
    le(opacity.length, 4),
    le(1, 4),
    le(1, 2),
    le(32, 2),
    le(3, 4),
    new Uint8Array(20),
    le(0xff0000, 4),
    le(0xff00, 4),
    le(0xff, 4),
    le(0xff000000, 4),
    'BGRs',
    new Uint8Array(64),
  );
  const pixels = bytes(...opacity.map((alpha) => [10, 20, 200, alpha]));
  const start = 14 + header.length;
  return bytes('BM', le(start + pixels.length, 4), le(0, 4), le(start, 4), header, pixels);
};

describe('a person who gives a picture as programs write it', () => {
  for (const name of ['animated.gif', 'animated.webp', 'animated.png'])
    it(`gets the first picture of ${name}, and reads that the others are left out`, async () => {
      const content = await (await fetch(`/test/fixtures/${name}`)).arrayBuffer();
      const { accepted, remarks } = await importFile(fileOf(content, name), limits);
      expect(remarks).to.deep.equal([{ name, code: 'firstFrame' }]);
      const [picture] = accepted;
      if (picture?.kind !== 'picture') return expect.fail('It was not taken');
      expect([picture.source.width, picture.source.height]).to.deep.equal([60, 40]);
      expect(await colourAt(picture.source, 10, 20)).to.deep.equal([200, 30, 30]);
      expect(await colourAt(picture.source, 50, 20)).to.deep.equal([255, 255, 255]);
    });

  it('reads nothing of an animation that has one picture', async () => {
    const { outcome, result } = await taken(fileOf(await png(), 'kuva.png'));
    expect([outcome, result.remarks]).to.deep.equal(['picture', []]);
  });

  it('gets a PNG whose pixels come in parts, also of a single byte or of none', async () => {
    const pixels = await compress('deflate', new Uint8Array(9 * 8));
    const parts = [pixels.subarray(0, 1), pixels.subarray(1, 1), pixels.subarray(1, 4)];
    const before = bytes(...parts.map((part) => chunk('IDAT', part)));
    const whole = await png({ before, data: pixels.subarray(4) });
    expect((await taken(fileOf(whole, 'kuva.png'))).outcome).to.equal('picture');
  });

  it('reads that this browser cannot show a picture that is whole', async () => {
    // Twelve bits a colour, as medical devices write them.
    const deep = bytes(jpeg);
    const frame = deep.findIndex((byte, at) => byte === 0xff && deep[at + 1] === 0xc0);
    deep.set([0xff, 0xc3, ...be(17, 2), 12], frame);
    expect((await taken(fileOf(deep, 'kuva.jpg'))).outcome).to.equal('notShown');
  });

  it('reads that a picture with too many pixels was made smaller', async () => {
    const few = { ...limits, pixels: 32 };
    const { result, sizes } = await taken(fileOf(await png(), 'kuva.png'), few);
    expect(sizes).to.deep.equal(['5 × 5']);
    expect(result.remarks).to.deep.equal([{ name: 'kuva.png', code: 'smaller' }]);
  });

  for (let orientation = 1; orientation <= 8; orientation += 1)
    it(`sees it upright in every format, as a camera was held that says ${orientation}`, async () => {
      const [asJpeg, asPng] = [await fields('image/jpeg'), await fields('image/png')];
      const exif = segment(0xe1, 'Exif\0\0', held(orientation));
      const upright = await seen(
        bytes(asJpeg.subarray(0, 2), exif, asJpeg.subarray(2)),
        'kuva.jpg',
      );
      const withChunk = bytes(
        asPng.subarray(0, 33),
        chunk('eXIf', held(orientation)),
        asPng.subarray(33),
      );
      expect(await seen(withChunk, 'kuva.png')).to.deep.equal(upright);
      const webp = new Uint8Array(
        await (await fetch('/test/fixtures/fields.webp')).arrayBuffer(),
      ).slice(12);
      for (const name of ['', 'Exif\0\0'])
        expect(
          await seen(
            riff(vp8x(8, 64, 32), webp, riffChunk('EXIF', name, held(orientation))),
            'kuva.webp',
          ),
        ).to.deep.equal(upright);
    });

  it('gets a picture whose file has all of its pixels and no end, and none that was cut off before', async () => {
    const [asJpeg, asPng] = [await fields('image/jpeg'), await fields('image/png')];
    const without = (whole: Bytes, less: number): Bytes => whole.slice(0, whole.length - less);
    const outcome = async (content: Bytes) => (await taken(fileOf(content, 'kuva'))).outcome;
    expect(await outcome(without(asJpeg, 2))).to.equal('picture');
    // Behind the pixels there are the checksum of their part and a part of twelve bytes that is the end.
    expect(await outcome(without(asPng, 12))).to.equal('picture');
    expect(await outcome(without(asPng, 16))).to.equal('picture');
    expect(await outcome(without(asPng, Math.round(asPng.length / 2)))).to.equal('damaged');
    const photo = new Uint8Array(await (await fetch('/test/fixtures/telephone.jpg')).arrayBuffer());
    expect(await outcome(without(photo, 2))).to.equal('picture');
    for (const part of [0.3, 0.6, 0.95])
      expect(await outcome(without(photo, Math.round(part * photo.length)))).to.equal('damaged');
  });

  it('sees a bitmap whose pixels say that they are all clear, and white where only some of them are', async () => {
    const colours = async (...opacity: readonly number[]) => {
      const { accepted } = await importFile(fileOf(bitmapOf(...opacity), 'kuva.bmp'), limits);
      const [picture] = accepted;
      if (picture?.kind !== 'picture') return expect.fail('It was not taken');
      const context = new OffscreenCanvas(4, 1).getContext('2d');
      if (context) drawOnWhite(context, picture.source);
      return [0, 3].map((x) => [...(context?.getImageData(x, 0, 1, 1).data ?? [])].slice(0, 3));
    };
    const [red, white] = [
      [200, 20, 10],
      [255, 255, 255],
    ];
    expect(await colours(0, 0, 0, 0)).to.deep.equal([red, red]);
    expect(await colours(255, 255, 255, 0)).to.deep.equal([red, white]);
  });
});
