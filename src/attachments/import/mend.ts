import {
  jpegSegmentsOf,
  pngChannels,
  pngChunksOf,
  type Dimensions,
  type PictureType,
} from '../../contract/picture-file.js';
import { pngChunk } from '../write-png.js';
import { webpChunksOf } from './exif.js';

type Bytes = Uint8Array<ArrayBuffer>;

const viewOf = (bytes: Bytes): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const joined = async (...parts: readonly Bytes[]): Promise<Bytes> =>
  new Uint8Array(await new Blob([...parts]).arrayBuffer());

/** Goes through the parts of a file until it was cut off where something was to be read. */
function untilCut(read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

/** Whether a stream of zlib is right and holds so many bytes. Not every browser minds where its end is missing. */
async function holds(parts: readonly Bytes[], least: number, most: number): Promise<boolean> {
  const reader = new Blob([...parts])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'))
    .getReader();
  try {
    let length = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > most) return false;
    }
    return length >= least;
  } catch {
    return false;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function mendPng(bytes: Bytes, { width, height }: Dimensions): Promise<Bytes> {
  const before: Bytes[] = [bytes.subarray(0, 8)];
  const pixels: Bytes[] = [];
  let turns: readonly [at: number, next: number] | undefined;
  let hasEnd = false;
  untilCut(() => {
    for (const { name, at, data, length, next } of pngChunksOf(viewOf(bytes), bytes)) {
      hasEnd ||= name === 'IEND';
      if (name === 'eXIf') turns = [at, next];
      else if (name === 'IDAT') pixels.push(bytes.subarray(data, data + length));
      else if (!pixels.length) before.push(bytes.subarray(at, next));
    }
  });
  if (hasEnd) return turns ? joined(bytes.subarray(0, turns[0]), bytes.subarray(turns[1])) : bytes;
  const bits = (bytes[24] ?? 0) * (pngChannels[bytes[25] ?? 0] ?? 0);
  const rows = height * Math.ceil((width * bits) / 8);
  // Each row begins with a byte more; an interlaced picture has nearly twice as many.
  if (!(await holds(pixels, rows + height, 2 * (rows + height)))) return bytes;
  return joined(
    ...before,
    pngChunk('IDAT', await joined(...pixels)),
    pngChunk('IEND', new Uint8Array()),
  );
}

/** What stands behind the pixels may be cut off, and the length of all may be wrong. */
async function mendWebp(bytes: Bytes): Promise<Bytes> {
  const kept: Bytes[] = [];
  for (const { name, at, data, end, next } of webpChunksOf(bytes)) {
    const isPicture = ['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'].includes(name);
    // Only the byte by which a chunk is filled up may be missing.
    if ((name !== 'VP8X' && !isPicture) || end > bytes.length) continue;
    const chunk = new Uint8Array(next - at);
    chunk.set(bytes.subarray(at, next));
    // Of the flags, those for what a camera and other programs say.
    if (name === 'VP8X') chunk[data - at] = (chunk[data - at] ?? 0) & ~0x0c;
    kept.push(chunk);
  }
  const length = kept.reduce((sum, chunk) => sum + chunk.length, 4);
  const start = bytes.slice(0, 12);
  viewOf(start).setUint32(4, length, true);
  return joined(start, ...kept);
}

async function mendJpeg(bytes: Bytes): Promise<Bytes> {
  let hasEnd = false;
  untilCut(() => {
    for (const { marker } of jpegSegmentsOf(viewOf(bytes), bytes)) hasEnd ||= marker === 0xd9;
  });
  return hasEnd ? bytes : joined(bytes, new Uint8Array([0xff, 0xd9]));
}

/** Where the mask for how opaque a pixel is stands in a bitmap, where its header has one. */
const ALPHA_MASK = 66;

/** Programs of Windows leave empty what nobody was to look at: a picture of which nothing would be seen. */
function mendBmp(bytes: Bytes): Bytes {
  const view = viewOf(bytes);
  if (bytes.length < 70 || view.getUint32(14, true) < 56 || view.getUint16(28, true) !== 32)
    return bytes;
  const mask = view.getUint32(ALPHA_MASK, true);
  for (let at = view.getUint32(10, true); at + 4 <= bytes.length; at += 4)
    if (view.getUint32(at, true) & mask) return bytes;
  const mended = bytes.slice();
  viewOf(mended).setUint32(ALPHA_MASK, 0, true);
  return mended;
}

/**
 * A picture as all browsers decode it alike: with the end that it lacks, and without what only some of them turn it by. It is the file
 * itself where that is so already. Whether all pixels are there, it doesn't say.
 */
export async function mended(
  bytes: Bytes,
  type: PictureType,
  dimensions: Dimensions,
): Promise<Bytes> {
  switch (type) {
    case 'image/png':
      return mendPng(bytes, dimensions);
    case 'image/webp':
      return mendWebp(bytes);
    case 'image/jpeg':
      return mendJpeg(bytes);
    case 'image/bmp':
      return mendBmp(bytes);
    case 'image/gif':
      return bytes;
  }
}
