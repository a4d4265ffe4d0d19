import { prefixCodeOf } from './prefix-code.js';

// The content of a PNG: rows of differences between pixels, packed as zlib has it (RFC 1950 and 1951). Browsers have an encoder and
// `CompressionStream`: the one needs the whole picture in one canvas, writes up to three times as many bytes and waits for idle moments;
// the other takes two to three times as long, since it doesn't know that pixels repeat as wholes, to the left and above.

/** Of a row: each byte as the difference to that of the pixel on its left. */
const SUB = 1;
const COLOURS = 0xffffff;
/** The checksum counts modulo this prime; so many pixels can be summed up before numbers would become too large. */
const PRIME = 65521;
const SUMMED = 512;
/** How far back repeated bytes may lie, and how many there may be; those of whole pixels. */
const FARTHEST = 32768;
const LONGEST = 258;
const MOST_PIXELS = LONGEST / 3;
/** Repeated pixels that need no search for more. */
const ENOUGH = 8;
const ENOUGH_ABOVE = 40;
/** Bits of the places where pixels stood last. */
const PLACES = 13;
const END = 256;
const FIRST_LENGTH = 257;
const LENGTHS = 29;
const DISTANCES = 30;
/** In which order the lengths of the code come in which the lengths of the other codes are written. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** What a block is made of: a pixel as its colours, or one of these. */
const REPEATED = 1 << 31;
const START_OF_ROW = 1 << 30;

interface Classes {
  /** The class of each number, and from where and with how many further bits a class counts. */
  readonly of: Uint8Array;
  readonly from: Uint16Array;
  readonly extra: Uint8Array;
}

/** Numbers in classes that become twice as wide after each `equal` of them. */
function classes(count: number, equal: number, first: number, most: number): Classes {
  const found = {
    of: new Uint8Array(most + 1),
    from: new Uint16Array(count),
    extra: new Uint8Array(count),
  };
  for (let name = 0, from = first; name < count; name += 1) {
    const extra = Math.max(0, Math.floor(name / equal) - 1);
    found.from[name] = from;
    found.extra[name] = extra;
    found.of.fill(name, from, from + 2 ** extra);
    from += 2 ** extra;
  }
  return found;
}

const distances = classes(DISTANCES, 2, 1, FARTHEST);
const lengths = classes(LENGTHS, 4, 3, LONGEST);
// The longest of all is a class alone.
lengths.of[LONGEST] = LENGTHS - 1;
lengths.from[LENGTHS - 1] = LONGEST;
lengths.extra[LENGTHS - 1] = 0;

/** How many pixels are the same as those so far back. */
function repeated(pixels: Uint32Array, at: number, back: number, end: number): number {
  let to = at;
  while (to < end && pixels[to] === pixels[to - back]) to += 1;
  return to - at;
}

/** Bits in bytes, the first one lowest. */
class Bits {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #at = 0;
  #bits = 0;
  #count = 0;

  constructor(most: number) {
    this.#bytes = new Uint8Array(most);
  }

  /** @param count at most 16 */
  write(bits: number, count: number): void {
    this.#bits |= bits << this.#count;
    this.#count += count;
    if (this.#count < 16) return;
    this.#bytes[this.#at] = this.#bits;
    this.#bytes[this.#at + 1] = this.#bits >>> 8;
    this.#at += 2;
    this.#bits >>>= 16;
    this.#count -= 16;
  }

  /** Up to the end of a byte. */
  fill(): void {
    if (this.#count > 8) this.write(0, 16 - this.#count);
    else if (this.#count) {
      this.#bytes[this.#at] = this.#bits;
      this.#at += 1;
      this.#bits = this.#count = 0;
    }
  }

  /** The whole bytes that there are. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#at);
    this.#at = 0;
    return taken;
  }
}

/** Rows of pixels, as 32 bits of which the highest 8 don't count. */
export interface Rows {
  /** Are written over. */
  readonly pixels: Uint32Array;
  readonly count: number;
  /** In the lowest 8 bits; else red is. */
  readonly isBlueFirst: boolean;
  readonly isLast: boolean;
}

/** Packs the rows of a picture, from the first to the last, some of them at a time. */
export class PixelPacker {
  readonly #width: number;
  readonly #bits: Bits;
  /** What a block of rows is made of, and where two pixels stood last, by their colours. */
  readonly #items: Int32Array;
  readonly #places = new Int32Array(2 ** PLACES);
  #isFirst = true;
  #sum = 1;
  #sumOfSums = 0;

  /** @param mostRows at a time */
  constructor(width: number, mostRows: number) {
    this.#width = width;
    this.#items = new Int32Array(mostRows * (width + 1));
    // No byte takes more than 15 bits; before them come the codes.
    this.#bits = new Bits(2 * mostRows * (3 * width + 1) + 512);
  }

  /** @returns the next bytes of the stream */
  pack(rows: Rows): Uint8Array<ArrayBuffer> {
    const bits = this.#bits;
    if (this.#isFirst) bits.write(0x0178, 16);
    this.#isFirst = false;
    this.#subtract(rows);
    this.#write(this.#find(rows), rows);
    if (rows.isLast) {
      bits.fill();
      for (const sum of [this.#sumOfSums, this.#sum])
        bits.write(((sum & 0xff) << 8) | (sum >>> 8), 16);
    }
    return bits.take();
  }

  /** Each pixel as the difference to that on its left; their checksum goes on. */
  #subtract({ pixels, count, isBlueFirst }: Rows): void {
    const width = this.#width;
    const [redAt, blueAt] = isBlueFirst ? [16, 0] : [0, 16];
    let sum = this.#sum;
    let sumOfSums = this.#sumOfSums;
    for (let at = 0, row = 0; row < count; row += 1) {
      sum += SUB;
      sumOfSums += sum;
      let left = 0;
      for (const rowEnd = at + width; at < rowEnd;) {
        for (const end = Math.min(at + SUMMED, rowEnd); at < end; at += 1) {
          const pixel = (pixels[at] ?? 0) & COLOURS;
          if (pixel === left) {
            pixels[at] = 0;
            sumOfSums += 3 * sum;
            continue;
          }
          // The three differences at once; the highest bit of each is apart, so that none is carried into the next.
          const difference =
            ((pixel | 0x808080) - (left & 0x7f7f7f)) ^ ((pixel ^ ~left) & 0x808080);
          pixels[at] = difference;
          left = pixel;
          const red = (difference >>> redAt) & 0xff;
          const green = (difference >>> 8) & 0xff;
          const blue = (difference >>> blueAt) & 0xff;
          sumOfSums += 3 * (sum + red) + 2 * green + blue;
          sum += red + green + blue;
        }
        sum %= PRIME;
        sumOfSums %= PRIME;
      }
    }
    this.#sum = sum;
    this.#sumOfSums = sumOfSums;
  }

  /** Pixels that repeat those on their left, those above or others not far away, and all others. @returns how many items there are */
  #find({ pixels, count }: Rows): number {
    const width = this.#width;
    const items = this.#items;
    const places = this.#places.fill(-1);
    const stride = 3 * width + 1;
    let found = 0;
    for (let row = 0; row < count; row += 1) {
      const start = row * width;
      const rowEnd = start + width;
      items[found++] = START_OF_ROW;
      for (let at = start; at < rowEnd;) {
        const pixel = pixels[at] ?? 0;
        const most = Math.min(rowEnd, at + MOST_PIXELS);
        let length = 0;
        let distance = 0;
        if (at > start && pixel === pixels[at - 1]) {
          length = repeated(pixels, at, 1, most);
          distance = 3;
        }
        if (length < ENOUGH_ABOVE && row && stride <= FARTHEST && pixel === pixels[at - width]) {
          const above = repeated(pixels, at, width, most);
          if (above > length) {
            length = above;
            distance = stride;
          }
        }
        if (length < ENOUGH && at + 1 < rowEnd) {
          const mixed = Math.imul(pixel, 0x9e3779b1) + Math.imul(pixels[at + 1] ?? 0, 0x85ebca6b);
          const place = mixed >>> (32 - PLACES);
          const before = places[place] ?? -1;
          places[place] = at;
          if (before >= 0 && pixels[before] === pixel) {
            const rowBefore = Math.floor(before / width);
            const bytes = 3 * (at - before) + row - rowBefore;
            // Between two rows stands a byte that pixels don't have.
            const end = Math.min(most, at + (rowBefore + 1) * width - before);
            const again = bytes <= FARTHEST ? repeated(pixels, at, at - before, end) : 0;
            if (again > length) {
              length = again;
              distance = bytes;
            }
          }
        }
        items[found++] = length ? REPEATED | ((3 * length) << 16) | (distance - 1) : pixel;
        at += length || 1;
      }
    }
    return found;
  }

  /** The codes that suit the items, and the items in them. */
  #write(found: number, { isBlueFirst, isLast }: Rows): void {
    const items = this.#items;
    const bits = this.#bits;
    const [redAt, blueAt] = isBlueFirst ? [16, 0] : [0, 16];
    const values = new Uint32Array(FIRST_LENGTH + LENGTHS);
    const backs = new Uint32Array(DISTANCES);
    const count = (of: Uint32Array, symbol: number): void =>
      void (of[symbol] = (of[symbol] ?? 0) + 1);
    for (let index = 0; index < found; index += 1) {
      const item = items[index] ?? 0;
      if (item < 0) {
        count(values, FIRST_LENGTH + (lengths.of[(item >>> 16) & 0x1ff] ?? 0));
        count(backs, distances.of[(item & 0x7fff) + 1] ?? 0);
      } else if (item & START_OF_ROW) count(values, SUB);
      else {
        count(values, item & 0xff);
        count(values, (item >>> 8) & 0xff);
        count(values, item >>> 16);
      }
    }
    count(values, END);
    const value = prefixCodeOf(values);
    const back = prefixCodeOf(backs);

    bits.write(isLast ? 0b101 : 0b100, 3);
    bits.write(LENGTHS, 5);
    bits.write(DISTANCES - 1, 5);
    bits.write(LENGTH_ORDER.length - 4, 4);
    // Each length in four bits: there are too few of them for anything better.
    for (const length of LENGTH_ORDER) bits.write(length < 16 ? 4 : 0, 3);
    for (const length of [...value.lengths, ...back.lengths])
      for (const bit of [3, 2, 1, 0]) bits.write((length >> bit) & 1, 1);

    const put = (symbol: number): void =>
      bits.write(value.bits[symbol] ?? 0, value.lengths[symbol] ?? 0);
    for (let index = 0; index < found; index += 1) {
      const item = items[index] ?? 0;
      if (item < 0) {
        const length = (item >>> 16) & 0x1ff;
        const lengthClass = lengths.of[length] ?? 0;
        put(FIRST_LENGTH + lengthClass);
        bits.write(length - (lengths.from[lengthClass] ?? 0), lengths.extra[lengthClass] ?? 0);
        const distance = (item & 0x7fff) + 1;
        const distanceClass = distances.of[distance] ?? 0;
        bits.write(back.bits[distanceClass] ?? 0, back.lengths[distanceClass] ?? 0);
        bits.write(
          distance - (distances.from[distanceClass] ?? 0),
          distances.extra[distanceClass] ?? 0,
        );
      } else if (item & START_OF_ROW) put(SUB);
      else {
        put((item >>> redAt) & 0xff);
        put((item >>> 8) & 0xff);
        put((item >>> blueAt) & 0xff);
      }
    }
    put(END);
  }
}
