import { setImmediate as otherWork } from 'node:timers/promises';
import { createInflate } from 'node:zlib';
import {
  activeContentIn,
  activeContents,
  type ActiveContent,
} from '../../../src/contract/index.js';

/** The most bytes that all packed objects of a document may have unpacked. */
const MOST = 64 * 1024 * 1024;

/** How far before its content the dictionary of a stream may begin, in bytes. */
const DICTIONARY = 2048;

/** The most streams that are unpacked; a large document has some hundreds. */
const MOST_STREAMS = 10_000;

/** Bytes that are looked through at once: a few milliseconds' work. */
const PIECE = 256 * 1024;

/** Places where a stream may begin that are looked at, at once. */
const PLACES_AT_ONCE = 1_000;

/** Characters that any sign fits into, with each of its characters written by its number and one blank between its words. */
const LONGEST_SIGN = 128;

/** Looks for signs piece by piece; a sign may be cut anywhere. */
class Search {
  readonly found = new Set<ActiveContent>();
  #rest = '';

  add(piece: Buffer): void {
    const text = (this.#rest + piece.toString('latin1')).replaceAll(/\s+/g, ' ');
    for (const kind of activeContentIn(text)) this.found.add(kind);
    this.#rest = text.slice(-LONGEST_SIGN);
  }
}

/** The streams in which objects are packed, as they stand in the file. What isn't packed is read with the file itself. */
async function* packedObjects(text: string, content: Buffer): AsyncGenerator<Buffer> {
  let places = 0;
  let end = 0;
  for (const { index, 0: keyword } of text.matchAll(/\bstream\r?\n/g)) {
    places += 1;
    if (places % PLACES_AT_ONCE === 0) await otherWork();
    const dictionary = text.slice(Math.max(0, index - DICTIONARY), index);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj'));
    if (!/\/(?:Obj|#4fbj)Stm/i.test(own) || !own.includes('/Filter')) continue;
    const start = index + keyword.length;
    if (end < start) {
      end = text.indexOf('endstream', start);
      if (end < 0) end = text.length;
    }
    yield content.subarray(start, end);
  }
}

/** Unpacks a stream beside all other work. */
async function* unpacked(packed: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflate({ chunkSize: PIECE });
  try {
    inflate.end(packed);
    for await (const piece of inflate as AsyncIterable<Buffer>) yield piece;
  } finally {
    inflate.destroy();
  }
}

/**
 * What a document can do beside being read, for who opens it; nothing of a picture, which can do nothing. It is looked through in
 * pieces, and other calls are answered between them.
 */
export async function activeContentOf(
  bytes: Uint8Array,
  type: string,
): Promise<readonly ActiveContent[]> {
  if (type !== 'application/pdf') return [];
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const file = new Search();
  for (let at = 0; at < content.length; at += PIECE) {
    file.add(content.subarray(at, at + PIECE));
    await otherWork();
  }
  const found = new Set(file.found);
  let room = MOST;
  let streams = MOST_STREAMS;
  for await (const packed of packedObjects(content.toString('latin1'), content)) {
    const objects = new Search();
    try {
      for await (const piece of unpacked(packed)) {
        room -= piece.length;
        if (room < 0) break;
        objects.add(piece);
      }
    } catch {
      found.add('unreadable');
    }
    for (const kind of objects.found) found.add(kind);
    streams -= 1;
    if (room < 0 || streams < 0) {
      found.add('unreadable');
      break;
    }
  }
  return activeContents.filter((kind) => found.has(kind));
}
