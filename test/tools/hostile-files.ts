import type { RefusalCode } from '../../src/attachments/import/index.js';
import {
  be,
  bmp,
  bytes,
  chunk,
  compound,
  compress,
  docx,
  exif,
  gif,
  jpeg,
  jpegWith,
  le,
  png,
  riff,
  riffChunk,
  segment,
  utf8,
  vp8,
  vp8x,
  wordParts,
  zip,
  type Bytes,
  type ZipEntry,
} from './file-bytes.js';

/** What the endpoint answers: a problem's code, with what it says of the content, or that it was kept. */
export type Answer =
  | 'unsupportedType'
  | 'tooLarge'
  | 'validation #content format'
  | 'validation #content notAllowed'
  | 'kept';

export interface HostileFile {
  readonly what: string;
  readonly name: string;
  /** What whoever sends it says it is. */
  readonly type: string;
  /** What a person is told, or what becomes of it: a picture is drawn anew, so nothing of the file goes on. */
  readonly widget: RefusalCode | 'picture' | 'document';
  readonly endpoint: Answer;
  readonly make: () => Bytes | Promise<Bytes>;
}

const MEGABYTE = 1024 * 1024;
const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
};

const row =
  (endpoint: Answer) =>
  (
    what: string,
    name: string,
    widget: HostileFile['widget'],
    make: HostileFile['make'],
  ): HostileFile => ({
    what,
    name,
    type: types[name.replace(/^.*\./, '').toLowerCase()] ?? 'application/octet-stream',
    widget,
    endpoint,
    make,
  });

const kept = row('kept');
const noType = row('unsupportedType');
const large = row('tooLarge');
const broken = row('validation #content format');
const more = row('validation #content notAllowed');

const html = '<!doctype html><script>alert(1)</script>';
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
const utf16 = (text: string): Bytes =>
  bytes(
    [0xff, 0xfe],
    [...text].flatMap((letter) => le(letter.charCodeAt(0), 2)),
  );
const cut = (whole: Uint8Array, less: number): Bytes =>
  bytes(whole.subarray(0, whole.length - less));

/** The picture with one bit turned. */
const turned = (whole: Uint8Array, at: number): Bytes =>
  bytes(whole.map((byte, index) => (index === at ? byte ^ 1 : byte)));

/** So that what takes long is made once. */
const once = (make: () => Promise<Bytes>): (() => Promise<Bytes>) => {
  let made: Promise<Bytes> | undefined;
  return () => (made ??= make());
};

/** 20,000 × 20,000 pixels, all of them there, in 48 kB. */
const huge = once(() => png({ width: 20_000, height: 20_000, depth: 1 }));

const frame = (number: number): Bytes =>
  chunk('fcTL', be(number, 4), be(8, 4), be(8, 4), be(0, 8), be(1, 2), be(10, 2), [0, 0]);
const animated = async (): Promise<Bytes> =>
  png({
    before: bytes(chunk('acTL', be(2, 4), be(0, 4)), frame(0)),
    behind: bytes(
      frame(1),
      chunk('fdAT', be(2, 4), await compress('deflate', new Uint8Array(72).fill(1))),
    ),
  });

const zeros = (megabytes: number): Bytes => new Uint8Array(megabytes * MEGABYTE);
const deflated60 = once(() => compress('deflate-raw', zeros(60)));
/** 60 MB of nothing that says it is as long as it likes. */
const bomb = async (size = 60 * MEGABYTE): Promise<Bytes> =>
  docx({ name: 'image1.png', content: bytes(), kept: await deflated60(), size });

const external = { target: 'https://example.com/kuva.png', isExternal: true };
const picture = async (name: string): Promise<ZipEntry> => ({ name, content: await png() });

export const hostileFiles: readonly HostileFile[] = [
  // Not what is taken.
  noType('an SVG with a script', 'kuva.svg', 'unsupportedType', () => utf8(svg)),
  noType('an SVG that is called a PNG', 'kuva.png', 'notAsNamed', () => utf8(svg)),
  noType('an SVG behind a mark of its byte order', 'kuva.svg', 'unsupportedType', () => utf16(svg)),
  noType('an HTML page', 'sivu.html', 'unsupportedType', () => utf8(html)),
  noType('an HTML page that is called a PNG', 'kuva.png', 'notAsNamed', () => utf8(html)),
  noType('an HTML page that is called a JPEG', 'kuva.jpg', 'notAsNamed', () =>
    utf8(`\n\n  ${html}`),
  ),
  noType('an HTML page that is called a PDF', 'ohje.pdf', 'notAsNamed', () => utf8(html)),
  noType('an HTML page with a PDF further down', 'ohje.pdf', 'notAsNamed', () =>
    utf8(`${html}\n%PDF-1.7\n%%EOF`),
  ),
  noType('an HTML page that is called a Word document', 'ohje.docx', 'notAsNamed', () =>
    utf8(html),
  ),
  noType('a rich text that is called an old Word document', 'ohje.doc', 'oldWord', () =>
    utf8('{\\rtf1\\ansi Hei}'),
  ),
  noType('a rich text', 'ohje.rtf', 'oldWord', () => utf8('{\\rtf1\\ansi Hei}')),
  noType('a rich text that is called a Word document', 'ohje.docx', 'oldWord', () =>
    utf8('{\\rtf1\\ansi Hei}'),
  ),
  noType('an HTML page that is called an old Word document', 'raportti.doc', 'oldWord', () =>
    utf8(html),
  ),
  noType('a rich text that is called a PNG', 'kuva.png', 'notAsNamed', () => utf8('{\\rtf1}')),
  noType('a program', 'asenna.exe', 'unsupportedType', () =>
    bytes('MZ\x90\0', new Uint8Array(200)),
  ),
  noType('a program that is called a PNG', 'kuva.png', 'notAsNamed', () =>
    bytes('MZ\x90\0', new Uint8Array(200)),
  ),
  noType('a script', 'kuva.js', 'unsupportedType', () => utf8('alert(1)')),
  noType('a text that begins like a bitmap', 'kuva.bmp', 'notAsNamed', () =>
    utf8('BMW, Audi ja Volvo'),
  ),
  noType('a zip archive', 'kuvat.zip', 'unsupportedType', async () =>
    zip([await picture('kuva.png')]),
  ),
  noType('a zip archive that is called a PNG', 'kuva.png', 'notAsNamed', async () =>
    zip([await picture('kuva.png')]),
  ),
  noType('a sound that is called a WebP', 'kuva.webp', 'notAsNamed', () =>
    bytes('RIFF', le(4, 4), 'WAVE'),
  ),
  noType('a picture that browsers cannot show', 'kuva.heic', 'unsupportedType', () =>
    bytes(be(24, 4), 'ftypheic', new Uint8Array(64)),
  ),
  noType('a picture that browsers cannot show, called a JPEG', 'kuva.jpg', 'notAsNamed', () =>
    bytes(be(24, 4), 'ftypheic', new Uint8Array(64)),
  ),
  noType('a PDF that is called a PNG', 'kuva.png', 'notAsNamed', () => utf8('%PDF-1.7\n%%EOF')),
  noType('nothing at all', 'kuva.png', 'empty', () => bytes()),
  noType('nothing at all that is called a Word document', 'ohje.docx', 'empty', () => bytes()),
  noType('a GIF', 'kuva.gif', 'picture', () => gif),
  noType('a bitmap', 'kuva.bmp', 'picture', () => bmp(8, 8)),
  noType('a PNG that is called a JPEG', 'kuva.jpg', 'picture', () => png()),
  noType('a PNG that is called a program', 'kuva.exe', 'picture', () => png()),

  // Two things at once.
  noType('a GIF that is a script as well', 'kuva.gif', 'damaged', () =>
    bytes('GIF89a', '/*', [0, 1], '\0\0\0*/=1;alert(1)//'),
  ),
  more('a PNG with a zip archive behind it', 'kuva.png', 'picture', async () =>
    bytes(await png(), await zip([await picture('kuva.png')])),
  ),
  more('a PNG with a page behind it', 'kuva.png', 'picture', async () => bytes(await png(), html)),
  more('a JPEG with a page in a comment', 'kuva.jpg', 'picture', () =>
    jpegWith(segment(0xfe, html)),
  ),
  more('a JPEG with a zip archive behind it', 'kuva.jpg', 'picture', async () =>
    bytes(jpeg, await zip([await picture('kuva.png')])),
  ),
  kept('a PDF with a page in it', 'ohje.pdf', 'document', () =>
    utf8(`%PDF-1.7\n1 0 obj << >> endobj\n${html}\n%%EOF`),
  ),

  // Cut off or broken.
  noType('the first eight bytes of a PNG', 'kuva.png', 'damaged', async () =>
    bytes((await png()).subarray(0, 8)),
  ),
  noType('a PNG cut off in its header', 'kuva.png', 'damaged', async () =>
    bytes((await png()).subarray(0, 20)),
  ),
  broken('a PNG cut off in its pixels', 'kuva.png', 'damaged', async () =>
    cut(await png({ width: 64, height: 64, depth: 16 }), 20),
  ),
  broken('a PNG without its end', 'kuva.png', 'picture', async () => cut(await png(), 12)),
  broken('a PNG without pixels', 'kuva.png', 'damaged', async () =>
    bytes((await png()).subarray(0, 33), chunk('IEND')),
  ),
  broken('a PNG with a bit turned in its header', 'kuva.png', 'damaged', async () =>
    turned(await png(), 19),
  ),
  broken('a PNG with a bit turned in its pixels', 'kuva.png', 'damaged', async () =>
    turned(await png(), 43),
  ),
  broken('a PNG with a bit turned in a text', 'kuva.png', 'picture', async () =>
    turned(await png({ before: chunk('tEXt', 'Author\0Maija') }), 50),
  ),
  broken('a PNG with a bit turned in its density', 'kuva.png', 'picture', async () =>
    turned(await png({ before: chunk('pHYs', be(3780, 4), be(3780, 4), [1]) }), 42),
  ),
  broken('a PNG with a chunk longer than the file', 'kuva.png', 'damaged', async () =>
    bytes((await png()).subarray(0, 33), be(0x7fffffff, 4), 'IDATx'),
  ),
  noType('a PNG whose first chunk is another', 'kuva.png', 'damaged', () =>
    bytes('\x89PNG\r\n\x1a\n', chunk('tEXt', 'a\0b'), chunk('IEND')),
  ),
  noType('a PNG of no width', 'kuva.png', 'damaged', () => png({ width: 0 })),
  noType('a PNG of no height', 'kuva.png', 'damaged', () => png({ height: 0 })),
  broken('a PNG whose pixels are no pixels', 'kuva.png', 'damaged', () =>
    png({ data: utf8('alert(1)') }),
  ),
  noType('a JPEG without a frame', 'kuva.jpg', 'damaged', () => bytes([0xff, 0xd8, 0xff, 0xd9])),
  noType('a JPEG cut off in its header', 'kuva.jpg', 'damaged', () => bytes(jpeg.subarray(0, 100))),
  more('a JPEG with bytes between its segments', 'kuva.jpg', 'picture', () =>
    jpegWith(segment(0xfe, 'kuva'), utf8('Maija')),
  ),
  broken('a JPEG without its end', 'kuva.jpg', 'picture', () => cut(jpeg, 2)),
  broken('a JPEG without its pixels', 'kuva.jpg', 'damaged', () => cut(jpeg, 30)),
  noType('a JPEG of no height', 'kuva.jpg', 'damaged', () =>
    bytes(jpeg.map((byte, index) => (index === 164 ? 0 : byte))),
  ),
  broken('a WebP cut off', 'kuva.webp', 'damaged', () => cut(riff(vp8), 10)),
  broken('a WebP cut off behind its picture', 'kuva.webp', 'picture', () =>
    cut(riff(vp8x(8), vp8, riffChunk('EXIF', exif.subarray(10))), 8),
  ),
  noType('a WebP without a picture', 'kuva.webp', 'damaged', () => riff()),
  noType('a GIF cut off', 'kuva.gif', 'damaged', () => cut(gif, 3)),
  noType('a GIF without its end', 'kuva.gif', 'picture', () => cut(gif, 1)),
  noType('a GIF with something else in place of its end', 'kuva.gif', 'picture', () =>
    bytes(cut(gif, 1), [0, 0, 7]),
  ),
  noType('a bitmap cut off', 'kuva.bmp', 'damaged', () => cut(bmp(8, 8), 10)),

  // Too much.
  large('20,000 × 20,000 pixels in 48 kB', 'kuva.png', 'tooManyPixels', huge),
  large('a PNG as large as its header can say', 'kuva.png', 'tooManyPixels', () =>
    png({ width: 0xffffffff, height: 0xffffffff, data: bytes() }),
  ),
  large('a PNG one row over the limit', 'kuva.png', 'damaged', () =>
    png({ width: 10_000, height: 5_001, data: bytes() }),
  ),
  large('a PNG of 16 bits a colour that decodes to 512 MB', 'kuva.png', 'tooManyPixels', () =>
    png({ width: 8_000, height: 8_000, depth: 16, colours: 2, data: bytes() }),
  ),
  kept('a PNG longer than any browser can draw', 'kuva.png', 'tooManyPixels', () =>
    png({ width: 1, height: 40_000, depth: 1 }),
  ),
  large('a JPEG of 65,535 × 65,535', 'kuva.jpg', 'tooManyPixels', () =>
    bytes(jpeg.map((byte, index) => (index >= 163 && index < 167 ? 0xff : byte))),
  ),
  large('a WebP with a canvas of 100,000 × 100,000', 'kuva.webp', 'tooManyPixels', () =>
    riff(vp8x(0, 100_000, 100_000), vp8),
  ),
  large('a lossless WebP of 16,384 × 16,384', 'kuva.webp', 'tooManyPixels', () =>
    riff(riffChunk('VP8L', [0x2f], le(0xfffffff, 4))),
  ),
  noType('a GIF of 65,535 × 65,535', 'kuva.gif', 'tooManyPixels', () =>
    bytes(gif.map((byte, index) => (index >= 6 && index < 10 ? 0xff : byte))),
  ),
  noType('a bitmap of 50,000 × 50,000', 'kuva.bmp', 'tooManyPixels', () =>
    bmp(50_000, 50_000).slice(0, 1000),
  ),
  large('a PNG one byte over the limit', 'kuva.png', 'picture', async () => {
    const length = (await png()).length + 12;
    return png({ behind: chunk('IDAT', new Uint8Array(10 * MEGABYTE + 1 - length)) });
  }),
  large('a PDF over the limit', 'ohje.pdf', 'tooLarge', () => bytes('%PDF-1.7\n', zeros(10))),

  // More than the picture.
  more('a PNG with a text', 'kuva.png', 'picture', () =>
    png({ before: chunk('tEXt', 'Author\0Maija Mäkelä') }),
  ),
  more('a PNG with a compressed text', 'kuva.png', 'picture', async () =>
    png({ behind: chunk('zTXt', 'Comment\0\0', await compress('deflate', utf8('tili 1234'))) }),
  ),
  more('a PNG with a place', 'kuva.png', 'picture', () =>
    png({ before: chunk('eXIf', exif.subarray(10)) }),
  ),
  more('a PNG with a time', 'kuva.png', 'picture', () =>
    png({ before: chunk('tIME', be(2026, 2), [1, 5, 9, 5, 0]) }),
  ),
  more('a PNG with a chunk that nobody knows', 'kuva.png', 'picture', () =>
    png({ before: chunk('vpAg', 'hidden') }),
  ),
  more('a PNG with a second picture as an animation', 'kuva.png', 'picture', animated),
  more('a PNG with one byte behind its end', 'kuva.png', 'picture', async () =>
    bytes(await png(), [0]),
  ),
  more('a JPEG with a place', 'kuva.jpg', 'picture', () => jpegWith(exif)),
  more('a JPEG with XMP', 'kuva.jpg', 'picture', () =>
    jpegWith(segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>')),
  ),
  more('a JPEG with a caption of a press agency', 'kuva.jpg', 'picture', () =>
    jpegWith(segment(0xed, 'Photoshop 3.0\x008BIM')),
  ),
  more('a JPEG with a small picture of what it was', 'kuva.jpg', 'picture', () =>
    jpegWith(segment(0xe0, 'JFXX\0\x10', jpeg)),
  ),
  more('a JPEG with a second picture', 'kuva.jpg', 'picture', () =>
    jpegWith(segment(0xe2, 'MPF\0MM\0*')),
  ),
  more('a JPEG with bytes behind its end', 'kuva.jpg', 'picture', () => bytes(jpeg, jpeg)),
  more('a WebP with a place', 'kuva.webp', 'picture', () =>
    riff(vp8x(8), vp8, riffChunk('EXIF', exif.subarray(10))),
  ),
  more('a WebP with XMP', 'kuva.webp', 'picture', () =>
    riff(vp8x(4), vp8, riffChunk('XMP ', '<x:xmpmeta/>')),
  ),
  more('a WebP with bytes behind its end', 'kuva.webp', 'picture', () =>
    bytes(riff(vp8), 'hidden'),
  ),

  // Word documents, which only the widget opens.
  noType('a Word document with a picture', 'ohje.docx', 'picture', async () =>
    docx(await picture('image1.png')),
  ),
  noType('a Word document without pictures', 'ohje.docx', 'noPictures', () => docx()),
  noType('a Word document with links to pictures', 'ohje.docx', 'externalPictures', () =>
    zip(wordParts([external])),
  ),
  noType('a Word document whose picture is a file of the server', 'ohje.docx', 'damaged', () =>
    zip(wordParts([{ target: '../../../etc/passwd' }])),
  ),
  noType('a Word document with a path out of it', 'ohje.docx', 'damaged', async () =>
    zip([...wordParts([{ target: '../../kuva.png' }]), await picture('word/../../kuva.png')]),
  ),
  noType('a Word document whose picture is missing', 'ohje.docx', 'damaged', () =>
    zip(wordParts([{ target: 'media/image1.png' }])),
  ),
  noType('a Word document with 20,000 × 20,000 pixels', 'ohje.docx', 'tooManyPixels', async () =>
    docx({ name: 'image1.png', content: await huge() }),
  ),
  noType('a Word document with a page as its picture', 'ohje.docx', 'notAsNamed', () =>
    docx({ name: 'image1.png', content: utf8(html) }),
  ),
  noType(
    'a Word document with a Word document as its picture',
    'ohje.docx',
    'notAsNamed',
    async () => docx({ name: 'image1.png', content: await bomb() }),
  ),
  noType('a Word document with a Windows drawing', 'ohje.docx', 'pictureFormat', () =>
    docx({ name: 'image1.emf', content: bytes(le(1, 4), new Uint8Array(100)) }),
  ),
  noType('a Word document with eleven pictures', 'ohje.docx', 'tooManyInside', async () =>
    docx(
      ...(await Promise.all(
        Array.from({ length: 11 }, (_, index) => picture(`image${index}.png`)),
      )),
    ),
  ),
  noType('a Word document of 60 MB in 60 kB', 'ohje.docx', 'tooMuchInside', () => bomb()),
  noType('a Word document of 60 MB that says it is 1 kB', 'ohje.docx', 'tooMuchInside', () =>
    bomb(1000),
  ),
  noType(
    'a Word document of 60 MB that says it is within the limits',
    'ohje.docx',
    'tooMuchInside',
    () => bomb(9 * MEGABYTE),
  ),
  noType('a Word document whose text is 40 MB', 'ohje.docx', 'tooMuchInside', async () => {
    const kept = await compress('deflate-raw', zeros(40));
    return zip(
      wordParts([]).map((part) =>
        part.name === 'word/document.xml' ? { ...part, kept, size: 40 * MEGABYTE } : part,
      ),
    );
  }),
  noType('a Word document of ten pictures that are one', 'ohje.docx', 'tooMuchInside', async () => {
    // As dense as a picture may be, so that little of it has to be read.
    const content = bytes(crypto.getRandomValues(new Uint8Array(65_536)), zeros(9));
    const kept = await compress('deflate-raw', content);
    const names = Array.from({ length: 10 }, (_, index) => `image${index}.png`);
    return zip([
      ...names.map((name, index) => ({
        name: `word/media/${name}`,
        content: bytes(),
        kept,
        size: content.length,
        sharesFirst: index > 0,
      })),
      ...wordParts(names.map((name) => ({ target: `media/${name}` }))),
    ]);
  }),
  noType('a Word document of 6,000 files', 'ohje.docx', 'tooMuchInside', () =>
    zip([
      ...wordParts([]),
      ...Array.from({ length: 6_000 }, (_, index) => ({
        name: `${index}`,
        content: bytes(),
        kept: bytes([3, 0]),
      })),
    ]),
  ),
  noType(
    'a Word document whose text explodes where entities are known',
    'ohje.docx',
    'noPictures',
    () =>
      zip(
        wordParts([]).map((part) =>
          part.name === 'word/document.xml'
            ? {
                ...part,
                content: utf8(
                  `<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document>&b;&b;&b;</w:document>`,
                ),
              }
            : part,
        ),
      ),
  ),
  noType('a Word document cut off', 'ohje.docx', 'damaged', async () =>
    cut(await docx(await picture('image1.png')), 200),
  ),
  noType('a Word document that is only the start of an archive', 'ohje.docx', 'damaged', () =>
    bytes('PK\x03\x04', new Uint8Array(100)),
  ),
  noType(
    'a Word document with a picture that is not deflated as it says',
    'ohje.docx',
    'damaged',
    async () => docx({ ...(await picture('image1.png')), kept: bytes([0xff, 0xff, 0xff, 0xff]) }),
  ),
  noType(
    'a Word document with a picture longer than the document',
    'ohje.docx',
    'damaged',
    async () => docx({ ...(await picture('image1.png')), compressed: 0xfffffff0 }),
  ),
  noType('a Word document whose picture is encrypted', 'ohje.docx', 'encrypted', async () =>
    docx({ ...(await picture('image1.png')), flags: 1 }),
  ),
  noType('a Word document with a password', 'ohje.docx', 'encrypted', () =>
    compound('EncryptedPackage'),
  ),
  noType('an old Word document', 'ohje.doc', 'oldWord', () => compound('WordDocument')),
  noType('an old Word document that is called a new one', 'ohje.docx', 'oldWord', () =>
    compound('WordDocument'),
  ),
  noType('an old Word document that is called a PNG', 'kuva.png', 'notAsNamed', () =>
    compound('WordDocument'),
  ),
  noType('a picture that is called a Word document', 'ohje.docx', 'picture', () => png()),

  // Unusual and fine.
  kept('a PNG', 'kuva.png', 'picture', () => png()),
  kept('a PNG of 16 bits a colour', 'kuva.png', 'picture', () => png({ depth: 16, colours: 2 })),
  kept('a PNG in rounds', 'kuva.png', 'picture', () =>
    png({ width: 1, height: 1, isInterlaced: true }),
  ),
  kept('a PNG with a palette', 'kuva.png', 'picture', () =>
    png({ colours: 3, before: bytes(chunk('PLTE', [255, 0, 0]), chunk('tRNS', [128])) }),
  ),
  kept('a PNG with its density and colours', 'kuva.png', 'picture', () =>
    png({
      before: bytes(
        chunk('sRGB', [0]),
        chunk('gAMA', be(45_455, 4)),
        chunk('pHYs', be(3780, 4), be(3780, 4), [1]),
      ),
    }),
  ),
  kept('a PNG whose pixels come in two chunks', 'kuva.png', 'picture', async () => {
    const pixels = await compress('deflate', new Uint8Array(72));
    return png({ data: pixels.subarray(0, 5), behind: chunk('IDAT', pixels.subarray(5)) });
  }),
  kept('a JPEG', 'kuva.jpg', 'picture', () => jpeg),
  kept('a WebP', 'kuva.webp', 'picture', () => riff(vp8)),
  kept('a WebP in the long form', 'kuva.webp', 'picture', () => riff(vp8x(0), vp8)),
  kept('a PDF', 'ohje.pdf', 'document', () =>
    utf8('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'),
  ),
];

/** Names that lie, with what a widget makes of them and what the endpoint says of the field. */
export const hostileNames: readonly (readonly [
  what: string,
  name: string,
  becomes: string,
  code: 'format' | 'tooLong',
])[] = [
  ['a path', '../../etc/kuva.png', 'kuva.png', 'format'],
  ['a path of Windows', 'C:\\Users\\maija\\kuva.png', 'kuva.png', 'format'],
  ['a path from the root', '/etc/kuva.png', 'kuva.png', 'format'],
  ['dots alone', '..', 'picture.png', 'format'],
  ['a mark that turns the direction', 'kuva\u202egnp.png', 'kuvagnp.png', 'format'],
  ['marks that isolate', '\u2066kuva\u2069.png', 'kuva.png', 'format'],
  ['a mark of the byte order within', 'ku\ufeffva.png', 'kuva.png', 'format'],
  ['what cannot be seen', 'ku\u200bva\u00ad\u2060.png', 'kuva.png', 'format'],
  ['a line break', 'kuva\r\nSet-Cookie: a=b.png', 'kuvaSet-Cookie: a=b.png', 'format'],
  ['a separator of lines', 'kuva\u2028.png', 'kuva.png', 'format'],
  ['an escape', 'kuva\u001b[31m.png', 'kuva[31m.png', 'format'],
  ['300 letters', `${'k'.repeat(296)}.png`, `${'k'.repeat(251)}.png`, 'tooLong'],
];
