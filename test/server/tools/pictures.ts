import { deflateSync } from 'node:zlib';

const bytes = (...parts: readonly (Uint8Array | string | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );

const uint32 = (value: number): Uint8Array => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value >>> 0);
  return buffer;
};

const uint32le = (value: number): Uint8Array => uint32(value).toReversed();

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (data: Uint8Array): number =>
  (data.reduce((sum, byte) => (crcTable[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8), 0xffffffff) ^
    0xffffffff) >>>
  0;

const chunk = (name: string, data: Uint8Array): Uint8Array =>
  bytes(uint32(data.length), name, data, uint32(crc(bytes(name, data))));

/** A PNG whose header says `width` × `height`; the pixels are there as long as they are few. */
export function png(width = 2, height = 2, grey = 0x80): Uint8Array {
  const isSmall = width * height < 10_000;
  const rows = isSmall
    ? deflateSync(
        Buffer.concat(
          Array.from({ length: height }, () =>
            Buffer.concat([Buffer.alloc(1), Buffer.alloc(width, grey)]),
          ),
        ),
      )
    : deflateSync(Buffer.alloc(16));
  return bytes(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', bytes(uint32(width), uint32(height), [8, 0, 0, 0, 0])),
    chunk('IDAT', rows),
    chunk('IEND', new Uint8Array()),
  );
}

/** Bytes that are kept as they are in a stream of zlib, in blocks of 65,535 at most. */
function stored(data: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += 65_535) {
    const block = data.subarray(at, at + 65_535);
    const length = uint32le(block.length | ((~block.length & 0xffff) << 16));
    blocks.push(bytes([Number(at + 65_535 >= data.length)], length, block));
  }
  let [low, high] = [1, 0];
  for (const byte of data) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return bytes([0x78, 0x01], ...blocks, uint32(high * 65_536 + low));
}

/** A PNG of just so many bytes in one row, of which no two are the same file. */
export const pngOfSize = (size: number, salt = 0): Uint8Array => {
  const around = 8 + 25 + 12 + 12 + 6;
  const row = Buffer.alloc(size - around - 5 * Math.ceil((size - around) / 65_540), salt);
  row[0] = 0;
  const picture = bytes(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', bytes(uint32(row.length - 1), uint32(1), [8, 0, 0, 0, 0])),
    chunk('IDAT', stored(row)),
    chunk('IEND', new Uint8Array()),
  );
  if (picture.length !== size) throw new Error(`${picture.length} bytes instead of ${size}`);
  return picture;
};

export const jpeg = (width: number, height: number): Uint8Array =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10],
    'JFIF\0',
    [1, 1, 0, 0, 1, 0, 1, 0, 0],
    [
      0xff,
      0xc2,
      0x00,
      0x0b,
      8,
      height >> 8,
      height & 0xff,
      width >> 8,
      width & 0xff,
      1,
      1,
      0x11,
      0,
    ],
    [0xff, 0xda, 0x00, 0x08, 1, 1, 0, 0, 63, 0, 0xff, 0xd9],
  );

const riff = (...chunks: readonly Uint8Array[]): Uint8Array => {
  const data = bytes('WEBP', ...chunks);
  return bytes('RIFF', uint32le(data.length), data);
};

const riffChunk = (name: string, data: readonly number[]): Uint8Array =>
  bytes(name, uint32le(data.length), data, data.length % 2 ? [0] : []);

const uint24le = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff, value >> 16];

export const webpLossy = (width: number, height: number): Uint8Array =>
  riff(
    riffChunk('VP8 ', [
      0,
      0,
      0,
      0x9d,
      0x01,
      0x2a,
      width & 0xff,
      width >> 8,
      height & 0xff,
      height >> 8,
    ]),
  );

export const webpLossless = (width: number, height: number): Uint8Array =>
  riff(riffChunk('VP8L', [0x2f, ...uint32le(((width - 1) | ((height - 1) << 14)) >>> 0)]));

/** A canvas of one size with a picture of another in it. */
export const webpExtended = (
  width: number,
  height: number,
  picture = webpLossy(width, height),
): Uint8Array =>
  riff(
    riffChunk('VP8X', [0, 0, 0, 0, ...uint24le(width - 1), ...uint24le(height - 1)]),
    picture.subarray(12),
  );

export const pdf = (): Uint8Array =>
  bytes('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');

export const text = (content: string): Uint8Array => Buffer.from(content);
