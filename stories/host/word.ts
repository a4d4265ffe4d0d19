import { strToU8, zipSync } from 'fflate';
import { screen } from './screens.js';

const relationships = (...rows: readonly (readonly [id: string, type: string, target: string])[]) =>
  strToU8(
    `<Relationships>${rows
      .map(
        ([id, type, target]) =>
          `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`,
  );

/** A Word document with that body, in which `rId1` is a screen. */
export async function wordDocument(name: string, body: string): Promise<File> {
  const picture = new Uint8Array(await (await screen()).arrayBuffer());
  const content = zipSync({
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': relationships(['rId1', 'image', 'media/image1.png']),
    'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`),
    'word/media/image1.png': picture,
  });
  return new File([Uint8Array.from(content)], name);
}

/** A picture in the line of the text, of which Word shows the upper half, with soft edges. */
export const halfPicture = `<w:p><w:r><w:drawing><wp:inline><pic:pic><pic:blipFill><a:blip r:embed="rId1"/><a:srcRect b="50000"/></pic:blipFill><pic:spPr><a:effectLst><a:softEdge rad="317500"/></a:effectLst></pic:spPr></pic:pic></wp:inline></w:drawing></w:r></w:p>`;
