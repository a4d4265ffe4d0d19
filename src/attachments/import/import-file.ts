import {
  fileTypeOf,
  isPictureType,
  type FileType,
  type PictureType,
} from '../../contract/picture-file.js';
import { typesOf } from '../document-types.js';
import { noEdits } from '../edits.js';
import type { ImportedFiles } from './accepted.js';
import { decode, type Decoded } from './decode.js';
import {
  mostComing,
  pictureExtensions,
  takesPictures,
  wordExtensions,
  type Limits,
} from './import-limits.js';
import { pdfFault } from './pdf.js';
import type { RefusalCode } from './refusal.js';
import { extensionOf, pictureName, safeName } from './safe-name.js';

const isWord = (extension: string): boolean => [...wordExtensions, 'doc'].includes(extension);

/** What Word opens beside its own documents, which other programs also write under the old ending. */
const isOldWord = (kind: Kind, extension: string): boolean =>
  (kind === 'rtf' && (isWord(extension) || extension === 'rtf')) ||
  (kind === 'markup' && extension === 'doc');

const refusing = (name: string, code: RefusalCode): ImportedFiles => ({
  accepted: [],
  refused: [{ name, code }],
  remarks: [],
});

/** What a file is by its first bytes; Word writes zip archives, and wrote compound files before. */
type Kind = FileType | 'zip' | 'compound' | 'rtf' | 'markup' | undefined;

function kindOf(start: Uint8Array): Kind {
  const type = fileTypeOf(start);
  if (type) return type;
  const text = String.fromCharCode(...start);
  if (/^PK(?:\x03\x04|\x05\x06)/.test(text)) return 'zip';
  if (text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'compound';
  if (text.startsWith('{\\rtf')) return 'rtf';
  // In UTF-8 or UTF-16, with a mark of the byte order or without: a page or an SVG may hold scripts.
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(text) ? 'markup' : undefined;
}

const isTaken = (type: string, extension: string, { types }: Limits): boolean =>
  types.some((taken) =>
    taken.startsWith('.')
      ? taken.slice(1).toLowerCase() === extension
      : !taken.startsWith('image/') &&
        (taken === type ||
          taken === '*/*' ||
          (taken.endsWith('/*') && type.startsWith(taken.slice(0, -1)))),
  );

/** What a document is called, so that it is taken where that is. */
const typeOf = (kind: Kind, { type }: File, extension: string, limits: Limits): string =>
  kind === 'application/pdf'
    ? kind
    : ([type, ...typesOf(extension)].find((known) => known && isTaken(known, '', limits)) ?? type);

/** A document goes on as it is, so it must be what its name says as far as anybody can tell. */
function documentRefusal(
  file: File,
  kind: Kind,
  type: string,
  extension: string,
  limits: Limits,
): RefusalCode | undefined {
  const isOffice = kind === 'zip' || kind === 'compound';
  if (pictureExtensions.includes(extension) || (isWord(extension) && !isOffice))
    return 'notAsNamed';
  if ((kind === 'application/pdf') !== (extension === 'pdf')) return 'notAsNamed';
  if (kind === 'markup' || !isTaken(type, extension, limits)) return 'unsupportedType';
  return file.size > limits.bytesEach ? 'tooLarge' : undefined;
}

async function takePicture(
  file: File,
  type: PictureType,
  limits: Limits,
): Promise<Decoded | RefusalCode> {
  if (!takesPictures(limits)) return 'unsupportedType';
  if (file.size > mostComing) return 'tooLarge';
  return decode(file, type, limits);
}

async function importWord(
  file: File,
  name: string,
  isOld: boolean,
  limits: Limits,
): Promise<ImportedFiles> {
  const { extractPictures } = await import('./docx.lazy.js').catch(() => ({
    extractPictures: undefined,
  }));
  return extractPictures ? extractPictures(file, name, isOld, limits) : refusing(name, 'notLoaded');
}

async function importChecked(
  file: File,
  name: string,
  limits: Limits,
  room: number,
): Promise<ImportedFiles> {
  const refuse = (code: RefusalCode): ImportedFiles => refusing(name, code);
  if (!file.size) {
    // A folder seems to be empty too, but can't be read.
    await file.arrayBuffer();
    return refuse('empty');
  }
  const kind = kindOf(new Uint8Array(await file.slice(0, 1024).arrayBuffer()));
  const extension = extensionOf(name);

  if (isPictureType(kind)) {
    const picture = await takePicture(file, kind, limits);
    if (typeof picture === 'string') return refuse(picture);
    const { isPhoto, remarks, ...decoded } = picture;
    return {
      accepted: [{ kind: 'picture', name: pictureName(name, isPhoto), edits: noEdits, ...decoded }],
      refused: [],
      remarks: remarks.map((code) => ({ name, code })),
    };
  }
  if (isWord(extension) && (kind === 'zip' || kind === 'compound') && takesPictures(limits)) {
    return importWord(file, name, kind === 'compound', { ...limits, count: room });
  }
  const type = typeOf(kind, file, extension, limits);
  if (isOldWord(kind, extension) && takesPictures(limits) && !isTaken(type, extension, limits))
    return refuse('oldWord');
  const code = documentRefusal(file, kind, type, extension, limits);
  if (code) return refuse(code);
  // Kept as it is now: who saves it again before it is sent would else have nothing that can be sent.
  const kept = new File([await file.arrayBuffer()], name, {
    type,
    lastModified: file.lastModified,
  });
  const fault = kind === 'application/pdf' ? await pdfFault(kept) : undefined;
  if (fault === 'cutOff') return refuse('damaged');
  return {
    accepted: [{ kind: 'document', name, file: kept }],
    refused: [],
    remarks: fault ? [{ name, code: 'encryptedPdf' }] : [],
  };
}

/**
 * Checks one file that a person or host gave: its type by its content, its size, and a picture's dimensions before it is decoded.
 * Pictures come back as pixels; those in a Word document are taken out of it.
 *
 * @param room how many more files the list can hold
 */
export async function importFile(
  file: File,
  limits: Limits,
  room = limits.count,
): Promise<ImportedFiles> {
  const name = safeName(file.name);
  try {
    return await importChecked(file, name, limits, room);
  } catch (error) {
    // What a folder does, or a file that was moved or changed since it was chosen.
    if (error instanceof DOMException) return refusing(name, 'unreadable');
    throw error;
  }
}
