import { expect } from '@open-wc/testing';
import { fileName } from '../../../src/contract/values.js';
import { safeName } from '../../../src/attachments/import/index.js';
import { png } from '../../tools/file-bytes.js';
import { hostileFiles } from '../../tools/hostile-files.js';
import { fileOf, limits, taken } from './import-page.js';

// What is refused, or goes on, before a decoder sees it; hostile.csp.test.ts has the others.
const undecoded = hostileFiles.filter(({ widget }) => !['picture', 'damaged'].includes(widget));

describe('whoever gives a hostile file', () => {
  for (const { what, name, type, widget, make } of undecoded) {
    it(`gets "${widget}" for ${what}`, async () => {
      const { outcome } = await taken(fileOf(await make(), name, type));
      // The first ten of eleven pictures are taken.
      expect(outcome).to.equal(widget === 'tooManyInside' ? 'picture, tooManyInside' : widget);
    });
  }

  it('gets no name for it that the endpoint refuses', () => {
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
    const pdf = fileOf('%PDF-1.7\n1 0 obj << >> endobj\n%%EOF', 'ohje.pdf', 'application/pdf');
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

  it('gets documents by their endings where the computer has no word for them, or that of a program', async () => {
    const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const rows: readonly (readonly [name: string, says: string, types: string[]])[] = [
      ['luvut.xlsx', '', [sheet]],
      ['luvut.csv', 'application/vnd.ms-excel', ['text/csv']],
      ['lasku.xml', 'text/xml', ['application/xml']],
      ['viesti.eml', '', ['message/rfc822']],
      ['luvut.xlsx', '', ['application/*']],
    ];
    for (const [name, says, types] of rows) {
      const content = name.endsWith('.xlsx') ? 'PK\x03\x04' : 'rivi';
      const { result } = await taken(fileOf(content, name, says), { ...limits, types });
      const [document] = result.accepted;
      const [wanted = ''] = types;
      expect(document?.kind === 'document' && document.file.type, name).to.equal(
        wanted === 'application/*' ? sheet : wanted,
      );
    }
    const other = await taken(fileOf('rivi', 'luvut.csv', 'text/csv'), {
      ...limits,
      types: [sheet],
    });
    expect(other.outcome).to.equal('unsupportedType');
  });
});
