import { expect } from '@open-wc/testing';
import { fileOf, taken } from './import-page.js';

const body =
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n';

const outcomeOf = async (content: BlobPart): Promise<string> => {
  const { outcome, result } = await taken(fileOf(content, 'tase.pdf', 'application/pdf'));
  return [outcome, ...result.remarks.map(({ code }) => code)].join(', ');
};

describe('A PDF', () => {
  it('is taken as it is', async () => {
    expect(await outcomeOf(body)).to.equal('document');
  });

  it('is taken with the mark of a byte order before it, and with more behind its end', async () => {
    expect(
      await outcomeOf(new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(body)])),
    ).to.equal('document');
    expect(await outcomeOf(`${body}\n${'\0'.repeat(9000)}`)).to.equal('document');
    expect(await outcomeOf(`${body}% signed by somebody${' '.repeat(2000)}x`)).to.equal('document');
  });

  it('is refused when it has none of the parts of one, as the endpoint refuses it', async () => {
    expect(await outcomeOf('%PDF-1.4\n<script>alert(1)</script>\n%%EOF\n')).to.equal('damaged');
  });

  it('is refused when it is cut off', async () => {
    expect(await outcomeOf(body.slice(0, 80))).to.equal('damaged');
    const quick = `%PDF-1.7\n1 0 obj\n<< /Linearized 1 /L 90000 /H [ 1 2 ] >>\nendobj\n%%EOF\n`;
    expect(await outcomeOf(quick)).to.equal('damaged');
    expect(
      await outcomeOf(quick + 'x'.repeat(90_000 - quick.length - body.length) + body),
    ).to.equal('document');
  });

  it('is taken with a remark when it is encrypted', async () => {
    for (const encrypt of [
      '/Encrypt 9 0 R',
      '/Encrypt\n12 0 R',
      '/Encrypt << /Filter /Standard >>',
    ])
      expect(await outcomeOf(body.replace('/Root', `${encrypt} /Root`)), encrypt).to.equal(
        'document, encryptedPdf',
      );
    expect(await outcomeOf(body.replace('/Root', '/EncryptMetadata false /Root'))).to.equal(
      'document',
    );
  });
});
