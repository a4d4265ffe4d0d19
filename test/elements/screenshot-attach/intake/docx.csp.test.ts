import { expect } from '@open-wc/testing';
import { compress, docx, png, wordParts, zip, type ZipEntry } from '../../../tools/file-bytes.js';
import { fileOf, taken } from './intake-page.js';

const fixture = async (): Promise<File> => {
  const answer = await fetch('/test/fixtures/two-screenshots.docx');
  return fileOf(await answer.arrayBuffer(), 'tukipyyntö.docx', answer.headers.get('Content-Type') ?? '');
};

const sized = async (name: string, width: number): Promise<ZipEntry> => ({ name, content: await png({ width }) });

describe('a person who has a Word document', () => {
  it('gets its two screenshots, in their order, from one that a word processor saved', async () => {
    const { names, sizes, result } = await taken(await fixture());
    expect(sizes).to.deep.equal(['480 × 270', '360 × 200']);
    expect(names).to.deep.equal(['tukipyyntö 1.png', 'tukipyyntö 2.png']);
    expect(result.refused).to.be.empty;
  });

  it('gets the pictures as the text has them, whatever their numbers, and each once', async () => {
    const shown = ['image3.png', 'image1.png', 'image3.png', 'image2.png'].map((name) => ({ target: `media/${name}` }));
    const media = await Promise.all([1, 2, 3].map((number) => sized(`word/media/image${number}.png`, number)));
    const { sizes } = await taken(fileOf(await zip([...media, ...wordParts(shown)]), 'a.docx'));
    expect(sizes).to.deep.equal(['3 × 8', '1 × 8', '2 × 8']);
  });

  it('gets only the pictures that the text shows', async () => {
    const deleted = await sized('word/media/image2.png', 5);
    const { sizes } = await taken(fileOf(await zip([...wordParts([{ target: '/word/media/image1.png' }]), await sized('word/media/image1.png', 4), deleted]), 'a.docx'));
    expect(sizes).to.deep.equal(['4 × 8']);
  });

  it('gets the rest where one is a drawing of Windows, which is named', async () => {
    const { sizes, result } = await taken(fileOf(await docx(await sized('image1.png', 4), { name: 'image2.emf', content: new Uint8Array(88) }), 'ohje.docx'));
    expect(sizes).to.deep.equal(['4 × 8']);
    expect(result.refused).to.deep.equal([{ name: 'ohje.docx › image2.emf', code: 'vectorPicture' }]);
  });

  it('is told of links to pictures elsewhere beside what is in it', async () => {
    const parts = wordParts([{ target: 'https://example.com/a.png', isExternal: true }, { target: 'media/image1.png' }]);
    const { outcome } = await taken(fileOf(await zip([...parts, await sized('word/media/image1.png', 4)]), 'ohje.docx'));
    expect(outcome).to.equal('picture, externalPictures');
  });

  it('gets a large picture out of it', async () => {
    const [width, height] = [2000, 1500];
    const rows = new Uint8Array((1 + width) * height);
    for (let row = 0; row < height; row += 1) crypto.getRandomValues(rows.subarray(row * (1 + width) + 1, (row + 1) * (1 + width)));
    const content = await png({ width, height, data: await compress('deflate', rows) });
    const { sizes } = await taken(fileOf(await docx({ name: 'image1.png', content }), 'iso.docx'));
    expect(content.length).to.be.above(3_000_000);
    expect(sizes).to.deep.equal(['2000 × 1500']);
  });
});
