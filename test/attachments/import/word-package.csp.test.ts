import { expect } from '@open-wc/testing';
import { bytes, le, png, utf8, zip, type ZipEntry } from '../../tools/file-bytes.js';
import { fileOf, limits, taken } from './import-page.js';
import {
  entry,
  inline,
  paragraph,
  relationships,
  run,
  wordFile,
  type Related,
} from './word-files.js';

/** A document of one picture, 4 pixels wide: where the picture lies, and how the document points at it. */
async function oneAt(
  path: string,
  target: string,
  {
    main = 'word/document.xml',
    mainTarget = main,
    rels = main.replace(/[^/]*$/, '_rels/$&.rels'),
  }: { readonly main?: string; readonly mainTarget?: string; readonly rels?: string } = {},
): Promise<File> {
  return fileOf(
    await zip([
      entry('_rels/.rels', relationships(['rId1', 'officeDocument', mainTarget])),
      entry(main, `<w:document><w:body>${paragraph(run(inline('rId1')))}</w:body></w:document>`),
      entry(rels, relationships(['rId1', 'image', target])),
      entry(path, await png({ width: 4 })),
    ]),
    'ohje.docx',
  );
}

const sizesOf = async (file: File): Promise<string[]> => (await taken(file)).sizes;

const utf16 = (text: string, isBig: boolean): Uint8Array =>
  Uint8Array.from(
    [...`\ufeff${text}`].flatMap((letter) => {
      const [low, high] = le(letter.charCodeAt(0), 2);
      return isBig ? [high ?? 0, low ?? 0] : [low ?? 0, high ?? 0];
    }),
  );

describe('A Word document', () => {
  const places: readonly (readonly [path: string, target: string])[] = [
    ['media/image1.png', '/media/image1.png'],
    ['media/image1.png', '../media/image1.png'],
    ['word/images/image1.png', 'images/image1.png'],
    ['word/image1.png', './image1.png'],
    ['word/media/kuva 1.png', 'media/kuva%201.png'],
    ['word/media/kuva%201.png', 'media/kuva 1.png'],
    ['word/media/näyttö.png', 'media/n%C3%A4ytt%C3%B6.png'],
    ['word/media/50%.png', 'media/50%.png'],
    ['word/media/Image1.PNG', 'Media/image1.png'],
    ['word\\media\\image1.png', 'media/image1.png'],
    ['word/media/image1.png', 'media\\image1.png'],
    ['word/media/a&b.png', 'media/a&amp;b.png'],
    ['word/media/a&b.png', 'media/a&#x26;b.png'],
    ['word/media/image#1.png', 'media/image#1.png'],
    ['word/media/image1', 'media/image1'],
  ];
  for (const [path, target] of places) {
    it(`gives the picture that lies at ${path} and is called ${target}`, async () => {
      expect(await sizesOf(await oneAt(path, target))).to.deep.equal(['4 × 8']);
    });
  }

  it('gives its picture wherever its main part lies', async () => {
    for (const main of ['document.xml', 'word/document2.xml', 'Content/sub/Text.XML']) {
      for (const mainTarget of [main, `/${main}`]) {
        const file = await oneAt('media/a.png', '/media/a.png', { main, mainTarget });
        expect(await sizesOf(file), mainTarget).to.deep.equal(['4 × 8']);
      }
    }
  });

  it('gives its picture when only the content types say which part is the main one', async () => {
    const types = `<Types><Default Extension="png" ContentType="image/png"/><Override PartName="/Docs/Main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
    const file = fileOf(
      await zip([
        entry('[Content_Types].xml', types),
        entry('docs/main.xml', paragraph(run(inline('rId1')))),
        entry('docs/_rels/main.xml.rels', relationships(['rId1', 'image', 'a.png'])),
        entry('docs/a.png', await png({ width: 4 })),
      ]),
      'ohje.docx',
    );
    expect(await sizesOf(file)).to.deep.equal(['4 × 8']);
  });

  it('gives its picture in the strict format, whatever its prefixes', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const file = fileOf(
      await zip([
        entry(
          '_rels/.rels',
          relationships(['rId1', `${strict}/officeDocument`, 'word/document.xml']),
        ),
        entry(
          'word/document.xml',
          '<document><body><p><r><drawing><inline><x:pic><x:blipFill><y:blip z:embed="rId1"/></x:blipFill></x:pic></inline></drawing></r></p></body></document>',
        ),
        entry(
          'word/_rels/document.xml.rels',
          relationships(['rId1', `${strict}/image`, 'media/a.png']),
        ),
        entry('word/media/a.png', await png({ width: 4 })),
      ]),
      'ohje.docx',
    );
    expect(await sizesOf(file)).to.deep.equal(['4 × 8']);
  });

  it('gives its picture when its parts are written in UTF-16', async () => {
    for (const isBig of [false, true]) {
      const file = fileOf(
        await zip([
          entry(
            '_rels/.rels',
            utf16(relationships(['rId1', 'officeDocument', 'word/document.xml']), isBig),
          ),
          entry(
            'word/document.xml',
            utf16(
              `<?xml version="1.0" encoding="UTF-16"?>${paragraph(run(inline('rId1')))}`,
              isBig,
            ),
          ),
          entry(
            'word/_rels/document.xml.rels',
            utf16(relationships(['rId1', 'image', 'media/a.png']), isBig),
          ),
          entry('word/media/a.png', await png({ width: 4 })),
        ]),
        'ohje.docx',
      );
      expect(await sizesOf(file)).to.deep.equal(['4 × 8']);
    }
  });

  const header = (id: string): [ZipEntry, ZipEntry] => [
    entry('word/header1.xml', `<w:hdr>${paragraph(run(inline(id)))}</w:hdr>`),
    entry('word/_rels/header1.xml.rels', relationships([id, 'image', 'media/image5.png'])),
  ];
  const withHeader = (
    reference: string,
    rest = '',
    further: readonly ZipEntry[] = [],
    related: readonly Related[] = [],
  ) =>
    wordFile(
      `${paragraph(run(inline('rId1')))}<w:sectPr>${reference}${rest}</w:sectPr>`,
      [...header('rId1'), ...further],
      [['rId10', 'header', 'header1.xml'], ...related],
    );

  it('gives the pictures of headers that are shown', async () => {
    const kind = (type: string) => `<w:headerReference w:type="${type}" r:id="rId10"/>`;
    expect(await sizesOf(await withHeader(kind('default')))).to.deep.equal(['10 × 8', '50 × 8']);
    expect(await sizesOf(await withHeader(kind('first')))).to.deep.equal(['10 × 8']);
    expect(await sizesOf(await withHeader(kind('first'), '<w:titlePg/>'))).to.deep.equal([
      '10 × 8',
      '50 × 8',
    ]);
    expect(await sizesOf(await withHeader(kind('even')))).to.deep.equal(['10 × 8']);
    const settings = entry('word/settings.xml', '<w:settings><w:evenAndOddHeaders/></w:settings>');
    expect(
      await sizesOf(
        await withHeader(kind('even'), '', [settings], [['rId11', 'settings', 'settings.xml']]),
      ),
    ).to.deep.equal(['10 × 8', '50 × 8']);
    expect(await sizesOf(await withHeader(''))).to.deep.equal(['10 × 8']);
  });

  it('gives the pictures of a header of pages on which a heading folded the text away', async () => {
    const heading = paragraph(
      run('<w:t>Otsikko</w:t>'),
      '<w:outlineLvl w:val="0"/><w15:collapsed/>',
    );
    const section =
      '<w:sectPr><w:headerReference w:type="default" r:id="rId10"/><w:pgSz w:w="1"/></w:sectPr>';
    const file = await wordFile(heading + paragraph(run(inline('rId1')), section), header('rId1'), [
      ['rId10', 'header', 'header1.xml'],
    ]);
    expect(await sizesOf(file)).to.deep.equal(['50 × 8']);
  });

  for (const [type, tag] of [
    ['footnotes', 'footnote'],
    ['endnotes', 'endnote'],
    ['comments', 'comment'],
  ] as const) {
    it(`gives the pictures of its ${type}, but not of one whose mark is deleted`, async () => {
      const mark = (id: number) => run(`<w:${tag}Reference w:id="${id}"/>`);
      const note = (id: number) =>
        `<w:${tag} w:id="${id}">${paragraph(run(inline(`rId${id}`)))}</w:${tag}>`;
      const file = await wordFile(
        paragraph(`${mark(2)}<w:del w:id="9">${mark(3)}</w:del>${run(inline('rId1'))}`),
        [
          entry(`word/${type}.xml`, `<w:${type}>${note(2)}${note(3)}</w:${type}>`),
          entry(
            `word/_rels/${type}.xml.rels`,
            relationships(
              ['rId2', 'image', 'media/image2.png'],
              ['rId3', 'image', 'media/image3.png'],
            ),
          ),
        ],
        [['rId20', type, `${type}.xml`]],
      );
      expect(await sizesOf(file)).to.deep.equal(['10 × 8', '20 × 8']);
    });
  }

  it('gives the pictures of a diagram as the diagram shows them', async () => {
    const file = await wordFile(
      paragraph(
        run(
          '<w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm="rId20" r:lo="rId21" r:qs="rId22" r:cs="rId23"/></a:graphicData></a:graphic></wp:inline></w:drawing>',
        ) + run(inline('rId1')),
      ),
      [
        entry(
          'word/diagrams/data1.xml',
          '<dgm:dataModel><dgm:ptLst><dgm:pt><dgm:spPr><a:blipFill><a:blip r:embed="rId1"/></a:blipFill></dgm:spPr></dgm:pt></dgm:ptLst><dgm:extLst><a:ext><dsp:dataModelExt relId="rId24"/></a:ext></dgm:extLst></dgm:dataModel>',
        ),
        entry(
          'word/diagrams/_rels/data1.xml.rels',
          relationships(['rId1', 'image', '../media/image4.png']),
        ),
        entry(
          'word/diagrams/drawing1.xml',
          '<dsp:drawing><dsp:spTree><dsp:sp><dsp:spPr><a:prstGeom prst="rect"/><a:blipFill><a:blip r:embed="rId1"/><a:srcRect l="50000"/><a:stretch><a:fillRect/></a:stretch></a:blipFill></dsp:spPr></dsp:sp></dsp:spTree></dsp:drawing>',
        ),
        entry(
          'word/diagrams/_rels/drawing1.xml.rels',
          relationships(['rId1', 'image', '../media/image4.png']),
        ),
      ],
      [
        ['rId20', 'diagramData', 'diagrams/data1.xml'],
        [
          'rId24',
          'http://schemas.microsoft.com/office/2007/relationships/diagramDrawing',
          'diagrams/drawing1.xml',
        ],
      ],
    );
    const { result, sizes } = await taken(file);
    expect(sizes).to.deep.equal(['40 × 8', '10 × 8']);
    expect(result.accepted.map((one) => one.kind === 'picture' && one.edits.crop)).to.deep.equal([
      { x: 20, y: 0, width: 20, height: 8 },
      undefined,
    ]);
  });

  const formats: readonly (readonly [name: string, content: Uint8Array, format: string])[] = [
    ['image1.tiff', bytes('II*\0', le(8, 4), new Uint8Array(40)), 'TIFF'],
    ['image1.png', bytes('MM\0*', new Uint8Array(40)), 'TIFF'],
    ['image1.bin', bytes(le(1, 4), new Uint8Array(36), ' EMF', new Uint8Array(40)), 'EMF'],
    ['image1.wmf', bytes('\xd7\xcd\xc6\x9a', new Uint8Array(40)), 'WMF'],
    ['image1.emz', bytes('\x1f\x8b\x08', new Uint8Array(40)), 'EMF'],
    ['image1.svg', utf8('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'SVG'],
    ['image1.heic', bytes(le(0, 3), '\x18ftypheic', new Uint8Array(40)), 'HEIC'],
  ];
  for (const [name, content, format] of formats) {
    it(`says that the picture ${name} is a ${format}`, async () => {
      const file = fileOf(
        await zip([
          entry('_rels/.rels', relationships(['rId1', 'officeDocument', 'word/document.xml'])),
          entry('word/document.xml', paragraph(run(inline('rId1')))),
          entry('word/_rels/document.xml.rels', relationships(['rId1', 'image', `media/${name}`])),
          entry(`word/media/${name}`, content),
        ]),
        'ohje.docx',
      );
      const { result } = await taken(file);
      expect(result.refused).to.deep.equal([
        { name: `ohje.docx › ${name}`, code: 'pictureFormat', format },
      ]);
    });
  }

  it('says how many of its pictures were taken and how many were left out', async () => {
    const all = Array.from({ length: 9 }, (_, index) => paragraph(run(inline(`rId${index + 1}`))));
    const { result } = await taken(await wordFile(all.join('')), { ...limits, count: 4 });
    expect(result.accepted.length).to.equal(4);
    expect(result.refused).to.deep.equal([
      { name: 'ohje.docx', code: 'tooManyInside', taken: 4, left: 5 },
    ]);
  });

  it('says that a picture lies elsewhere only where there is none of it in the document', async () => {
    const both = '<w:drawing><a:blip r:embed="rId1" r:link="rId20"/></w:drawing>';
    const related =
      '<Relationship Id="rId20" Type="x/image" TargetMode="External" Target="file:///c:/a.png"/>';
    const build = async (body: string) =>
      fileOf(
        await zip([
          entry('_rels/.rels', relationships(['rId1', 'officeDocument', 'word/document.xml'])),
          entry('word/document.xml', body),
          entry(
            'word/_rels/document.xml.rels',
            relationships(['rId1', 'image', 'media/a.png']).replace('</', `${related}</`),
          ),
          entry('word/media/a.png', await png({ width: 4 })),
        ]),
        'ohje.docx',
      );
    expect((await taken(await build(both))).outcome).to.equal('picture');
    expect((await taken(await build(both.replace('r:embed="rId1" ', '')))).outcome).to.equal(
      'externalPictures',
    );
  });

  for (const inserted of ['<w:altChunk r:id="rId20"/>', '<w:subDoc r:id="rId20"/>'])
    it(`says that a document which was inserted by ${inserted} was not opened`, async () => {
      const codes = async (body: string) => {
        const file = await wordFile(
          body,
          [entry('word/chunk.mht', 'MIME-Version: 1.0')],
          [['rId20', 'aFChunk', 'chunk.mht']],
        );
        return (await taken(file)).outcome;
      };
      expect(await codes(inserted)).to.equal('innerDocument');
      expect(await codes(paragraph(run(inline('rId1'))) + inserted)).to.equal(
        'picture, innerDocument',
      );
      expect(await codes(paragraph(`<w:del>${run(inserted)}</w:del>`))).to.equal('noPictures');
    });

  it('is read at once however long and hostile its parts are', async () => {
    const long = 500_000;
    const started = performance.now();
    for (const hostile of [
      `<a:blip ${'a'.repeat(long)}/>`,
      `<a:blip ${' a'.repeat(long)}/>`,
      `<a:blip a${' '.repeat(long)}/>`,
      `<a:blip ${"a='".repeat(long)}/>`,
      '<a:blip '.repeat(long),
    ])
      await taken(await wordFile(hostile));
    const types = `<Types><Default Extension="xml" ContentType="${' '.repeat(long)}"/></Types>`;
    await taken(await wordFile('', [entry('[Content_Types].xml', types)]));
    const drawing = utf8('<!---->'.repeat(140));
    const parts = [
      entry('_rels/.rels', relationships(['rId1', 'officeDocument', 'word/document.xml'])),
      entry('word/document.xml', paragraph(run(inline('rId1')))),
      entry('word/_rels/document.xml.rels', relationships(['rId1', 'image', 'media/a.svg'])),
      entry('word/media/a.svg', drawing),
    ];
    await taken(fileOf(await zip(parts), 'ohje.docx'));
    expect(performance.now() - started).to.be.below(10_000);
  });

  it('reaches for nothing outside of itself', async () => {
    for (const target of [
      '//example.com/a.png',
      'https://example.com/a.png',
      'file:///etc/passwd',
    ]) {
      const { outcome } = await taken(await oneAt('word/media/a.png', target));
      expect(outcome, target).to.equal('externalPictures');
    }
  });
});
