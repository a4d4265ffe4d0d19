import { expect } from '@open-wc/testing';
import { compress, docx, png } from '../../tools/file-bytes.js';
import { fileOf, taken, wordFixture } from './import-page.js';

describe('a person who has a Word document that this browser reads', () => {
  it('gets its two screenshots, in their order, from one that a word processor saved', async () => {
    const { names, sizes, result } = await taken(await wordFixture());
    expect(sizes).to.deep.equal(['480 × 270', '360 × 200']);
    expect(names).to.deep.equal(['tukipyyntö 1.png', 'tukipyyntö 2.png']);
    expect(result.refused).to.be.empty;
  });

  it('gets a large picture out of it, which comes in many pieces', async () => {
    const [width, height] = [1000, 800];
    const rows = new Uint8Array((1 + width) * height);
    for (let row = 0; row < height; row += 1)
      crypto.getRandomValues(rows.subarray(row * (1 + width) + 1, (row + 1) * (1 + width)));
    const content = await png({ width, height, data: await compress('deflate', rows) });
    const { sizes } = await taken(fileOf(await docx({ name: 'image1.png', content }), 'iso.docx'));
    expect(content.length).to.be.above(750_000);
    expect(sizes).to.deep.equal(['1000 × 800']);
  });
});
