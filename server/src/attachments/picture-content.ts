import { createInflate, inflateSync } from 'node:zlib';
import {
  jpegSegmentsOf,
  MOST_PROFILE,
  pngChannels,
  pngChunksOf,
  type PictureType,
} from '../../../src/contract/index.js';

/** What the parts of a picture hold beside what their names say: too little to show it, or more than is shown. */
export type Content = 'right' | 'damaged' | 'more';

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);

/** What a profile of a screen says. Programs add parts of their own, in which anything may stand. */
const PROFILE_PARTS =
  /^(?:desc|cprt|wtpt|bkpt|chad|[rgbk]TRC|[rgb]XYZ|lumi|cicp|dmnd|dmdd|vued|view|meas|tech|mmod|ndin|vcgt|A2B[0-2]|B2A[0-2])$/;

/** Whether bytes are a colour profile from the first to the last, in parts that are known [ICC.1:2022, 7]. */
export function isColourProfile(profile: Uint8Array): boolean {
  if (profile.length < 132 || profile.length > MOST_PROFILE) return false;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const count = view.getUint32(128);
  if (view.getUint32(0) !== profile.length || latin1(profile, 36, 40) !== 'acsp') return false;
  if (count === 0 || 132 + 12 * count > profile.length) return false;
  const parts = Array.from({ length: count }, (_, index) => {
    const at = 132 + 12 * index;
    const start = view.getUint32(at + 4);
    return { name: latin1(profile, at, at + 4), start, end: start + view.getUint32(at + 8) };
  }).sort((one, other) => one.start - other.start || one.end - other.end);
  let end = 132 + 12 * count;
  for (const { name, start, end: next } of parts) {
    // Parts stand one behind the other, each filled up to whole words; several may be the same.
    if (!PROFILE_PARTS.test(name) || start > end + 3) return false;
    end = Math.max(end, next);
  }
  return end <= profile.length && profile.length <= end + 3;
}

/** A profile with its name before it, both compressed [PNG 11.3.2.3]. */
function isPngProfile(chunk: Uint8Array): boolean {
  const start = chunk.indexOf(0) + 2;
  if (start < 3 || start > 81 || chunk[start - 1] !== 0) return false;
  try {
    const { buffer, engine } = inflateSync(chunk.subarray(start), {
      info: true,
      maxOutputLength: MOST_PROFILE,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return engine.bytesWritten === chunk.length - start && isColourProfile(buffer);
  } catch {
    return false;
  }
}

/** The rounds of an interlaced PNG: where each begins, and how far its pixels are apart. */
const ROUNDS = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** How many bytes the rows are that the header of a PNG announces. */
function bytesOfRows(header: DataView): number {
  const [width, height] = [header.getUint32(0), header.getUint32(4)];
  const bits = header.getUint8(8) * (pngChannels[header.getUint8(9)] ?? 0);
  const rows = (across: number, down: number): number =>
    across && down ? down * (1 + Math.ceil((across * bits) / 8)) : 0;
  if (!header.getUint8(12)) return rows(width, height);
  return ROUNDS.reduce(
    (sum, [x, y, right, below]) =>
      sum +
      rows(
        Math.max(0, Math.ceil((width - x) / right)),
        Math.max(0, Math.ceil((height - y) / below)),
      ),
    0,
  );
}

/** Which depths each colour type has [PNG 11.2.1]. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Counts the rows as they come, beside all other work and without keeping them. */
async function inflatesTo(parts: readonly Uint8Array[], expected: number): Promise<Content> {
  const inflate = createInflate({ chunkSize: 256 * 1024 });
  const given = parts.reduce((sum, { length }) => sum + length, 0);
  let count = 0;
  try {
    for (const part of parts) inflate.write(part);
    inflate.end();
    for await (const rows of inflate as AsyncIterable<Uint8Array>) {
      count += rows.length;
      if (count > expected) return 'more';
    }
    if (count < expected) return 'damaged';
    return inflate.bytesWritten === given ? 'right' : 'more';
  } catch {
    return 'damaged';
  } finally {
    inflate.destroy();
  }
}

async function contentOfPng(bytes: Uint8Array, view: DataView): Promise<Content> {
  const header = new DataView(bytes.buffer, bytes.byteOffset + 16, 13);
  const isKnown = DEPTHS[header.getUint8(9)]?.includes(header.getUint8(8)) ?? false;
  if (!isKnown || header.getUint8(10) || header.getUint8(11) || header.getUint8(12) > 1)
    return 'damaged';
  const pixels: Uint8Array[] = [];
  for (const { name, data, length } of pngChunksOf(view, bytes)) {
    const content = bytes.subarray(data, data + length);
    if (name === 'IDAT') pixels.push(content);
    if (name === 'iCCP' && !isPngProfile(content)) return 'more';
  }
  return inflatesTo(pixels, bytesOfRows(header));
}

function contentOfJpeg(bytes: Uint8Array, view: DataView): Content {
  for (const { marker, data, length } of jpegSegmentsOf(view, bytes))
    if (marker === 0xe2 && !isColourProfile(bytes.subarray(data + 14, data + length - 2)))
      return 'more';
  return 'right';
}

function contentOfWebp(bytes: Uint8Array, view: DataView): Content {
  for (let at = 12; at + 8 < bytes.length;) {
    const length = view.getUint32(at + 4, true);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (latin1(bytes, at, at + 4) === 'ICCP' && !isColourProfile(content)) return 'more';
    at += 8 + length + (length % 2);
  }
  return 'right';
}

/** Looks into the parts of a whole picture, which are those that one has. */
export async function contentOf(bytes: Uint8Array, type: PictureType): Promise<Content> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'image/png') return contentOfPng(bytes, view);
  if (type === 'image/jpeg') return contentOfJpeg(bytes, view);
  return type === 'image/webp' ? contentOfWebp(bytes, view) : 'right';
}
