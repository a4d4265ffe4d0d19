import { expect } from '@open-wc/testing';
import { fileName } from '../../../../src/contract/values.js';
import { safeName } from '../../../../src/elements/screenshot-attach/intake/index.js';
import { jpeg, png } from '../../../tools/file-bytes.js';
import { hostileFiles, hostileNames } from '../../../tools/hostile-files.js';
import { fileOf, limits, taken } from './intake-page.js';

describe('whoever gives a hostile file', () => {
  for (const { what, name, type, widget, make } of hostileFiles) {
    it(`gets "${widget}" for ${what}`, async () => {
      const { outcome, names } = await taken(fileOf(await make(), name, type));
      // The first ten of eleven pictures are taken.
      expect(outcome).to.equal(widget === 'tooManyInside' ? 'picture, tooManyInside' : widget);
      if (widget === 'picture') expect(names[0]).to.match(/^(kuva|ohje|ohje 1)\.png$/);
    });
  }

  it('gets the same whatever the file says that it is', async () => {
    for (const type of ['', 'text/html', 'application/pdf', 'image/svg+xml']) {
      const { outcome } = await taken(fileOf(await png(), 'kuva.png', type));
      expect(outcome, type).to.equal('picture');
    }
  });

  for (const [what, name, becomes] of hostileNames) {
    it(`gives it with ${what} in its name, and the name is harmless`, async () => {
      const { names, result } = await taken(fileOf(await png(), name));
      // A browser may take a part of the name away before anybody sees it.
      expect(names).to.deep.equal([safeName(fileOf('', name).name)]);
      expect(safeName(name)).to.equal(becomes);
      expect(result.refused).to.be.empty;
    });
  }

  it('makes no name that the endpoint refuses', () => {
    const schema = fileName();
    const letters = [
      'a',
      'ä',
      '.',
      '..',
      '/',
      '\\',
      ' ',
      '\0',
      '\n',
      '\u202e',
      '\u2067',
      '\ufeff',
      '\ud800',
      '😀',
      'x'.repeat(130),
      '.png',
    ];
    for (let seed = 1; seed < 20_000; seed += 1) {
      let left = seed * 2_654_435_761;
      let name = '';
      for (; left >= 1; left = Math.floor(left / 16)) name += letters[left % 16] ?? '';
      const parsed = schema.safeParse(safeName(name));
      expect(parsed.data, JSON.stringify(name)).to.equal(safeName(name));
    }
  });

  it('finds the tab as it was: the next screenshot is taken', async () => {
    const { sizes } = await taken(fileOf(jpeg, 'kuva.jpg', 'image/jpeg'));
    expect(sizes).to.deep.equal(['8 × 8']);
  });

  it('is told that a file could not be read where it is gone', async () => {
    const gone = fileOf('x', 'kuva.png');
    gone.slice = () => {
      const blob = new Blob();
      blob.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
      return blob;
    };
    expect((await taken(gone)).outcome).to.equal('unreadable');
  });

  it('gets no documents where only pictures are taken, and other ones where a host takes them', async () => {
    const pdf = fileOf('%PDF-1.7\n%%EOF', 'ohje.pdf', 'application/pdf');
    const sheet = fileOf(
      'PK\x03\x04',
      'luvut.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    const text = fileOf('rivi', 'loki.txt', 'text/plain');
    const outcomes = async (...types: string[]) =>
      Promise.all(
        [pdf, sheet, text].map(async (file) => (await taken(file, { ...limits, types })).outcome),
      );
    expect(await outcomes('image/png')).to.deep.equal([
      'unsupportedType',
      'unsupportedType',
      'unsupportedType',
    ]);
    expect(await outcomes('image/*', '.pdf', '.xlsx', 'text/plain')).to.deep.equal([
      'document',
      'document',
      'document',
    ]);
    expect(
      (await taken(fileOf(await png(), 'kuva.png'), { ...limits, types: ['.pdf'] })).outcome,
    ).to.equal('unsupportedType');
    const page = fileOf('<svg/>', 'kuva.txt', 'text/plain');
    expect((await taken(page, { ...limits, types: ['text/plain', 'image/*'] })).outcome).to.equal(
      'unsupportedType',
    );
  });
});
