import { expect } from '@open-wc/testing';
import { docx, png, wordParts, zip, type ZipEntry } from '../../tools/file-bytes.js';
import { isLong } from '../../tools/run-settings.js';
import { fileOf, taken, wordFixture } from './import-page.js';

const sized = async (name: string, width: number): Promise<ZipEntry> => ({
  name,
  content: await png({ width }),
});

describe('a person who has a Word document', () => {
  it('gets the pictures as the text has them, whatever their numbers, and each once', async () => {
    const shown = ['image3.png', 'image1.png', 'image3.png', 'image2.png'].map((name) => ({
      target: `media/${name}`,
    }));
    const media = await Promise.all(
      [1, 2, 3].map((number) => sized(`word/media/image${number}.png`, number)),
    );
    const { sizes } = await taken(fileOf(await zip([...media, ...wordParts(shown)]), 'a.docx'));
    expect(sizes).to.deep.equal(['3 × 8', '1 × 8', '2 × 8']);
  });

  it('gets only the pictures that the text shows', async () => {
    const deleted = await sized('word/media/image2.png', 5);
    const { sizes } = await taken(
      fileOf(
        await zip([
          ...wordParts([{ target: '/word/media/image1.png' }]),
          await sized('word/media/image1.png', 4),
          deleted,
        ]),
        'a.docx',
      ),
    );
    expect(sizes).to.deep.equal(['4 × 8']);
  });

  it('gets the pictures of older documents and of the web, once where they stand in two forms', async () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const parts = wordParts([{ target: 'media/image1.png' }, { target: 'media/image2.png' }]).map(
      ({ name, content }) => ({
        name: name.replace('document.xml', 'document2.xml'),
        content: new TextEncoder().encode(
          new TextDecoder().decode(content).replace('"word/document.xml"', "'/word/document2.xml'"),
        ),
      }),
    );
    const text = `<w:pict><v:imagedata r:id="rId2" o:title=""/></w:pict><mc:AlternateContent><mc:Choice><a:blip r:embed='rId1'><a:extLst><asvg:svgBlip r:embed="rId3"/></a:extLst></a:blip></mc:Choice><mc:Fallback><v:imagedata r:id="rId1"/></mc:Fallback></mc:AlternateContent>`;
    const svg = `<Relationship Target="media/image3.svg" Id="rId3" Type="${office}/image"></Relationship></Relationships>`;
    const changed = parts.map(({ name, content }) => {
      const was = new TextDecoder().decode(content);
      const now = name.endsWith('document2.xml')
        ? text
        : name.endsWith('document2.xml.rels')
          ? was.replace('</Relationships>', svg)
          : was;
      return { name, content: new TextEncoder().encode(now) };
    });
    const media = [
      await sized('word/media/image1.png', 1),
      await sized('word/media/image2.png', 2),
      { name: 'word/media/image3.svg', content: new Uint8Array(9) },
    ];
    const { sizes, outcome } = await taken(
      fileOf(await zip([...changed, ...media]), 'verkosta.docx'),
    );
    expect(outcome).to.equal('picture');
    expect(sizes).to.deep.equal(['2 × 8', '1 × 8']);
  });

  it('gets the rest where one is a drawing of Windows, which is named', async () => {
    const { sizes, result } = await taken(
      fileOf(
        await docx(await sized('image1.png', 4), {
          name: 'image2.emf',
          content: new Uint8Array(88),
        }),
        'ohje.docx',
      ),
    );
    expect(sizes).to.deep.equal(['4 × 8']);
    expect(result.refused).to.deep.equal([
      { name: 'ohje.docx › image2.emf', code: 'pictureFormat', format: 'EMF' },
    ]);
  });

  it('is told of links to pictures elsewhere beside what is in it', async () => {
    const parts = wordParts([
      { target: 'https://example.com/a.png', isExternal: true },
      { target: 'media/image1.png' },
    ]);
    const { outcome } = await taken(
      fileOf(await zip([...parts, await sized('word/media/image1.png', 4)]), 'ohje.docx'),
    );
    expect(outcome).to.equal('picture, externalPictures');
  });

  it('gets pictures or a reason, wherever bytes of it are wrong', async () => {
    const whole = new Uint8Array(await (await wordFixture()).arrayBuffer());
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 0x7fffffff;
      return seed % below;
    };
    const outcomes = new Set<string>();
    for (let run = 0; run < (isLong ? 600 : 90); run += 1) {
      const broken = whole.slice(0, run % 3 ? whole.length : random(whole.length) + 1);
      // The directory at the end says most of what can go wrong.
      const from = run % 2 ? broken.length - Math.min(broken.length, 900) : 0;
      for (let change = 1 + random(4); change > 0; change -= 1)
        broken[from + random(broken.length - from)] = [0, 0xff, random(256)][random(3)] ?? 0;
      const { result } = await taken(fileOf(broken, 'rikki.docx'));
      expect(result.accepted.length + result.refused.length).to.be.above(0);
      for (const { code } of result.refused) outcomes.add(code);
    }
    expect([...outcomes]).to.include('damaged');
  });
});
