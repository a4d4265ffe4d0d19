import { png, utf8, zip, type ZipEntry } from '../../tools/file-bytes.js';
import { fileOf } from './import-page.js';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What the relationships of a part say: id, last part of the type, target. */
export type Related = readonly [id: string, type: string, target: string];

export const relationships = (...all: readonly Related[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${office}/${type}`}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** A picture as Word writes it, in the line of the text. */
export const inline = (id: string, { crop = '', geometry = 'rect', hidden = '' } = {}): string =>
  `<w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="Picture 1"${hidden}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}" cstate="print"><a:extLst><a:ext uri="{28A0092B-C50C-407E-A947-70E740481C1C}"><a14:useLocalDpi val="0"/></a:ext></a:extLst></a:blip>${crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="${geometry}"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;

/** The same with an effect on its colours. */
export const recoloured = (id: string, effect: string): string =>
  inline(id).replace('<a:extLst>', `${effect}<a:extLst>`);

/** A text box as Word writes it: the shape, and below it the same for Word 2007. */
export const textBox = (content = ''): string =>
  `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor behindDoc="0"><wp:wrapNone/><wp:docPr id="2" name="Text Box 2"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="000000"/></a:solidFill></wps:spPr><wps:txbx><w:txbxContent><w:p>${content}</w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape type="#_x0000_t202" style="position:absolute" fillcolor="black"><v:textbox><w:txbxContent><w:p>${content}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;

export const run = (content: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;

export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

export const entry = (name: string, content: string | Uint8Array): ZipEntry => ({
  name,
  content: typeof content === 'string' ? utf8(content) : content,
});

/** Pictures that are told apart by their widths: `rId1` is 10 pixels wide, `rId2` 20, each 8 high. */
const media = (count: number): Promise<ZipEntry[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, index) =>
      entry(`word/media/image${index + 1}.png`, await png({ width: (index + 1) * 10 })),
    ),
  );

/** A Word document with that body, with pictures `rId1` to `rId9`, and with further parts. */
export async function wordFile(
  body: string,
  further: readonly ZipEntry[] = [],
  related: readonly Related[] = [],
): Promise<File> {
  const images = Array.from({ length: 9 }, (_, index): Related => [
    `rId${index + 1}`,
    'image',
    `media/image${index + 1}.png`,
  ]);
  return fileOf(
    await zip([
      entry('_rels/.rels', relationships(['rId1', 'officeDocument', 'word/document.xml'])),
      entry('word/document.xml', `<w:document><w:body>${body}</w:body></w:document>`),
      entry('word/_rels/document.xml.rels', relationships(...images, ...related)),
      ...(await media(9)),
      ...further,
    ]),
    'ohje.docx',
  );
}
