/** Files made byte by byte, in Node as in a browser. */
export type Bytes = Uint8Array<ArrayBuffer>;
export type Part = Uint8Array | string | readonly number[];

const latin1 = (text: string): Bytes => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

export function bytes(...parts: readonly Part[]): Bytes {
  const all = parts.map((part) => (typeof part === 'string' ? latin1(part) : part));
  const whole = new Uint8Array(all.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A number in so many bytes, the largest first, or last with `le`. */
export const be = (value: number, length: number): number[] =>
  Array.from({ length }, (_, index) => Math.floor(value / 256 ** (length - 1 - index)) % 256);
export const le = (value: number, length: number): number[] => be(value, length).reverse();

const base64 = (text: string): Bytes => latin1(atob(text));

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let sum = n;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  return sum;
});

export function crc(data: Uint8Array): number {
  let sum = -1;
  for (const byte of data) sum = (sum >>> 8) ^ (crcTable[(sum ^ byte) & 0xff] ?? 0);
  return ~sum >>> 0;
}

export async function compress(
  format: 'deflate' | 'deflate-raw',
  ...parts: readonly Uint8Array[]
): Promise<Bytes> {
  // A stream of a Blob would come in a thousand pieces.
  const stream = new ReadableStream<Bytes>({
    start(controller) {
      for (const part of parts) controller.enqueue(part.slice());
      controller.close();
    },
  }).pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const signature = '\x89PNG\r\n\x1a\n';

export const chunk = (name: string, ...data: readonly Part[]): Bytes => {
  const content = bytes(name, ...data);
  return bytes(be(content.length - 4, 4), content, be(crc(content), 4));
};

export interface PngParts {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: 1 | 8 | 16;
  readonly colours?: 0 | 2 | 3;
  readonly isInterlaced?: boolean;
  /** Chunks before and behind the pixels. */
  readonly before?: Uint8Array;
  readonly behind?: Uint8Array;
  /** Instead of the pixels. */
  readonly data?: Uint8Array;
}

/** A PNG with all its pixels, black, or with other data. An interlaced one is right as long as it is one pixel. */
export async function png({
  width = 8,
  height = 8,
  depth = 8,
  colours = 0,
  isInterlaced = false,
  before = bytes(),
  behind = bytes(),
  data,
}: PngParts = {}): Promise<Bytes> {
  const row = 1 + Math.ceil((width * depth * (colours === 2 ? 3 : 1)) / 8);
  const pixels = data ?? (await compress('deflate', new Uint8Array(row * height)));
  const header = chunk('IHDR', be(width, 4), be(height, 4), [
    depth,
    colours,
    0,
    0,
    Number(isInterlaced),
  ]);
  return bytes(signature, header, before, chunk('IDAT', pixels), behind, chunk('IEND'));
}

/** A JPEG of 8 × 8 pixels, as a browser writes it. */
export const jpeg = base64(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYa' +
    'KCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAA' +
    'AAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAf/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCcAJOH/9k=',
);

export const segment = (marker: number, ...data: readonly Part[]): Bytes => {
  const content = bytes(...data);
  return bytes([0xff, marker], be(content.length + 2, 2), content);
};

/** The JPEG with segments behind its first marker. */
export const jpegWith = (...segments: readonly Uint8Array[]): Bytes =>
  bytes(jpeg.subarray(0, 2), ...segments, jpeg.subarray(2));

/** Where a camera was. */
export const exif = segment(
  0xe1,
  'Exif\0\0',
  'MM\0*',
  be(8, 4),
  be(1, 2),
  be(0x8825, 2),
  be(4, 2),
  be(1, 4),
  be(26, 4),
  be(0, 4),
  be(1, 2),
  be(1, 2),
  be(2, 2),
  be(2, 4),
  'N\0\0\0',
  be(0, 4),
);

export const riff = (...chunks: readonly Uint8Array[]): Bytes => {
  const content = bytes('WEBP', ...chunks);
  return bytes('RIFF', le(content.length, 4), content);
};

export const riffChunk = (name: string, ...data: readonly Part[]): Bytes => {
  const content = bytes(...data);
  return bytes(name, le(content.length, 4), content, content.length % 2 ? [0] : []);
};

/** The 8 × 8 pixels of a WebP, as a browser writes them. */
export const vp8 = riffChunk(
  'VP8 ',
  base64('cAEAnQEqCAAIAALATCWgAnQBdQAA/ruzk/S9/+QY/0Nf4K7sAAA='),
);

export const vp8x = (flags: number, width = 8, height = 8): Bytes =>
  riffChunk('VP8X', le(flags, 4), le(width - 1, 3), le(height - 1, 3));

export const gif = base64('R0lGODlhAQABAIAAAAAAAAAA/ywAAAAAAQABAAACAkQBADs=');

export const bmp = (width: number, height: number): Bytes => {
  const row = Math.ceil((width * 24) / 32) * 4;
  const size = row * Math.min(height, 64);
  return bytes(
    'BM',
    le(54 + size, 4),
    le(0, 4),
    le(54, 4),
    le(40, 4),
    le(width, 4),
    le(height, 4),
    le(1, 2),
    le(24, 2),
    new Uint8Array(24),
    new Uint8Array(size),
  );
};

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** As it is kept, where that isn't the content deflated. */
  readonly kept?: Uint8Array;
  /** What the directory says, where that isn't the truth. */
  readonly size?: number;
  readonly compressed?: number;
  readonly flags?: number;
  /** No bytes of its own, but those of the first entry. */
  readonly sharesFirst?: boolean;
}

export async function zip(entries: readonly ZipEntry[]): Promise<Bytes> {
  const locals: Bytes[] = [];
  const directory: Bytes[] = [];
  let at = 0;
  let first = 0;
  for (const {
    name,
    content,
    kept,
    size = content.length,
    compressed,
    flags = 0,
    sharesFirst = false,
  } of entries) {
    const data = kept ?? (await compress('deflate-raw', content));
    const described = [
      le(flags, 2),
      le(8, 2),
      le(0, 4),
      le(crc(content), 4),
      le(compressed ?? data.length, 4),
      le(size, 4),
      le(utf8(name).length, 2),
      le(0, 2),
    ].flat();
    const local = sharesFirst
      ? bytes()
      : bytes('PK\x03\x04', le(20, 2), described, utf8(name), data);
    directory.push(
      bytes(
        'PK\x01\x02',
        le(20, 2),
        le(20, 2),
        described,
        new Uint8Array(10),
        le(sharesFirst ? first : at, 4),
        utf8(name),
      ),
    );
    locals.push(local);
    if (locals.length === 1) first = at;
    at += local.length;
  }
  const list = bytes(...directory);
  return bytes(
    ...locals,
    list,
    'PK\x05\x06',
    le(0, 4),
    le(entries.length, 2),
    le(entries.length, 2),
    le(list.length, 4),
    le(at, 4),
    le(0, 2),
  );
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Shown {
  readonly target: string;
  readonly isExternal?: boolean;
}

/** The parts that make a zip archive a Word document, which shows pictures in their order. */
export function wordParts(pictures: readonly Shown[]): ZipEntry[] {
  const main = `<Relationships><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`;
  const relationships = pictures.map(
    ({ target, isExternal }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/image" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`,
  );
  const shown = pictures.map(
    (_, index) => `<w:p><w:drawing><a:blip r:embed="rId${index + 1}"/></w:drawing></w:p>`,
  );
  return [
    { name: '_rels/.rels', content: utf8(main) },
    {
      name: 'word/document.xml',
      content: utf8(`<w:document><w:body>${shown.join('')}</w:body></w:document>`),
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: utf8(`<Relationships>${relationships.join('')}</Relationships>`),
    },
  ];
}

/** A Word document with pictures in it, by their names. */
export const docx = (...media: readonly ZipEntry[]): Promise<Bytes> =>
  zip([
    ...wordParts(media.map(({ name }) => ({ target: `media/${name}` }))),
    ...media.map((entry) => ({ ...entry, name: `word/media/${entry.name}` })),
  ]);

/** A compound file as Office wrote them before 2007, with the name of one stream in it. */
export const compound = (stream: string): Bytes =>
  bytes(
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    new Uint8Array(504),
    [...stream].flatMap((letter) => [letter.charCodeAt(0), 0]),
    new Uint8Array(512),
  );
