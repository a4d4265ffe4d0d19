import { fileTypeOf, isPictureType } from '../../contract/picture-file.js';
import { noEdits, type Edits } from '../edits.js';
import { noTurn, turnedBy, turnPixels, type Turn } from '../turn.js';
import { Archive, ArchiveError } from './archive.js';
import { noCrop, pixelsOf, turnCrop, type CropOrUnknown } from './crop.js';
import { decode, type Decoded } from './decode.js';
import { exifOf } from './exif.js';
import { TextStyles, isOn } from './text-styles.js';
import type { Limits } from './import-limits.js';
import { mostText, Package, type Relationships } from './package.js';
import { formatOf } from './picture-format.js';
import type { Refusal, RefusalCode, Remark } from './refusal.js';
import { pictureName } from './safe-name.js';
import { shownIn, type Shown } from './shown.js';
import type { Accepted, ImportedFiles } from './accepted.js';
import type { PictureNote } from '../entry.js';
import { tagsIn } from './xml.js';

/** A picture as the document shows it. */
interface Placed {
  readonly part: string;
  readonly crop: CropOrUnknown;
  readonly turn: Turn;
  readonly hasShape: boolean;
  readonly isRecoloured: boolean;
}

const noteParts = new Map([
  ['footnotes', 'footnote'],
  ['endnotes', 'endnote'],
  ['comments', 'comment'],
]);

/** All pictures that a Word document shows, in their order: those of the text, then those of its notes. */
class DocumentReader {
  readonly pictures: Placed[] = [];
  hasExternal = false;
  hasShapes = false;
  hasDocument = false;
  readonly #package: Package;
  #styles = new TextStyles();
  #hasEvenPages = false;
  #hasFirstPage = false;
  readonly #read = new Set<string>();

  constructor(container: Package) {
    this.#package = container;
  }

  /** @throws {ArchiveError} */
  async read(): Promise<void> {
    const main = await this.#package.mainPart();
    const relationships = await this.#package.relationshipsOf(main);
    const partOf = (wanted: string) =>
      [...relationships.values()].find(({ type, part }) => type === wanted && part)?.part;
    const textOf = async (wanted: string) => {
      const part = partOf(wanted);
      return part !== undefined && this.#package.has(part) ? this.#package.text(part) : '';
    };
    this.#styles = new TextStyles(await textOf('styles'));
    for (const { name, attribute } of tagsIn(await textOf('settings')))
      if (name === 'evenAndOddHeaders') this.#hasEvenPages = isOn(attribute('val'));
    const { notes } = await this.#readPart(main, relationships);
    for (const [type, note] of noteParts) {
      const part = partOf(type);
      const hasAny = [...notes].some((id) => id.startsWith(`${note} `));
      if (part !== undefined && hasAny && this.#package.has(part))
        await this.#readPart(part, await this.#package.relationshipsOf(part), notes);
    }
  }

  async #readPart(
    part: string,
    relationships: Relationships,
    onlyNotes?: ReadonlySet<string>,
  ): Promise<Shown> {
    this.#read.add(part);
    const xml = await this.#package.text(part);
    const shown = shownIn(xml, this.#styles, onlyNotes);
    this.#hasFirstPage ||= shown.hasFirstPage;
    this.hasDocument ||= shown.hasDocument;
    const before = this.pictures.length;
    for (const item of shown.items) {
      if (item.kind === 'part') {
        const { pages } = item;
        const isShown =
          pages === 'first' ? this.#hasFirstPage : pages !== 'even' || this.#hasEvenPages;
        if (isShown) await this.#readFurther(item.id, relationships);
        continue;
      }
      const found = item.ids.flatMap((id) => relationships.get(id) ?? []);
      const images = found.filter(({ type }) => type === 'image');
      const own = images.find((image) => image.part !== undefined)?.part;
      if (own === undefined) this.hasExternal ||= images.length > 0;
      // An SVG stands beside the picture that is shown by programs which don't know it.
      else this.#place({ ...item, part: own });
    }
    if (shown.hasShapes && this.pictures.length > before) this.hasShapes = true;
    return shown;
  }

  /** A header, a footer, a chart, or a diagram. What a diagram looks like is kept in a part of its own, beside what it says. */
  async #readFurther(id: string, relationships: Relationships): Promise<void> {
    let part = relationships.get(id)?.part;
    if (part === undefined || !this.#package.has(part) || this.#read.has(part)) return;
    if (relationships.get(id)?.type === 'diagramData') {
      this.#read.add(part);
      for (const { name, attribute } of tagsIn(await this.#package.text(part))) {
        const drawn = name === 'dataModelExt' && relationships.get(attribute('relId') ?? '')?.part;
        if (drawn && this.#package.has(drawn)) part = drawn;
      }
    }
    await this.#readPart(part, await this.#package.relationshipsOf(part));
  }

  /** The same picture may stand in the text several times: it is taken once, unless another part of it is shown, or turned. */
  #place(placed: Placed): void {
    const keyOf = ({ part, crop, turn }: Placed) => JSON.stringify([part, crop, turn]);
    if (!this.pictures.some((picture) => keyOf(picture) === keyOf(placed)))
      this.pictures.push(placed);
  }
}

interface Taken extends Decoded {
  readonly edits: Edits;
  readonly notes: readonly PictureNote[];
}

/** A picture with what Word shows of it; never more than that, unless the person takes the crop away. */
async function takePicture(
  { archive }: Package,
  { part, crop, turn, hasShape, isRecoloured }: Placed,
  contentType: string,
  limits: Limits,
): Promise<Taken | Omit<Refusal, 'name'>> {
  if (crop === 'unknown') return { code: 'unknownCrop' };
  if (!archive.has(part)) return { code: 'damaged' };
  const bytes = await archive.read(part, limits.bytesEach);
  const type = fileTypeOf(bytes);
  if (!isPictureType(type)) {
    const format = formatOf(bytes, contentType, part);
    return format ? { code: 'pictureFormat', format } : { code: 'notAsNamed' };
  }
  const isCropped = JSON.stringify(crop) !== JSON.stringify(noCrop);
  // Whether its sides are those before or after turning isn't agreed on among programs.
  if (isCropped && (exifOf(bytes, type)?.turn ?? noTurn) !== noTurn) return { code: 'unknownCrop' };
  const picture = await decode(new Blob([bytes]), type, limits);
  if (typeof picture === 'string') return { code: picture };
  const source = turnPixels(picture.source, turn);
  const rect = pixelsOf(turnCrop(crop, turn), source);
  if (!rect) {
    source.close();
    return { code: 'unknownCrop' };
  }
  return {
    ...picture,
    source,
    turn: turnedBy(picture.turn, turn),
    edits: isCropped ? { ...noEdits, crop: rect } : noEdits,
    notes: [
      ...(isCropped ? (['cropped'] as const) : []),
      ...(hasShape ? (['shaped'] as const) : []),
      ...(isRecoloured ? (['recoloured'] as const) : []),
    ],
  };
}

/** A document with a password is a compound file around what is encrypted, and so is what Word wrote before 2007. */
async function isEncrypted(file: File): Promise<boolean> {
  return new TextDecoder('utf-16le').decode(await file.arrayBuffer()).includes('EncryptedPackage');
}

/**
 * Takes the pictures out of a Word document, in their order in the text, as the text shows them: cropped, and without those that
 * are deleted or hidden. Nothing is fetched. Where one of them is more than can be opened, none is taken.
 */
export async function extractPictures(
  file: File,
  name: string,
  isOld: boolean,
  limits: Limits,
): Promise<ImportedFiles> {
  const accepted: Accepted[] = [];
  const refused: Refusal[] = [];
  const refuseAll = (code: RefusalCode): ImportedFiles => {
    for (const picture of accepted) if (picture.kind === 'picture') picture.source.close();
    return { accepted: [], refused: [{ name, code }], remarks: [] };
  };
  if (file.size > limits.bytesTotal) return refuseAll('tooMuchInside');
  if (isOld) return refuseAll((await isEncrypted(file)) ? 'encrypted' : 'oldWord');

  try {
    const container = new Package(await Archive.open(file, mostText + limits.bytesTotal));
    const reader = new DocumentReader(container);
    await reader.read();
    const { pictures, hasExternal, hasShapes, hasDocument } = reader;
    if (hasExternal) refused.push({ name, code: 'externalPictures' });
    if (hasDocument) refused.push({ name, code: 'innerDocument' });
    if (!pictures.length && !refused.length) refused.push({ name, code: 'noPictures' });
    const remarks: Remark[] = [];
    let left = 0;
    for (const placed of pictures) {
      if (accepted.length >= limits.count) {
        left += 1;
        continue;
      }
      const { part } = placed;
      const picture = await takePicture(
        container,
        placed,
        await container.contentTypeOf(part),
        limits,
      );
      const nameInside = `${name} › ${part.replace(/^.*\//, '')}`;
      if ('code' in picture) refused.push({ ...picture, name: nameInside });
      else {
        const { notes, isPhoto, remarks: ofPicture, ...rest } = picture;
        remarks.push(...ofPicture.map((code) => ({ name: nameInside, code })));
        accepted.push({
          ...rest,
          kind: 'picture',
          name: pictureName(name, isPhoto, accepted.length + 1),
          fromWord: [...notes, ...(hasShapes ? (['uncovered'] as const) : [])],
        });
      }
    }
    if (left) refused.push({ name, code: 'tooManyInside', taken: accepted.length, left });
    if (hasShapes && accepted.length) remarks.push({ name, code: 'shapesLeftOut' });
    return { accepted, refused, remarks };
  } catch (error) {
    if (error instanceof ArchiveError) return refuseAll(error.code);
    throw error;
  }
}
