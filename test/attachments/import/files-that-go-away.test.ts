import { expect } from '@open-wc/testing';
import { screenshot } from '../../elements/screenshot-attach/attach-page.js';
import { fileOf, taken } from './import-page.js';

const pdf =
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n';

/** A file on a disk: once something else is saved in its place, nothing can be read of it as it was chosen. */
async function onDisk(file: File): Promise<{ readonly file: File; saveAgain(): Promise<void> }> {
  const folder = await navigator.storage.getDirectory();
  const place = await folder.getFileHandle(file.name, { create: true });
  const save = async (content: BlobPart) => {
    const writing = await place.createWritable();
    await writing.write(content);
    await writing.close();
  };
  await save(file);
  return { file: await place.getFile(), saveAgain: () => save('something longer than it was') };
}

describe('a file that is saved again after it was chosen', () => {
  it('goes along as it was, a PDF', async () => {
    const { file, saveAgain } = await onDisk(fileOf(pdf, 'tase.pdf', 'application/pdf'));
    const { result } = await taken(file);
    await saveAgain();
    const [accepted] = result.accepted;
    if (accepted?.kind !== 'document') return expect.fail(accepted?.kind);
    expect(accepted.file).to.include({ name: 'tase.pdf', type: 'application/pdf' });
    expect(await accepted.file.text()).to.equal(pdf);
  });

  it('can still be decoded for another look, a picture', async () => {
    const { file, saveAgain } = await onDisk(await screenshot('eka.png'));
    const { size } = file;
    const { result } = await taken(file);
    await saveAgain();
    const [accepted] = result.accepted;
    if (accepted?.kind !== 'picture') return expect.fail(accepted?.kind);
    expect((await accepted.original.arrayBuffer()).byteLength).to.equal(size);
  });

  it('is said to be unreadable when nothing of it could be read, and so is a folder', async () => {
    const { file, saveAgain } = await onDisk(fileOf(pdf, 'ohje.pdf', 'application/pdf'));
    await saveAgain();
    expect((await taken(file)).outcome).to.equal('unreadable');
    const folder = fileOf('', 'Tilinpäätös');
    folder.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
    expect((await taken(folder)).outcome).to.equal('unreadable');
    expect((await taken(fileOf('', 'tyhja.png'))).outcome).to.equal('empty');
  });
});

describe('a browser that gives noise in place of what pages draw', () => {
  const { getImageData } = OffscreenCanvasRenderingContext2D.prototype;
  const readsBack = (value: (data: Uint8ClampedArray) => void) => {
    OffscreenCanvasRenderingContext2D.prototype.getImageData = function (...area) {
      const image = getImageData.apply(this, area);
      value(image.data);
      return image;
    };
  };
  afterEach(() => {
    OffscreenCanvasRenderingContext2D.prototype.getImageData = getImageData;
  });

  it('takes no picture, and says so', async () => {
    readsBack((data) => data.forEach((_, index) => (data[index] = (index * 7919) % 251)));
    expect((await taken(await screenshot('eka.png'))).outcome).to.equal('altered');
    readsBack((data) => data.fill(255));
    expect((await taken(await screenshot('eka.png'))).outcome).to.equal('altered');
  });

  it('takes it where the last bits alone are others, which nobody sees', async () => {
    readsBack((data) => data.forEach((value, index) => (data[index] = value ^ (index % 2))));
    expect((await taken(await screenshot('eka.png'))).outcome).to.equal('picture');
  });
});
