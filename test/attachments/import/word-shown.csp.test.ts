import { expect } from '@open-wc/testing';
import { be, jpegWith, segment, zip } from '../../tools/file-bytes.js';
import { importFile, type ImportedFiles } from '../../../src/attachments/import/index.js';
import { fileOf, limits } from './import-page.js';
import {
  entry,
  inline,
  paragraph,
  recoloured,
  relationships,
  run,
  textBox,
  wordFile,
} from './word-files.js';

/** What would be sent of each picture, as `width × height at x, y`, with its notes; then the reasons and remarks. */
function described({ accepted, refused, remarks }: ImportedFiles): string[] {
  const pictures = accepted.map((one) => {
    if (one.kind === 'document') return one.name;
    const { source, edits, fromWord = [] } = one;
    const {
      width,
      height,
      x = 0,
      y = 0,
    } = edits.crop ?? { width: source.width, height: source.height };
    source.close();
    return [`${width} × ${height}`, ...(edits.crop ? [`at ${x}, ${y}`] : []), ...fromWord].join(
      ' ',
    );
  });
  return [...pictures, ...refused.map(({ code }) => code), ...remarks.map(({ code }) => code)];
}

const shown = async (file: File): Promise<string[]> => described(await importFile(file, limits));

const ofBody = async (...body: readonly string[]): Promise<string[]> =>
  shown(await wordFile(body.join('')));

const fixture = async (name: string): Promise<File> =>
  fileOf(await (await fetch(`/test/fixtures/${name}`)).arrayBuffer(), name);

describe('A picture in a Word document', () => {
  it('is taken as LibreOffice shows it: cropped, and not where it is deleted or hidden', async () => {
    expect(await shown(await fixture('cropped-deleted-hidden.docx'))).to.deep.equal([
      '59 × 60 at 61, 0 cropped',
      '26 × 26',
    ]);
  });

  it('comes with a remark where LibreOffice drew a box over it', async () => {
    expect(await shown(await fixture('box-over-picture.docx'))).to.deep.equal([
      '70 × 30 uncovered',
      '26 × 26 uncovered',
      'shapesLeftOut',
    ]);
  });

  const crops: readonly (readonly [what: string, crop: string, is: string])[] = [
    ['the left half', 'l="50000"', '5 × 8 at 5, 0 cropped'],
    ['all sides', 'l="10000" t="25000" r="20000" b="12500"', '7 × 5 at 1, 2 cropped'],
    ['percent of the strict format', 'l="50%" r="10%"', '4 × 8 at 5, 0 cropped'],
    ['parts of pixels, which are left out', 'l="45001"', '5 × 8 at 5, 0 cropped'],
    ['more margin at one side only', 'l="-50000" r="40000"', '6 × 8 at 0, 0 cropped'],
    ['more margin alone', 'l="-50000" t="-1000"', '10 × 8'],
    ['nothing', 'l="0" t="0" r="0" b="0"', '10 × 8'],
    ['everything', 'l="50000" r="50000"', 'unknownCrop'],
    ['less than a pixel', 'l="95000" r="4000"', 'unknownCrop'],
    ['a unit that nobody knows', 'l="5cm"', 'unknownCrop'],
  ];
  for (const [what, crop, is] of crops) {
    it(`is cropped as Word crops it: ${what}`, async () => {
      const [first] = await ofBody(
        paragraph(run(inline('rId1', { crop: `<a:srcRect ${crop}/>` }))),
      );
      expect(first).to.equal(is);
    });
  }

  const vml: readonly (readonly [crop: string, is: string])[] = [
    ['cropleft="32768f"', '5 × 8 at 5, 0 cropped'],
    ['cropright=".5" croptop="25%"', '5 × 6 at 0, 2 cropped'],
    ['cropbottom="-3277f"', '10 × 8'],
    ['cropleft="32768"', 'unknownCrop'],
    ['cropleft="1in"', 'unknownCrop'],
  ];
  for (const [crop, is] of vml) {
    it(`of an older document is cropped as Word crops it: ${crop}`, async () => {
      const pict = `<w:pict><v:shape style="width:10pt;height:8pt"><v:imagedata r:id="rId1" o:title="" ${crop}/></v:shape></w:pict>`;
      expect(await ofBody(paragraph(run(pict)))).to.deep.equal([is]);
    });
  }

  it('that stands in the text with two crops is taken with each, and once with the same', async () => {
    const left = inline('rId2', { crop: '<a:srcRect r="50000"/>' });
    const right = inline('rId2', { crop: '<a:srcRect l="50000"/>' });
    expect(await ofBody(paragraph(run(left + right + left)))).to.deep.equal([
      '10 × 8 at 0, 0 cropped',
      '10 × 8 at 10, 0 cropped',
    ]);
  });

  it('that fills a shape and reaches over its edges is cut there', async () => {
    const shape = `<w:drawing><wp:inline><wps:wsp><wps:spPr><a:prstGeom prst="rect"/><a:blipFill><a:blip r:embed="rId1"/><a:srcRect/><a:stretch><a:fillRect l="-100000"/></a:stretch></a:blipFill></wps:spPr></wps:wsp></wp:inline></w:drawing>`;
    expect(await ofBody(paragraph(run(shape)))).to.deep.equal(['5 × 8 at 5, 0 cropped']);
    const tiled = shape.replace(/<a:stretch>.*<\/a:stretch>/, '<a:tile sx="50000"/>');
    expect(await ofBody(paragraph(run(tiled)))).to.deep.equal(['unknownCrop']);
  });

  it('that Word shows in a circle is noted as such', async () => {
    expect(
      await ofBody(paragraph(run(inline('rId1', { geometry: 'ellipse' }) + inline('rId2')))),
    ).to.deep.equal(['10 × 8 shaped', '20 × 8']);
  });

  for (const [what, body] of [
    ['in one colour', recoloured('rId1', '<a:duotone><a:prstClr val="black"/></a:duotone>')],
    [
      'blurred',
      inline('rId1').replace(
        '</pic:spPr>',
        '<a:effectLst><a:blur rad="635000"/></a:effectLst></pic:spPr>',
      ),
    ],
    [
      'with one colour clear',
      recoloured('rId1', '<a:clrChange><a:clrFrom/><a:clrTo/></a:clrChange>'),
    ],
    [
      'half clear in an older document',
      '<w:pict><v:rect><v:fill type="frame" r:id="rId1" opacity="32768f"/></v:rect></w:pict>',
    ],
    ['darker', recoloured('rId1', '<a:lum bright="-80000"/>')],
    ['faint', recoloured('rId1', '<a:alphaModFix amt="12000"/>')],
    [
      'washed out in an older document',
      '<w:pict><v:shape><v:imagedata r:id="rId1" gain="19661f" blacklevel="22938f"/></v:shape></w:pict>',
    ],
  ] as const)
    it(`that Word shows ${what} is noted as such`, async () => {
      const others = run(inline('rId2'));
      expect(await ofBody(paragraph(run(body) + others))).to.deep.equal([
        '10 × 8 recoloured',
        '20 × 8',
      ]);
    });

  const inParagraph = (id: string, properties: string) => paragraph(run(inline(id)), properties);
  const inRow = (id: string, properties: string) =>
    `<w:tbl><w:tr><w:trPr>${properties}</w:trPr><w:tc>${paragraph(run(inline(id)))}</w:tc></w:tr></w:tbl>`;
  const inSpace = (id: string, properties: string) =>
    paragraph(run(inline(id).replace('</pic:spPr>', `${properties}</pic:spPr>`)));
  const inTextBox = (id: string, size: string) =>
    paragraph(
      run(textBox(run(inline(id))).replace('<wp:wrapNone/>', `<wp:extent ${size}/><wp:wrapNone/>`)),
    );
  const cut: readonly (readonly [
    what: string,
    body: (id: string) => string,
    whole: (id: string) => string,
  ])[] = [
    [
      'in a line of fixed height',
      (id) => inParagraph(id, '<w:spacing w:line="240" w:lineRule="exact"/>'),
      (id) => inParagraph(id, '<w:spacing w:line="240" w:lineRule="atLeast"/>'),
    ],
    [
      'in a row of fixed height',
      (id) => inRow(id, '<w:trHeight w:val="600" w:hRule="exact"/>'),
      (id) => inRow(id, '<w:trHeight w:val="600"/>'),
    ],
    [
      'in a frame of fixed height',
      (id) => inParagraph(id, '<w:framePr w:h="1000" w:hRule="exact"/>'),
      (id) => inParagraph(id, '<w:framePr w:h="2000" w:hRule="exact"/>'),
    ],
    [
      'with soft edges',
      (id) => inSpace(id, '<a:effectLst><a:softEdge rad="317500"/></a:effectLst>'),
      (id) => inSpace(id, '<a:effectLst><a:outerShdw blurRad="50800"/></a:effectLst>'),
    ],
    [
      'turned in space',
      (id) =>
        inSpace(
          id,
          '<a:scene3d><a:camera prst="perspectiveLeft"><a:rot lat="0" lon="5400000" rev="0"/></a:camera></a:scene3d>',
        ),
      (id) => inSpace(id, '<a:scene3d><a:camera prst="orthographicFront"/></a:scene3d>'),
    ],
  ];
  for (const [what, body, whole] of cut)
    it(`that Word shows ${what} is noted as partly hidden there`, async () => {
      expect(await ofBody(body('rId1'), whole('rId2'))).to.deep.equal(['10 × 8 shaped', '20 × 8']);
    });

  it('that is larger than the text box around it is noted as partly hidden there', async () => {
    expect(await ofBody(inTextBox('rId1', 'cx="914400" cy="500000"'))).to.deep.equal([
      '10 × 8 shaped uncovered',
      'shapesLeftOut',
    ]);
    expect(await ofBody(inTextBox('rId1', 'cx="914400" cy="914400"'))).to.deep.equal([
      '10 × 8 uncovered',
      'shapesLeftOut',
    ]);
  });

  it('is noted as partly hidden where its style has lines of fixed height', async () => {
    const styles = `<w:styles><w:style w:type="paragraph" w:styleId="Code"><w:pPr><w:spacing w:line="200" w:lineRule="exact"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="More"><w:basedOn w:val="Code"/></w:style><w:style w:type="paragraph" w:styleId="Free"><w:basedOn w:val="Code"/><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr></w:style></w:styles>`;
    const file = await wordFile(
      inParagraph('rId1', '<w:pStyle w:val="More"/>') +
        inParagraph('rId2', '<w:pStyle w:val="Free"/>'),
      [entry('word/styles.xml', styles)],
      [['rId20', 'styles', 'styles.xml']],
    );
    expect(await shown(file)).to.deep.equal(['10 × 8 shaped', '20 × 8']);
  });

  it('is left out by the first of several effects that hide it, and no other picture with it', async () => {
    const twice = recoloured('rId2', '<a:alphaModFix amt="0"/><a:lum bright="-100000"/>');
    expect(await ofBody(paragraph(run(inline('rId1') + twice)))).to.deep.equal(['10 × 8']);
  });

  const left = '<a:srcRect l="50000"/>';
  const xfrm = (how: string, crop = '') =>
    run(inline('rId1', { crop }).replace('<a:xfrm>', `<a:xfrm ${how}>`));
  const vmlShape = (style: string) =>
    run(
      `<w:pict><v:shape style="width:10pt;${style}"><v:imagedata r:id="rId1" cropleft=".5"/></v:shape></w:pict>`,
    );
  const group = (how: string, content: string) =>
    run(
      `<w:drawing><wp:inline><wpg:wgp><wpg:grpSpPr><a:xfrm ${how}/></wpg:grpSpPr>${content}</wpg:wgp></wp:inline></w:drawing>`,
    );
  const inGroup = inline('rId1', { crop: left }).replace(/^.*?(<pic:pic>.*<\/pic:pic>).*$/, '$1');
  const turned: readonly (readonly [what: string, body: string, is: string])[] = [
    ['clockwise', xfrm('rot="5400000"'), '8 × 10'],
    ['almost clockwise', xfrm('rot="5340000"'), '8 × 10'],
    ['a little', xfrm('rot="300000"'), '10 × 8'],
    ['clockwise, and cropped', xfrm('rot="5400000"', left), '8 × 5 at 0, 5 cropped'],
    ['upside down, and cropped', xfrm('rot="10800000"', left), '5 × 8 at 0, 0 cropped'],
    ['the other way, and cropped', xfrm('rot="-5400000"', left), '8 × 5 at 0, 0 cropped'],
    ['to its mirror image, and cropped', xfrm('flipH="1"', left), '5 × 8 at 0, 0 cropped'],
    ['over, and cropped', xfrm('flipV="true"', left), '5 × 8 at 5, 0 cropped'],
    [
      'over and clockwise, and cropped',
      xfrm('rot="5400000" flipH="1"', left),
      '8 × 5 at 0, 0 cropped',
    ],
    ['with its group', group('rot="5400000"', inGroup), '8 × 5 at 0, 5 cropped'],
    [
      'with its group, which is mirrored',
      group('flipH="1"', inGroup.replace('<a:xfrm>', '<a:xfrm rot="5400000">')),
      '8 × 5 at 0, 5 cropped',
    ],
    ['clockwise in an older document', vmlShape('rotation:90'), '8 × 5 at 0, 5 cropped'],
    [
      'the other way in an older document',
      vmlShape('rotation:-5898240fd;z-index:1'),
      '8 × 5 at 0, 0 cropped',
    ],
    ['to its mirror image in an older document', vmlShape('flip:x'), '5 × 8 at 0, 0 cropped'],
  ];
  for (const [what, body, is] of turned) {
    it(`is turned as Word turns it: ${what}`, async () => {
      const [first] = await ofBody(paragraph(body));
      expect(first).to.equal(is);
    });
  }

  it('is taken once more where it stands there turned', async () => {
    expect(
      await ofBody(paragraph(xfrm('') + xfrm('rot="5400000"') + xfrm('rot="5400000"'))),
    ).to.deep.equal(['10 × 8', '8 × 10']);
  });

  it('that is cropped and turned by its camera is left out, since its sides are not certain', async () => {
    const upright = jpegWith(
      segment(
        0xe1,
        'Exif\0\0',
        'MM\0*',
        be(8, 4),
        be(1, 2),
        be(0x0112, 2),
        be(3, 2),
        be(1, 4),
        be(6, 2),
        be(0, 6),
      ),
    );
    const parts = [
      entry('_rels/.rels', relationships(['rId1', 'officeDocument', 'word/document.xml'])),
      entry('word/_rels/document.xml.rels', relationships(['rId1', 'image', 'media/a.jpg'])),
      entry('word/media/a.jpg', upright),
    ];
    const file = async (crop: string) =>
      fileOf(
        await zip([...parts, entry('word/document.xml', run(inline('rId1', { crop })))]),
        'a.docx',
      );
    expect(await shown(await file('<a:srcRect l="50000"/>'))).to.deep.equal(['unknownCrop']);
    expect(await shown(await file(''))).to.deep.equal(['8 × 8']);
  });

  const hidden: readonly (readonly [what: string, body: string])[] = [
    ['a tracked deletion', paragraph(`<w:del w:id="1">${run(inline('rId1'))}</w:del>`)],
    [
      'text that was moved away',
      paragraph(`<w:moveFrom w:id="1">${run(inline('rId1'))}</w:moveFrom>`),
    ],
    [
      'an insertion that was deleted again',
      paragraph(`<w:ins w:id="1"><w:del w:id="2">${run(inline('rId1'))}</w:del></w:ins>`),
    ],
    [
      'a deleted row',
      `<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>${paragraph(run(inline('rId1')))}</w:tc></w:tr></w:tbl>`,
    ],
    [
      'a deleted cell',
      `<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr>${paragraph(run(inline('rId1')))}</w:tc></w:tr></w:tbl>`,
    ],
    ['hidden text', paragraph(run(inline('rId1'), '<w:b/><w:vanish/>'))],
    ['hidden text that says so', paragraph(run(inline('rId1'), '<w:vanish w:val="true"/>'))],
    ['a text box in hidden text', paragraph(run(textBox(run(inline('rId1'))), '<w:vanish/>'))],
    [
      'a text box that is deleted',
      paragraph(`<w:del>${run(textBox(run(inline('rId1'))))}</w:del>`),
    ],
    ['a hidden drawing', paragraph(run(inline('rId1', { hidden: ' hidden="1"' })))],
    [
      'a hidden drawing of an older document',
      paragraph(
        run(
          '<w:pict><v:shape style="width:1pt;visibility:hidden"><v:imagedata r:id="rId1"/></v:shape></w:pict>',
        ),
      ),
    ],
    [
      'the code of a field',
      paragraph(
        `${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>IF 1=2 "</w:instrText>')}${run(inline('rId1'))}${run('<w:fldChar w:fldCharType="separate"/>')}${run('<w:t>text</w:t>')}${run('<w:fldChar w:fldCharType="end"/>')}`,
      ),
    ],
    [
      'what stands in for a drawing that newer programs show',
      paragraph(
        run(
          `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wps:wsp/></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`,
        ),
      ),
    ],
    [
      'a hidden row',
      `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${paragraph(run(inline('rId1')))}</w:tc></w:tr></w:tbl>`,
    ],
    ['a drawing of no height', paragraph(run(inline('rId1').replace('cy="914400"', 'cy="0"')))],
    [
      'a drawing that is quite clear',
      paragraph(run(recoloured('rId1', '<a:alphaModFix amt="0"/>'))),
    ],
    [
      'a drawing that is quite black',
      paragraph(run(recoloured('rId1', '<a:lum bright="-100000" contrast="0"/>'))),
    ],
    [
      'a drawing that is of one colour',
      paragraph(run(recoloured('rId1', '<a:clrRepl><a:srgbClr val="000000"/></a:clrRepl>'))),
    ],
    [
      'a drawing without any contrast',
      paragraph(run(recoloured('rId1', '<a:lum contrast="-100000"/>'))),
    ],
    ['a drawing that is all white', paragraph(run(recoloured('rId1', '<a:biLevel thresh="0"/>')))],
    [
      'a quite clear drawing of an older document',
      paragraph(
        run('<w:pict><v:rect><v:fill type="frame" r:id="rId1" opacity="0"/></v:rect></w:pict>'),
      ),
    ],
    [
      'a quite black drawing of an older document',
      paragraph(
        run('<w:pict><v:shape><v:imagedata r:id="rId1" blacklevel="-.5"/></v:shape></w:pict>'),
      ),
    ],
    [
      'a cell that goes on with the one above',
      `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph('')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${paragraph(run(inline('rId1')))}</w:tc></w:tr></w:tbl>`,
    ],
    [
      'what older programs show in place of a text',
      paragraph(
        run(
          `<mc:AlternateContent><mc:Choice Requires="wps wp14"><w:t>text</w:t></mc:Choice><mc:Fallback>${inline('rId1')}</mc:Fallback></mc:AlternateContent>`,
        ),
      ),
    ],
    ['a sign of a list', paragraph(run('<a:buBlip><a:blip r:embed="rId1"/></a:buBlip>'))],
    ['a comment of the XML', `<!-- ${paragraph(run(inline('rId1')))} -->`],
  ];
  for (const [what, body] of hidden) {
    it(`is left out where it stands in ${what}`, async () => {
      expect(await ofBody(body, paragraph(run(inline('rId2'))))).to.deep.equal(['20 × 8']);
      expect(await ofBody(body)).to.deep.equal(['noPictures']);
    });
  }

  const visible: readonly (readonly [what: string, body: string])[] = [
    ['a tracked insertion', paragraph(`<w:ins w:id="1">${run(inline('rId1'))}</w:ins>`)],
    ['text that was moved here', paragraph(`<w:moveTo w:id="1">${run(inline('rId1'))}</w:moveTo>`)],
    ['text that is not hidden any more', paragraph(run(inline('rId1'), '<w:vanish w:val="0"/>'))],
    [
      'text that was hidden before a tracked change',
      paragraph(run(inline('rId1'), '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
    ],
    [
      'a paragraph whose end alone is hidden or deleted',
      paragraph(run(inline('rId1')), '<w:rPr><w:del w:id="1"/><w:vanish/></w:rPr>'),
    ],
    [
      'the result of a field',
      paragraph(
        `${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText>INCLUDEPICTURE</w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${run(inline('rId1'))}${run('<w:fldChar w:fldCharType="end"/>')}`,
      ),
    ],
    [
      'what stands in for something that holds no picture',
      paragraph(
        run(
          `<mc:AlternateContent><mc:Choice Requires="cx1"><w:drawing><cx:frame/></w:drawing></mc:Choice><mc:Fallback>${inline('rId1')}</mc:Fallback></mc:AlternateContent>`,
        ),
      ),
    ],
  ];
  for (const [what, body] of visible) {
    it(`is taken where it stands in ${what}`, async () => {
      expect(await ofBody(body)).to.deep.equal(['10 × 8']);
    });
  }

  const styles = `<w:styles><w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
    <w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="MoreSecret"><w:basedOn w:val="Secret"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Shown"><w:basedOn w:val="Secret"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Note"><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style></w:styles>`;
  const styled: readonly (readonly [what: string, body: string, is: string])[] = [
    ['a hidden style', paragraph(run(inline('rId1'), '<w:rStyle w:val="Secret"/>')), 'noPictures'],
    [
      'one based on it',
      paragraph(run(inline('rId1'), '<w:rStyle w:val="MoreSecret"/>')),
      'noPictures',
    ],
    [
      'one that shows it again',
      paragraph(run(inline('rId1'), '<w:rStyle w:val="Shown"/>')),
      '10 × 8',
    ],
    ['one based on itself', paragraph(run(inline('rId1'), '<w:rStyle w:val="Loop"/>')), '10 × 8'],
    [
      'a hidden style of its paragraph',
      paragraph(run(inline('rId1')), '<w:pStyle w:val="Note"/>'),
      'noPictures',
    ],
    [
      'a hidden style, and is shown by itself',
      paragraph(run(inline('rId1'), '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>')),
      '10 × 8',
    ],
  ];
  for (const [what, body, is] of styled) {
    it(`follows its style where it has ${what}`, async () => {
      const file = await wordFile(
        body,
        [entry('word/styles.xml', styles)],
        [['rId20', 'styles', 'styles.xml']],
      );
      expect(await shown(file)).to.deep.equal([is]);
    });
  }

  const headings = `<w:styles>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
    <w:style w:type="paragraph" w:styleId="Heading1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Heading2"><w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Folded"><w:basedOn w:val="Heading2"/><w:pPr><w15:collapsed/></w:pPr></w:style></w:styles>`;
  const heading = (style: string, properties = '', content = ''): string =>
    paragraph(run('<w:t>Otsikko</w:t>') + content, `<w:pStyle w:val="${style}"/>${properties}`);
  const collapsed = heading('Heading1', '<w15:collapsed/>');
  const picture = paragraph(run(inline('rId1')));
  const folds: readonly (readonly [what: string, body: string, ...is: string[]])[] = [
    ['a folded heading', collapsed + picture, 'noPictures'],
    [
      'a heading that says that it is not folded',
      heading('Heading1', '<w15:collapsed w:val="0"/>') + picture,
      '10 × 8',
    ],
    [
      'a heading of its own under a folded one',
      collapsed + heading('Heading2') + picture,
      'noPictures',
    ],
    ['the heading after a folded one', collapsed + heading('Heading1') + picture, '10 × 8'],
    [
      'a heading above a folded one',
      heading('Heading2', '<w15:collapsed/>') + heading('Heading1') + picture,
      '10 × 8',
    ],
    [
      'a folded heading itself',
      heading('Heading1', '<w15:collapsed/>', run(inline('rId1'))) + paragraph(run(inline('rId2'))),
      '10 × 8',
    ],
    ['a heading whose style folds', heading('Folded') + picture, 'noPictures'],
    [
      'a heading that its style would fold',
      heading('Folded', '<w15:collapsed w:val="false"/>') + picture,
      '10 × 8',
    ],
    [
      'a paragraph with a level and no style',
      paragraph(run('<w:t>Otsikko</w:t>'), '<w:outlineLvl w:val="2"/><w15:collapsed/>') + picture,
      'noPictures',
    ],
    [
      'text that can fold nothing',
      paragraph(run('<w:t>Teksti</w:t>'), '<w15:collapsed/>') + picture,
      '10 × 8',
    ],
    [
      'a table under a folded heading',
      `${collapsed}<w:tbl><w:tr><w:tc>${heading('Heading1')}${picture}</w:tc></w:tr></w:tbl>`,
      'noPictures',
    ],
    [
      'a text box of a folded heading',
      heading('Heading1', '<w15:collapsed/>', run(textBox(run(inline('rId1'))))) + picture,
      '10 × 8 uncovered',
      'shapesLeftOut',
    ],
  ];
  for (const [what, body, ...is] of folds) {
    it(`is ${is[0] === 'noPictures' ? 'left out' : 'taken'} where it stands under or in ${what}`, async () => {
      const file = await wordFile(
        body,
        [entry('word/styles.xml', headings)],
        [['rId20', 'styles', 'styles.xml']],
      );
      expect(await shown(file)).to.deep.equal(is);
    });
  }

  const covers: readonly (readonly [what: string, body: string])[] = [
    ['a text box', paragraph(run(inline('rId1')) + run(textBox()))],
    [
      'a shape of an older document',
      paragraph(
        run(inline('rId1')) +
          run('<w:pict><v:rect style="position:absolute" fillcolor="black"/></w:pict>'),
      ),
    ],
    [
      'a stroke of a pen',
      paragraph(
        run(inline('rId1')) +
          run(
            '<mc:AlternateContent><mc:Choice Requires="wpi"><w:drawing><wp:anchor><wp:wrapNone/><w14:contentPart r:id="rId30"/></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:drawing><wp:anchor><wp:wrapNone/><pic:pic><pic:blipFill><a:blip r:embed="rId2"/></pic:blipFill></pic:pic></wp:anchor></w:drawing></mc:Fallback></mc:AlternateContent>',
          ),
      ),
    ],
    [
      'a shape in the same canvas',
      paragraph(
        run(
          `<w:drawing><wp:inline><wpc:wpc><pic:pic><pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill></pic:pic><wps:wsp/></wpc:wpc></wp:inline></w:drawing>`,
        ),
      ),
    ],
  ];
  for (const [what, body] of covers) {
    it(`comes with a remark where ${what} may lie over it`, async () => {
      expect(await ofBody(body)).to.deep.equal(['10 × 8 uncovered', 'shapesLeftOut']);
    });
  }

  const behind = inline('rId1')
    .replaceAll('wp:inline', 'wp:anchor')
    .replace('<wp:anchor>', '<wp:anchor behindDoc="1">')
    .replace('<wp:docPr', '<wp:wrapNone/><wp:docPr');
  for (const [what, body] of [
    ['marked text', run('<w:t>text</w:t>', '<w:highlight w:val="black"/>')],
    ['shaded text', run('<w:t>text</w:t>', '<w:shd w:val="clear" w:fill="FFFFFF"/>')],
  ] as const)
    it(`comes with a remark where it lies behind the text and ${what} may cover it`, async () => {
      expect(await ofBody(paragraph(run(behind) + body))).to.deep.equal([
        '10 × 8 uncovered',
        'shapesLeftOut',
      ]);
      expect(await ofBody(paragraph(run(inline('rId1')) + body))).to.deep.equal(['10 × 8']);
      expect(await ofBody(paragraph(run(behind)))).to.deep.equal(['10 × 8']);
    });

  it('comes with a remark where a black one may lie over it', async () => {
    const black = recoloured('rId2', '<a:lum bright="-100000"/>')
      .replaceAll('wp:inline', 'wp:anchor')
      .replace('<wp:docPr', '<wp:wrapNone/><wp:docPr');
    expect(await ofBody(paragraph(run(inline('rId1') + black)))).to.deep.equal([
      '10 × 8 uncovered',
      'shapesLeftOut',
    ]);
  });

  it('comes with a remark where it fills a shape with text in it', async () => {
    const shape = (content: string) =>
      run(
        `<w:drawing><wp:inline><wps:wsp><wps:spPr><a:blipFill><a:blip r:embed="rId1"/></a:blipFill></wps:spPr>${content}</wps:wsp></wp:inline></w:drawing>`,
      );
    const text = `<wps:txbx><w:txbxContent>${paragraph(run('<w:t>text</w:t>'))}</w:txbxContent></wps:txbx>`;
    expect(await ofBody(paragraph(shape(text)))).to.deep.equal([
      '10 × 8 uncovered',
      'shapesLeftOut',
    ]);
    expect(await ofBody(paragraph(shape('')))).to.deep.equal(['10 × 8']);
  });

  it('comes with a remark where a table that floats has another picture', async () => {
    const table = (properties: string) =>
      `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tr><w:tc>${paragraph(run(inline('rId2')))}</w:tc></w:tr></w:tbl>`;
    expect(
      await ofBody(paragraph(run(inline('rId1'))), table('<w:tblpPr w:tblpX="1"/>')),
    ).to.deep.equal(['10 × 8 uncovered', '20 × 8 uncovered', 'shapesLeftOut']);
    expect(await ofBody(paragraph(run(inline('rId1'))), table(''))).to.deep.equal([
      '10 × 8',
      '20 × 8',
    ]);
  });

  it('comes with a remark where another picture may lie over it', async () => {
    const floating = inline('rId2')
      .replaceAll('wp:inline', 'wp:anchor')
      .replace('<wp:docPr', '<wp:wrapNone/><wp:docPr');
    expect(await ofBody(paragraph(run(inline('rId1') + floating)))).to.deep.equal([
      '10 × 8 uncovered',
      '20 × 8 uncovered',
      'shapesLeftOut',
    ]);
    expect(await ofBody(paragraph(run(floating)))).to.deep.equal(['20 × 8']);
  });

  const others: readonly (readonly [what: string, body: string])[] = [
    [
      'a shape that is deleted',
      paragraph(`${run(inline('rId1'))}<w:del>${run(textBox())}</w:del>`),
    ],
    [
      'a rule across the page',
      paragraph(run(inline('rId1')) + run('<w:pict><v:rect o:hr="t"/></w:pict>')),
    ],
    [
      'a shape in the line of the text',
      paragraph(
        run(inline('rId1')) + run('<w:drawing><wp:inline><wps:wsp/></wp:inline></w:drawing>'),
      ),
    ],
  ];
  for (const [what, body] of others) {
    it(`comes without a remark where there is ${what}`, async () => {
      expect(await ofBody(body)).to.deep.equal(['10 × 8']);
    });
  }
});
