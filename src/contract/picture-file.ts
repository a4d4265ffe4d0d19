/**
 * What a file is by its bytes, whatever anybody says of it, and what a picture's header says before anything is decoded. The
 * widget lets pictures in by it, and the endpoint again. Nothing here decodes: a file of 48 kB may decode to 20,000 × 20,000.
 */

export const pictureTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/bmp',
] as const;
export type PictureType = (typeof pictureTypes)[number];
export type FileType = PictureType | 'application/pdf';

export interface Dimensions {
  readonly width: number;
  readonly height: number;
}

/** How a picture is put together. */
interface Structure extends Dimensions {
  /** It ends where its format says that a picture ends. */
  readonly isWhole: boolean;
  /** Of an animation, those of its first picture. */
  readonly hasAllPixels: boolean;
  /** It holds something that isn't needed to show it, or goes on behind its end. */
  readonly hasMore: boolean;
  /** A colour has more than 8 bits, so that a decoder needs twice the memory. */
  readonly isDeep: boolean;
  /** It moves: it has several pictures that are shown one after the other. */
  readonly isAnimated: boolean;
}
type Found = { -readonly [name in keyof Structure]: Structure[name] };

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

export function fileTypeOf(bytes: Uint8Array): FileType | undefined {
  const start = textAt(bytes, 0, 12);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^RIFF[^]{4}WEBP/.test(start)) return 'image/webp';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  // Two letters may begin any text; the four bytes before the place of the pixels are always 0.
  if (/^BM[^]{4}\0{4}/.test(start)) return 'image/bmp';
  // Some programs put the mark of a byte order before it, which every reader skips.
  if (/^(?:\xef\xbb\xbf)?%PDF-/.test(start)) return 'application/pdf';
  return undefined;
}

export const isPictureType = (type: string | undefined): type is PictureType =>
  pictureTypes.some((known) => known === type);

/** The largest that a decoder may make of it, by its header. Nothing where the header isn't whole or names no size. */
export function dimensionsOf(bytes: Uint8Array, type: PictureType): Dimensions | undefined {
  const { width, height } = structureOf(bytes, type);
  return width && height ? { width, height } : undefined;
}

/**
 * Whether all of the picture is there: nothing is cut off, and what has a checksum agrees with it.
 *
 * @param sum CRC-32 of bytes, where there is one that is quicker than ours
 */
export const isWhole = (bytes: Uint8Array, type: PictureType, sum = crc32): boolean =>
  structureOf(bytes, type).isWhole && (type !== 'image/png' || hasRightChecksums(bytes, /^/, sum));

/** Whether what is shown of the picture is all there. What is wrong with the rest of the file, browsers pass over. */
export const hasAllPixels = (bytes: Uint8Array, type: PictureType): boolean =>
  structureOf(bytes, type).hasAllPixels &&
  (type !== 'image/png' || hasRightChecksums(bytes, PNG_PIXELS));

/** Whether a colour has more than 8 bits, so that each pixel takes twice the memory where it is decoded. */
export const isDeep = (bytes: Uint8Array, type: PictureType): boolean =>
  structureOf(bytes, type).isDeep;

/** Whether it has several pictures that are shown one after the other. */
export const isAnimated = (bytes: Uint8Array, type: PictureType): boolean =>
  structureOf(bytes, type).isAnimated;

/** Whether anything but the picture travels along: texts, places, other pictures, an animation's, or bytes behind the end. */
export const hasMetadata = (bytes: Uint8Array, type: PictureType): boolean =>
  structureOf(bytes, type).hasMore;

function structureOf(bytes: Uint8Array, type: PictureType): Structure {
  const found: Found = {
    width: 0,
    height: 0,
    isWhole: false,
    hasAllPixels: false,
    hasMore: false,
    isDeep: false,
    isAnimated: false,
  };
  try {
    walkers[type](new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes, found);
  } catch (error) {
    // It was cut off where something was to be read.
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

const walkers: Readonly<
  Record<PictureType, (view: DataView, bytes: Uint8Array, found: Found) => void>
> = {
  'image/png': walkPng,
  'image/jpeg': walkJpeg,
  'image/webp': walkWebp,
  'image/gif': walkGif,
  'image/bmp': walkBmp,
};

function grow(found: Found, width: number, height: number): void {
  if (width * height > found.width * found.height) Object.assign(found, { width, height });
}

function end(found: Found, at: number, view: DataView): void {
  found.isWhole = at <= view.byteLength;
  found.hasAllPixels ||= found.isWhole;
  found.hasMore ||= at < view.byteLength;
}

/** A colour profile of a screen has half of it; more would be room for something else. In bytes. */
export const MOST_PROFILE = 4096;

/** Those without which there is no picture. */
const PNG_PIXELS = /^(?:IHDR|PLTE|IDAT|IEND)$/;

/** How many numbers a pixel has, by the colour type of IHDR. */
export const pngChannels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The bytes of chunks that make the picture and its colours, by its colour type; frames of an animation are further pictures. */
const PNG_SIZES: Readonly<Record<string, (colour: number) => number>> = {
  IHDR: () => 13,
  IEND: () => 0,
  gAMA: () => 4,
  cHRM: () => 32,
  sRGB: () => 1,
  cICP: () => 4,
  pHYs: () => 9,
  sBIT: (colour) => (colour === 3 ? 3 : (pngChannels[colour] ?? 0)),
  bKGD: (colour) => (colour === 3 ? 1 : (colour & 2) === 2 ? 6 : 2),
  tRNS: (colour) => ({ 0: 2, 2: 6 })[colour] ?? -1,
};

/** What stands in one place of a PNG. */
export interface PngChunk {
  readonly name: string;
  readonly at: number;
  readonly data: number;
  readonly length: number;
  readonly next: number;
}

/** Up to the end of the picture. */
export function* pngChunksOf(view: DataView, bytes: Uint8Array): Generator<PngChunk> {
  for (let at = 8, name = ''; name !== 'IEND';) {
    name = textAt(bytes, at + 4, 4);
    const length = view.getUint32(at);
    yield { name, at, data: at + 8, length, next: at + 12 + length };
    at += 12 + length;
  }
}

/** Whether a chunk has just what belongs to the picture; `others` are those before it. */
function isPlainChunk(
  { name, length }: PngChunk,
  colour: number,
  others: ReadonlySet<string>,
): boolean {
  if (name === 'IDAT') return true;
  // Where they count, they count once, and before the pixels.
  if (others.has(name) || (others.has('IDAT') && name !== 'IEND')) return false;
  if (name === 'PLTE') return (colour & 2) === 2 && length % 3 === 0 && length <= 768;
  if (name === 'tRNS' && colour === 3) return length <= 256;
  // Behind its name, of 79 letters at most.
  if (name === 'iCCP') return length <= MOST_PROFILE + 81;
  return PNG_SIZES[name]?.(colour) === length;
}

/** IHDR is always the first chunk and 13 bytes long. */
function walkPng(view: DataView, bytes: Uint8Array, found: Found): void {
  if (view.getUint32(8) !== 13 || textAt(bytes, 12, 4) !== 'IHDR') return;
  grow(found, view.getUint32(16), view.getUint32(20));
  found.isDeep = view.getUint8(24) > 8;
  const names = new Set<string>();
  const start: number[] = [];
  for (const chunk of pngChunksOf(view, bytes)) {
    const { name, data, length, next } = chunk;
    // Pixels are a stream of zlib, which begins with two bytes that agree; browsers make a black picture of anything else.
    if (name === 'IDAT' && start.length < 2) {
      start.push(...bytes.subarray(data, data + Math.min(length, 2 - start.length)));
      const [first = 0, second] = start;
      if (second !== undefined && (256 * first + second) % 31 !== 0) return;
    }
    if (name === 'IEND' && start.length < 2) return;
    if (name === 'acTL') found.isAnimated = view.getUint32(data) > 1;
    found.hasMore ||= !isPlainChunk(chunk, view.getUint8(25), names);
    names.add(name);
    if (name === 'IEND') end(found, next, view);
  }
}

/** The parts of a whole PNG or JPEG that make the picture: browsers add some of their own to those that they write. */
export const plainParts = (
  bytes: Uint8Array<ArrayBuffer>,
  type: 'image/png' | 'image/jpeg',
): Uint8Array<ArrayBuffer>[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return type === 'image/png' ? plainChunks(view, bytes) : plainSegments(view, bytes);
};

function plainChunks(view: DataView, png: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const parts = [png.subarray(0, 8)];
  const names = new Set<string>();
  for (const chunk of pngChunksOf(view, png)) {
    if (isPlainChunk(chunk, view.getUint8(25), names))
      parts.push(png.subarray(chunk.at, chunk.next));
    names.add(chunk.name);
  }
  return parts;
}

function hasRightChecksums(bytes: Uint8Array, chunks: RegExp, sum = crc32): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [...pngChunksOf(view, bytes)].every(
    ({ name, at, next }) =>
      !chunks.test(name) || view.getUint32(next - 4) === sum(bytes.subarray(at + 4, next - 4)),
  );
}

let crcTable: Uint32Array | undefined;

function makeCrcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let sum = byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    return sum;
  });
}

export function crc32(bytes: Uint8Array): number {
  const table = (crcTable ??= makeCrcTable());
  let sum = -1;
  // Four times as fast as an iterator, which counts with a picture of some megabytes.
  for (let at = 0; at < bytes.length; at += 1)
    sum = (sum >>> 8) ^ (table[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~sum >>> 0;
}

const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
/** The first of its kinds. */
const START_OF_FRAME = 0xc0;
const standsAlone = (marker: number): boolean =>
  marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** A picture in rounds has ten or so; a thousand would keep a decoder busy for minutes. */
const MOST_SCANS = 64;

/** Where each table of a segment ends that holds several, or nothing where they don't fill it. */
function tablesOf(marker: number, bytes: Uint8Array, at: number, length: number): number[] {
  const ids: number[] = [];
  const end = at + length - 2;
  while (at < end) {
    const id = bytes[at] ?? 0;
    ids.push((marker << 8) | (marker === 0xdb ? id & 15 : id));
    const codes = bytes.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
    at += marker === 0xdb ? (id > 15 ? 129 : 65) : 17 + codes;
  }
  return at === end ? ids : [];
}

/** A segment that makes the picture and its colours; JFIF only without the small picture that it may hold. */
function isPlainSegment(marker: number, bytes: Uint8Array, at: number, length: number): boolean {
  if (isFrame(marker)) return length === 8 + 3 * (bytes[at + 5] ?? 0);
  if (marker === START_OF_SCAN) return length === 6 + 2 * (bytes[at] ?? 0);
  if (marker === 0xc4 || marker === 0xdb) return tablesOf(marker, bytes, at, length).length > 0;
  if (marker === 0xdc || marker === 0xdd) return length === 4;
  if (marker === 0xe0) return length === 16 && textAt(bytes, at, 5) === 'JFIF\0';
  // In one part, behind its name and the number of the part.
  if (marker === 0xe2)
    return textAt(bytes, at, 14) === 'ICC_PROFILE\0\x01\x01' && length <= 16 + MOST_PROFILE;
  return marker === 0xee && length === 14 && textAt(bytes, at, 5) === 'Adobe';
}

/** In what a scan holds, a marker never follows 0xff but as a restart. */
function endOfScan(view: DataView, bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = view.getUint8(at + 1);
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at;
  }
  return bytes.length;
}

/** What stands behind a marker of a JPEG. */
export interface JpegSegment {
  readonly marker: number;
  readonly at: number;
  /** Of what it holds, from behind its length. */
  readonly data: number;
  readonly length: number;
  /** Where the next one begins, behind the pixels where it has some. */
  readonly next: number;
}

/** Up to the end of the picture. Decoders skip what stands between segments. */
export function* jpegSegmentsOf(view: DataView, bytes: Uint8Array): Generator<JpegSegment> {
  for (let at = 2; ;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff || marker === 0) {
      at += 1;
    } else if (marker === END_OF_IMAGE || standsAlone(marker)) {
      yield { marker, at, data: at + 2, length: 0, next: at + 2 };
      if (marker === END_OF_IMAGE) return;
      at += 2;
    } else {
      const length = view.getUint16(at + 2);
      const end = at + 2 + length;
      const next = marker === START_OF_SCAN ? endOfScan(view, bytes, end) : end;
      yield { marker, at, data: at + 4, length, next };
      at = next;
    }
  }
}

function walkJpeg(view: DataView, bytes: Uint8Array, found: Found): void {
  let behind = 2;
  let scans = 0;
  /** Segments of which there is one, and tables that no scan has used yet. */
  const single = new Set<number>();
  const unused = new Set<number>();
  const isNew = (set: Set<number>, id: number): boolean => set.size < set.add(id).size;
  for (const { marker, at, data, length, next } of jpegSegmentsOf(view, bytes)) {
    // Bytes that fill up the space between segments are all the same.
    found.hasMore ||= bytes.subarray(behind, at).some((byte) => byte !== 0xff);
    behind = next;
    if (marker === END_OF_IMAGE) return end(found, next, view);
    found.hasMore ||= standsAlone(marker) || !isPlainSegment(marker, bytes, data, length);
    if (isFrame(marker)) {
      grow(found, view.getUint16(data + 3), view.getUint16(data + 1));
      found.isDeep ||= view.getUint8(data) > 8;
      found.hasMore ||= !isNew(single, START_OF_FRAME);
    } else if (marker === START_OF_SCAN) {
      unused.clear();
      found.hasMore ||= (scans += 1) > MOST_SCANS;
    } else if (marker === 0xc4 || marker === 0xdb) {
      found.hasMore ||= !tablesOf(marker, bytes, data, length).every((id) => isNew(unused, id));
    } else if (marker >= 0xe0 && marker <= 0xef) {
      found.hasMore ||= !isNew(single, marker);
    }
  }
}

function plainSegments(view: DataView, jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const plain = [...jpegSegmentsOf(view, jpeg)].filter(
    ({ marker, data, length }) =>
      marker === END_OF_IMAGE || isPlainSegment(marker, jpeg, data, length),
  );
  return [jpeg.subarray(0, 2), ...plain.map(({ at, next }) => jpeg.subarray(at, next))];
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16);

/** Whether a chunk of a WebP has just what belongs to the picture; `others` are those before it. */
function isPlainWebpChunk(name: string, length: number, others: ReadonlySet<string>): boolean {
  if (others.has(name)) return false;
  if (name === 'VP8X') return !others.size && length === 10;
  const isPicture = name === 'VP8 ' || name === 'VP8L';
  if (isPicture && !others.has('VP8X')) return !others.size;
  if (others.has('VP8 ') || others.has('VP8L')) return false;
  return isPicture || name === 'ALPH' || (name === 'ICCP' && length <= MOST_PROFILE);
}

/** The largest of the canvas and its pictures, since a decoder may go by either. Those of an animation stand in chunks of their own. */
function walkWebp(view: DataView, bytes: Uint8Array, found: Found): void {
  const size = 8 + view.getUint32(4, true);
  const names = new Set<string>();
  for (let at = 12; at + 8 <= Math.min(size, view.byteLength);) {
    const name = textAt(bytes, at, 4);
    const length = view.getUint32(at + 4, true);
    const data = at + 8;
    if (name === 'VP8X') {
      grow(found, uint24(view, data + 4) + 1, uint24(view, data + 7) + 1);
    } else if (name === 'VP8L') {
      const bits = view.getUint32(data + 1, true);
      grow(found, (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    } else if (name === 'VP8 ') {
      grow(found, view.getUint16(data + 6, true) & 0x3fff, view.getUint16(data + 8, true) & 0x3fff);
    } else if (name === 'ANMF') {
      const [x, y] = [2 * uint24(view, data), 2 * uint24(view, data + 3)];
      grow(found, x + uint24(view, data + 6) + 1, y + uint24(view, data + 9) + 1);
      found.isAnimated ||= names.has(name);
    }
    found.hasMore ||= !isPlainWebpChunk(name, length, names);
    names.add(name);
    at = data + length + (length % 2);
    if (at > size) return;
    found.hasAllPixels ||= name === 'ANMF' && at <= view.byteLength;
    found.hasMore ||= length % 2 === 1 && bytes[at - 1] !== 0;
  }
  if (['VP8 ', 'VP8L', 'ANMF'].some((name) => names.has(name))) end(found, size, view);
}

/** Where a row of blocks ends, each with its length before it. */
function endOfBlocks(view: DataView, start: number): number {
  let at = start;
  for (let length = view.getUint8(at); length; length = view.getUint8(at)) at += 1 + length;
  return at + 1;
}

const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** The screen and its first picture; a second one is an animation. */
function walkGif(view: DataView, _bytes: Uint8Array, found: Found): void {
  grow(found, view.getUint16(6, true), view.getUint16(8, true));
  let pictures = 0;
  for (let at = 13 + colours(view.getUint8(10)); ;) {
    const kind = view.getUint8(at);
    if (kind === 0x3b) return pictures ? end(found, at + 1, view) : undefined;
    if (kind === 0x2c) {
      pictures += 1;
      grow(
        found,
        view.getUint16(at + 1, true) + view.getUint16(at + 5, true),
        view.getUint16(at + 3, true) + view.getUint16(at + 7, true),
      );
      found.isAnimated = pictures > 1;
      found.hasMore ||= found.isAnimated;
      at = endOfBlocks(view, at + 11 + colours(view.getUint8(at + 9)));
      found.hasAllPixels ||= at <= view.byteLength;
    } else if (kind === 0x21) {
      // Only how the next picture is shown belongs to it; comments, texts and what programs add don't.
      found.hasMore ||= view.getUint8(at + 1) !== 0xf9;
      at = endOfBlocks(view, at + 2);
    } else {
      return;
    }
  }
}

/** Rows are filled up to whole words; only those of compressed pictures have no length that could be told. */
function walkBmp(view: DataView, _bytes: Uint8Array, found: Found): void {
  const isOld = view.getUint32(14, true) === 12;
  const width = isOld ? view.getUint16(18, true) : Math.max(0, view.getInt32(18, true));
  const height = isOld ? view.getUint16(20, true) : Math.abs(view.getInt32(22, true));
  grow(found, width, height);
  const depth = view.getUint16(isOld ? 24 : 28, true);
  const isCompressed = !isOld && ![0, 3].includes(view.getUint32(30, true));
  end(
    found,
    isCompressed
      ? view.byteLength
      : view.getUint32(10, true) + Math.ceil((width * depth) / 32) * 4 * height,
    view,
  );
}
