import { Inflate } from 'fflate';
import { partName } from './part-name.js';
import type { RefusalCode } from './refusal.js';

/** Why an archive is not read on. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';

  constructor(readonly code: RefusalCode & ('damaged' | 'encrypted' | 'tooMuchInside')) {
    super(code);
  }
}

interface Entry {
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly compressed: number;
  readonly size: number;
  readonly at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_END = 22 + 0xffff;
const MOST_ENTRIES = 5_000;
const MOST_DIRECTORY = 1024 * 1024;
/** Deflate makes a thousand bytes of one where they are all the same; texts and pictures stay far below this. */
const MOST_RATIO = 200;
/** What is so small may be as dense as it likes. */
const SMALL = 1024 * 1024;
/** So much is inflated before it is counted: 33 MB at the very worst. */
const CHUNK = 32 * 1024;

const viewOf = async (file: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await file.slice(from, to).arrayBuffer());

/**
 * Single entries of a zip archive that nobody trusts. The directory is looked at before anything is inflated; then the bytes are
 * counted while they come, since sizes may lie. fflate inflates: its `unzip` can't be stopped within an entry, and its reader of
 * streams has to guess where an entry ends that has its size behind it, as those of LibreOffice do.
 */
export class Archive {
  readonly #file: Blob;
  readonly #entries: ReadonlyMap<string, Entry>;
  /** How many bytes may still be read. */
  #left: number;

  private constructor(file: Blob, entries: ReadonlyMap<string, Entry>, budget: number) {
    this.#file = file;
    this.#entries = entries;
    this.#left = budget;
  }

  /**
   * @param budget the most bytes that all that is read may have together
   * @throws {ArchiveError}
   */
  static async open(file: Blob, budget: number): Promise<Archive> {
    const start = Math.max(0, file.size - LONGEST_END);
    const tail = await viewOf(file, start, file.size);
    let end = tail.byteLength - 22;
    while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1;
    if (end < 0) throw new ArchiveError('damaged');
    const count = tail.getUint16(end + 10, true);
    const length = tail.getUint32(end + 12, true);
    const at = tail.getUint32(end + 16, true);
    if (count > MOST_ENTRIES || length > MOST_DIRECTORY) throw new ArchiveError('tooMuchInside');
    return new Archive(file, readDirectory(await viewOf(file, at, at + length), count), budget);
  }

  /** The names of all entries, in the form of `partName`. */
  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * @param limit the most bytes that it may have
   * @throws {ArchiveError}
   */
  async read(name: string, limit: number): Promise<Uint8Array<ArrayBuffer>> {
    const entry = this.#entries.get(name);
    if (!entry) throw new ArchiveError('damaged');
    const { isEncrypted, method, compressed, size } = entry;
    if (isEncrypted) throw new ArchiveError('encrypted');
    this.#left -= size;
    if (size > limit || this.#left < 0 || size > SMALL + MOST_RATIO * compressed)
      throw new ArchiveError('tooMuchInside');
    if ((method !== 0 && method !== 8) || compressed > this.#file.size)
      throw new ArchiveError('damaged');

    const content = new Uint8Array(size);
    let length = 0;
    const keep = (bytes: Uint8Array): void => {
      if (length + bytes.length > size) throw new ArchiveError('tooMuchInside');
      content.set(bytes, length);
      length += bytes.length;
    };
    const inflate = new Inflate(keep);
    const start = await this.#startOf(entry);
    for (let at = 0; at < compressed; at += CHUNK) {
      const to = Math.min(at + CHUNK, compressed);
      const chunk = new Uint8Array(await this.#file.slice(start + at, start + to).arrayBuffer());
      if (method === 0) keep(chunk);
      else inflateChunk(inflate, chunk, to === compressed);
    }
    if (length !== size) throw new ArchiveError('damaged');
    return content;
  }

  /** Behind its own header, which may be longer than what the directory has of it. */
  async #startOf({ at }: Entry): Promise<number> {
    const header = await viewOf(this.#file, at, at + 30);
    if (header.byteLength < 30) throw new ArchiveError('damaged');
    return at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  }
}

function readDirectory(view: DataView, count: number): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const decoder = new TextDecoder();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY)
      throw new ArchiveError('damaged');
    const next = at + 46 + view.getUint16(at + 28, true);
    if (next > view.byteLength) throw new ArchiveError('damaged');
    entries.set(partName(decoder.decode(new Uint8Array(view.buffer, at + 46, next - at - 46))), {
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = next + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function inflateChunk(inflate: Inflate, chunk: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(chunk, isLast);
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError('damaged');
  }
}
