import { jpegSegmentsOf, pngChunksOf, type PictureType } from '../../contract/picture-file.js';
import { noTurn, turnOf, type Turn } from '../turn.js';

/** What a camera says of a picture. */
export interface Exif {
  /** How it has to be turned to be upright. */
  readonly turn: Turn;
  /** Whether it names the maker of the camera, as every camera does. */
  readonly hasMaker: boolean;
}

const MAKER = 0x010f;
const ORIENTATION = 0x0112;
/** As the standard numbers them, from 1. */
const turns = [
  noTurn,
  turnOf(0, true),
  turnOf(2),
  turnOf(2, true),
  turnOf(3, true),
  turnOf(1),
  turnOf(1, true),
  turnOf(3),
];

const NAME = 'Exif\0\0';
const startsWithName = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, NAME.length)) === NAME;

/** The chunks of a WebP, as far as they reach. */
export function* webpChunksOf(bytes: Uint8Array<ArrayBuffer>): Generator<{
  readonly name: string;
  readonly at: number;
  readonly data: number;
  readonly end: number;
  /** Behind the byte that fills it up to an even length. */
  readonly next: number;
}> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    const data = at + 8;
    const end = data + length;
    const next = end + (length % 2);
    yield { name: String.fromCharCode(...bytes.subarray(at, at + 4)), at, data, end, next };
    at = next;
  }
}

/** What stands in the file of it, in the form of a TIFF without pictures. */
function* blocksOf(bytes: Uint8Array<ArrayBuffer>, type: PictureType): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'image/jpeg') {
    for (const { marker, data, length } of jpegSegmentsOf(view, bytes)) {
      const content = bytes.subarray(data, data + length - 2);
      if (marker === 0xe1 && startsWithName(content)) yield content.subarray(NAME.length);
    }
  } else if (type === 'image/png') {
    for (const { name, data, length } of pngChunksOf(view, bytes))
      if (name === 'eXIf') yield bytes.subarray(data, data + length);
  } else if (type === 'image/webp') {
    for (const { name, data, end } of webpChunksOf(bytes)) {
      const content = bytes.subarray(data, end);
      // Some programs write it as in a JPEG.
      if (name === 'EXIF') yield startsWithName(content) ? content.subarray(NAME.length) : content;
    }
  }
}

/** The first directory of a TIFF. */
function directoryOf(block: Uint8Array): Exif | undefined {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const isLittle = order === 0x4949;
  const start = view.getUint32(4, isLittle);
  let turn = noTurn;
  let hasMaker = false;
  for (let index = 0; index < view.getUint16(start, isLittle); index += 1) {
    const at = start + 2 + 12 * index;
    const tag = view.getUint16(at, isLittle);
    if (tag === MAKER) hasMaker = true;
    if (tag === ORIENTATION) turn = turns[view.getUint16(at + 8, isLittle) - 1] ?? noTurn;
  }
  return { turn, hasMaker };
}

/** Nothing where there is none, or none that can be read. */
export function exifOf(bytes: Uint8Array<ArrayBuffer>, type: PictureType): Exif | undefined {
  try {
    for (const block of blocksOf(bytes, type)) {
      const found = directoryOf(block);
      if (found) return found;
    }
  } catch (error) {
    // It was cut off where something was to be read.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}
