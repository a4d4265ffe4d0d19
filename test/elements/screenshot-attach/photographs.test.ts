import { expect, html } from '@open-wc/testing';
import { dimensionsOf, hasMetadata } from '../../../src/contract/picture-file.js';
import { be, bytes, segment } from '../../tools/file-bytes.js';
import { openGate } from '../../tools/gate.js';
import { itOnce } from '../../tools/one-engine.js';
import { tokenFor } from '../../tools/sign-in.js';
import { openAttach } from './attach-page.js';

async function fixtureFile(name: string, type: string): Promise<File> {
  const answer = await fetch(`/test/fixtures/${name}`);
  return new File([await answer.arrayBuffer()], name, { type });
}

const contextOf = (width: number, height: number): OffscreenCanvasRenderingContext2D => {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas');
  return context;
};

/** Noise, as a camera has it. */
async function noisy(width: number, height: number, type: string, quality: number): Promise<File> {
  const tile = contextOf(Math.min(width, 1280), Math.min(height, 1024));
  const { canvas } = tile;
  const image = tile.createImageData(canvas.width, canvas.height);
  for (let start = 0; start < image.data.length; start += 65_536)
    crypto.getRandomValues(image.data.subarray(start, start + 65_536));
  for (let at = 3; at < image.data.length; at += 4) image.data[at] = 255;
  tile.putImageData(image, 0, 0);
  const context = contextOf(width, height);
  for (let y = 0; y < height; y += canvas.height)
    for (let x = 0; x < width; x += canvas.width) context.drawImage(canvas, x, y);
  const blob = await context.canvas.convertToBlob({ type, quality });
  return new File([blob], `IMG_2026.${type.replace('image/', '')}`, { type });
}

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

describe('a photograph', () => {
  it('stays one: upright, with hardly more bytes than it came with, and without its place', async () => {
    const page = await openAttach();
    const [photo, webp] = [
      await fixtureFile('telephone.jpg', 'image/jpeg'),
      await fixtureFile('photograph.webp', 'image/webp'),
    ];
    await page.element.addFiles([photo, webp]);
    const { files } = page.element;
    expect(files.map(({ name, type }) => [name, type])).to.deep.equal([
      ['telephone.jpg', 'image/jpeg'],
      ['photograph.jpg', 'image/jpeg'],
    ]);
    for (const [index, came] of [photo, webp].entries()) {
      const sent = files[index] ?? new File([], '');
      expect(sent.size)
        .to.be.above(0)
        .and.at.most(1.2 * came.size);
      expect(hasMetadata(await bytesOf(sent), 'image/jpeg')).to.equal(false);
    }
    expect(dimensionsOf(await bytesOf(files[0] ?? new Blob()), 'image/jpeg')).to.deep.equal({
      width: 600,
      height: 800,
    });
  });

  itOnce('is taken by the endpoint as it was drawn', async () => {
    const gate = await openGate();
    const page = await openAttach(html`
      <screenshot-attach locale="fi" upload="endpoint" .endpoint=${gate.endpoint} .accessToken=${() => tokenFor('main-user')}></screenshot-attach>
    `);
    await page.element.addFiles([await fixtureFile('telephone.jpg', 'image/jpeg')]);
    await page.element.uploaded();
    const put = (await gate.requests()).find(({ method }) => method === 'PUT');
    expect([put?.status, put?.headers['content-type']]).to.deep.equal([201, 'image/jpeg']);
  });

  it('is made smaller where it has more pixels than may be sent', async () => {
    const page = await openAttach(
      html`<screenshot-attach locale="fi" max-pixels="33000000"></screenshot-attach>`,
    );
    // Just more than an 8K screen has, too.
    await page.element.addFiles([await noisy(6720, 5040, 'image/jpeg', 0.5)]);
    const [sent = new File([], '')] = page.element.files;
    expect(sent.type).to.equal('image/jpeg');
    const { width = 0, height = 0 } = dimensionsOf(await bytesOf(sent), 'image/jpeg') ?? {};
    expect(width * height).to.be.within(3_900_000, 4_000_000);
    expect(width / height).to.be.closeTo(4 / 3, 0.01);
  });

  it('is never too large, however many come', async () => {
    const page = await openAttach(html`
      <screenshot-attach locale="fi" max-files="5" max-bytes="400000" max-total-bytes="700000"></screenshot-attach>
    `);
    const photo = await noisy(800, 600, 'image/jpeg', 0.95);
    expect(photo.size).to.be.above(400_000);
    await page.element.addFiles(Array.from({ length: 5 }, () => photo));
    await page.holds(5);
    const sizes = page.element.files.map(({ size }) => size);
    expect(Math.max(...sizes)).to.be.at.most(400_000);
    expect(sizes.reduce((sum, size) => sum + size)).to.be.at.most(700_000);
  });
});

describe('a picture of a screen', () => {
  it('stays sharp: a PNG, also where it came as WebP', async () => {
    const page = await openAttach();
    await page.element.addFiles([await fixtureFile('screen.webp', 'image/webp')]);
    expect(page.element.files.map(({ name, type }) => [name, type])).to.deep.equal([
      ['screen.png', 'image/png'],
    ]);
  });

  it('keeps its pixels where it was saved as a JPEG, unlike what a camera made', async () => {
    const page = await openAttach();
    const screen = await noisy(2600, 1600, 'image/jpeg', 0.1);
    const maker = bytes(be(0x10f, 2), be(2, 2), be(4, 4), 'ACME', be(0, 4));
    const made = bytes('Exif\0\0MM\0*', be(8, 4), be(1, 2), maker);
    const content = await bytesOf(screen);
    const photo = bytes(content.subarray(0, 2), segment(0xe1, made), content.subarray(2));
    await page.element.addFiles([screen, new File([photo], 'IMG_1.jpg')]);
    const widths = await Promise.all(
      page.element.files.map(
        async (file) => dimensionsOf(await bytesOf(file), 'image/jpeg')?.width ?? 0,
      ),
    );
    expect(widths[0]).to.equal(2600);
    expect(widths[1]).to.be.within(2500, 2550);
    expect(page.text).not.to.include('pienennettiin');
  });

  it('is known as one at once, however long and hostile is what a camera seems to say', async () => {
    const page = await openAttach();
    const screen = await bytesOf(await noisy(640, 400, 'image/jpeg', 0.1));
    const hostile = ['Exif\0\0', 'MM\0*', 'II*\0', 'MM\0*'].map((part) =>
      segment(0xe1, 'Exif\0\0', part.repeat(60_000 / part.length)),
    );
    const started = performance.now();
    const content = bytes(screen.subarray(0, 2), ...hostile, screen.subarray(2));
    await page.element.addFiles([new File([content], 'IMG_1.jpg')]);
    expect(page.names).to.deep.equal(['IMG_1.jpg']);
    expect(performance.now() - started).to.be.below(5000);
  });

  it('becomes a JPEG where it would be too large as a PNG', async () => {
    const page = await openAttach(html`
      <screenshot-attach locale="fi" max-bytes="600000"></screenshot-attach>
    `);
    const picture = await noisy(640, 480, 'image/png', 1);
    expect(picture.size).to.be.above(600_000);
    await page.element.addFiles([picture]);
    const [sent = new File([], '')] = page.element.files;
    expect([sent.name, sent.type]).to.deep.equal(['IMG_2026.jpg', 'image/jpeg']);
    expect(sent.size).to.be.at.most(600_000);
    const size = dimensionsOf(await bytesOf(sent), 'image/jpeg');
    expect(size).to.deep.equal({ width: 640, height: 480 });
  });

  itOnce('is offered again with what was drawn on it where documents leave no room', async () => {
    const object = '1 0 obj << >> endobj';
    const pdf = new File(['%PDF-1.7\n', object, ' '.repeat(50_000), '\n%%EOF'], 'ohje.pdf');
    const page = await openAttach(html`
      <screenshot-attach locale="fi" accept="image/png,application/pdf" max-total-bytes=${pdf.size + 10}></screenshot-attach>
    `);
    await page.element.addFiles([pdf, await fixtureFile('screen.webp', 'image/webp')]);
    await page.reads('ei mahdu');
    expect(page.names).to.deep.equal(['ohje.pdf']);
    await page.press('Poista ohje.pdf');
    expect(page.text).to.include('Poistettu: ohje.pdf');
  });

  it('is made smaller where the endpoint takes PNG alone', async () => {
    const page = await openAttach(html`
      <screenshot-attach locale="fi" accept="image/png" max-bytes="900000"></screenshot-attach>
    `);
    await page.element.addFiles([await noisy(800, 600, 'image/png', 1)]);
    const [sent = new File([], '')] = page.element.files;
    expect(sent.type).to.equal('image/png');
    expect(sent.size).to.be.at.most(900_000);
  });
});
