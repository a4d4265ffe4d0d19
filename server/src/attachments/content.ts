import { crc32 } from 'node:zlib';
import {
  dimensionsOf,
  fileTypeOf,
  hasMetadata,
  isDeep,
  isPdf,
  isPictureType,
  isWhole,
  type AttachmentLimits,
} from '../../../src/contract/index.js';
import { ProblemError } from '../http/problem-error.js';
import { contentOf } from './picture-content.js';

const wrong = (code: 'format' | 'notAllowed', detail: string): ProblemError =>
  new ProblemError('validation', { detail, errors: [{ pointer: '#content', code }] });

const latin1 = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('latin1');

/** The endings that files of a type go by, the usual one first. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg', '.jfif', '.jpe'],
  'image/webp': ['.webp'],
  'application/pdf': ['.pdf'],
};

/**
 * The name that a customer gave a file, for whoever saves it: with an ending of the type that its bytes have, so that
 * `ohje.hta` or `lasku.pdf.exe` is opened as the document that it is and run by nothing.
 */
export function nameForType(name: string, type: string): string {
  const known = endings[type] ?? [];
  // Some systems leave dots and spaces at the end of a name away, and so come to another ending.
  const plain = name.replace(/[\s.]+$/u, '');
  const [usual = ''] = known;
  return known.some((ending) => plain.toLowerCase().endsWith(ending)) ? plain : plain + usual;
}

/**
 * Lets through only what its bytes say it is, within the limits. Of a picture everything must be there, and nothing else: a
 * widget sends what it has drawn itself, so whatever travels along is somebody's data that nobody meant to send. Nothing is kept
 * decoded; the rows of a PNG are counted as they come, since what was cut away may stand below those that are shown.
 */
export async function checkContent(
  content: Uint8Array,
  type: string,
  { pixels }: AttachmentLimits,
): Promise<void> {
  const found = fileTypeOf(content);
  if (found !== type)
    throw new ProblemError('unsupportedType', { detail: `The bytes are not those of ${type}` });
  if (found === 'application/pdf' && !isPdf(latin1(content)))
    throw wrong('format', 'The document has no parts of a PDF, or is cut off');
  if (!isPictureType(found)) return;
  const dimensions = dimensionsOf(content, found);
  if (!dimensions)
    throw new ProblemError('unsupportedType', {
      detail: `The header of the ${type} names no width and height`,
    });
  const { width, height } = dimensions;
  // A colour of 16 bits takes twice the memory of one of 8, and that is what the limit is for.
  const isDeepOne = isDeep(content, found);
  if (width * height * (isDeepOne ? 2 : 1) > pixels)
    throw new ProblemError('tooLarge', {
      detail: isDeepOne
        ? `${width} × ${height} pixels of 16 bits a colour are more than ${pixels / 2}`
        : `${width} × ${height} pixels are more than ${pixels}`,
    });
  const inside = isWhole(content, found, crc32)
    ? hasMetadata(content, found)
      ? 'more'
      : await contentOf(content, found)
    : 'damaged';
  if (inside === 'damaged') throw wrong('format', `The ${type} is damaged or cut off`);
  if (inside === 'more')
    throw wrong(
      'notAllowed',
      `The ${type} holds more than the picture that it shows: metadata, another picture, hidden rows, or bytes behind its end`,
    );
}

/** A name to save it under; its own name isn't kept, so it can do no harm. */
export const savedName = (id: string, type: string): string =>
  `${id}.${type.replace(/^.*\//, '').replace('jpeg', 'jpg')}`;
