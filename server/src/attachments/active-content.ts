import { inflateSync } from 'node:zlib';
import {
  activeContentIn,
  activeContents,
  type ActiveContent,
} from '../../../src/contract/index.js';

/** The most bytes that one stream of objects may have unpacked, and that all of a document may have. */
const MOST = 64 * 1024 * 1024;

/** How far before its content the dictionary of a stream may begin, in bytes. */
const DICTIONARY = 2048;

/** The streams in which objects are packed; nothing for one that can't be unpacked. */
function* packedObjects(text: string, content: Buffer): Generator<string | undefined> {
  let room = MOST;
  for (const { index, 0: keyword } of text.matchAll(/\bstream\r?\n/g)) {
    const dictionary = text.slice(Math.max(0, index - DICTIONARY), index);
    const own = dictionary.slice(dictionary.lastIndexOf(' obj'));
    if (!/\/(?:Obj|#4fbj)Stm/i.test(own)) continue;
    const start = index + keyword.length;
    const end = text.indexOf('endstream', start);
    const packed = content.subarray(start, end < 0 ? undefined : end);
    if (!own.includes('/Filter')) {
      yield packed.toString('latin1');
      continue;
    }
    try {
      const unpacked = inflateSync(packed, { maxOutputLength: room });
      room = Math.max(1, room - unpacked.length);
      yield unpacked.toString('latin1');
    } catch {
      yield undefined;
    }
  }
}

/** What a document can do beside being read, for who opens it; nothing of a picture, which can do nothing. */
export function activeContentOf(bytes: Uint8Array, type: string): readonly ActiveContent[] {
  if (type !== 'application/pdf') return [];
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = content.toString('latin1');
  const found = new Set(activeContentIn(text));
  for (const part of packedObjects(text, content)) {
    if (part === undefined) found.add('unreadable');
    else for (const kind of activeContentIn(part)) found.add(kind);
  }
  return activeContents.filter((kind) => found.has(kind));
}
