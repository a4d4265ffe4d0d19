import { expect } from '@open-wc/testing';
import { takeIn } from '../../../../src/elements/screenshot-attach/intake/index.js';
import { be, bytes, chunk, compress, jpeg, png } from '../../../tools/file-bytes.js';
import { fileOf, limits, taken } from './intake-page.js';

async function colourAt(source: ImageBitmap, x: number, y: number): Promise<number[]> {
  const context = new OffscreenCanvas(source.width, source.height).getContext('2d');
  context?.drawImage(source, 0, 0);
  return [...(context?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3);
}

describe('a person who gives a picture as programs write it', () => {
  for (const name of ['animated.gif', 'animated.webp', 'animated.png'])
    it(`gets the first picture of ${name}, and reads that the others are left out`, async () => {
      const content = await (await fetch(`/test/fixtures/${name}`)).arrayBuffer();
      const { accepted, remarks } = await takeIn(fileOf(content, name), limits);
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
});
