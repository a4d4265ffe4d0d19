import type { FileType } from './file-type.js';

/**
 * How many pixels a picture would decode to, read from its header alone: a file of 48 kB may decode to 20,000 × 20,000.
 * Nothing where the header isn't whole or names no size.
 */
export function pixelsOf(bytes: Uint8Array, type: Exclude<FileType, 'application/pdf'>): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readers[type](view) || undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const readers: Readonly<Record<Exclude<FileType, 'application/pdf'>, (view: DataView) => number>> = {
  'image/png': pngPixels,
  'image/jpeg': jpegPixels,
  'image/webp': webpPixels,
};

const nameAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

/** IHDR is always the first chunk and 13 bytes long. */
function pngPixels(view: DataView): number {
  if (view.getUint32(8) !== 13 || nameAt(view, 12) !== 'IHDR') return 0;
  return view.getUint32(16) * view.getUint32(20);
}

const STANDALONE = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
const FRAME = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** The largest frame before the first scan. */
function jpegPixels(view: DataView): number {
  let largest = 0;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return 0;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
    } else if (STANDALONE(marker)) {
      at += 2;
    } else {
      if (marker === START_OF_SCAN || marker === END_OF_IMAGE) return largest;
      if (FRAME(marker)) largest = Math.max(largest, view.getUint16(at + 5) * view.getUint16(at + 7));
      at += 2 + view.getUint16(at + 2);
    }
  }
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);

/** The largest of the canvas and its pictures, since a decoder may go by either. */
function webpPixels(view: DataView): number {
  let largest = 0;
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const name = nameAt(view, at);
    const size = view.getUint32(at + 4, true);
    const data = at + 8;
    if (name === 'VP8X') {
      largest = Math.max(largest, (uint24(view, data + 4) + 1) * (uint24(view, data + 7) + 1));
    } else if (name === 'VP8L') {
      const bits = view.getUint32(data + 1, true);
      largest = Math.max(largest, ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1));
    } else if (name === 'VP8 ') {
      largest = Math.max(largest, (view.getUint16(data + 6, true) & 0x3fff) * (view.getUint16(data + 8, true) & 0x3fff));
    }
    at = data + size + (size % 2);
  }
  return largest;
}
