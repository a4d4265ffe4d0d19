/**
 * A log to which entries are only added (RFC 6962, RFC 9162): a Merkle tree whose root stands for every entry and their order.
 * Whoever has kept a root can tell by a short proof that an entry is in the log, and that a later log begins with the one that
 * they knew.
 */

/** SHA-256 of bytes; browsers, Node and pages over plain http each have their own. */
export type Sha256 = (bytes: Uint8Array) => Promise<Uint8Array>;

/** A perfect subtree: `level` 0 is an entry, and the one at `level` holds 2^level entries from `index` · 2^level on. */
export interface LogNode {
  readonly level: number;
  readonly index: number;
}

/** Entries from `start` up to, but without, `end`. */
interface Range {
  readonly start: number;
  readonly end: number;
}

export function concatenate(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The hash of an entry. Entries and nodes begin with different bytes, so that none can stand for the other. */
export const leafHash = (entry: Uint8Array, sha256: Sha256): Promise<Uint8Array> =>
  sha256(concatenate(Uint8Array.of(0), entry));

/** The hash of the node above two others. */
export const nodeHash = (
  left: Uint8Array,
  right: Uint8Array,
  sha256: Sha256,
): Promise<Uint8Array> => sha256(concatenate(Uint8Array.of(1), left, right));

/** The largest power of two below a size of at least two. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The perfect subtrees that a range is made of, from left to right. */
function nodesOf({ start, end }: Range): LogNode[] {
  const size = end - start;
  if (size === 0) return [];
  const isPerfect = Number.isInteger(Math.log2(size)) && start % size === 0;
  if (isPerfect) return [{ level: Math.log2(size), index: start / size }];
  const middle = start + splitOf(size);
  return [...nodesOf({ start, end: middle }), ...nodesOf({ start: middle, end })];
}

/** The perfect subtrees that the root of a log of this size is made from. */
export const nodesOfRoot = (size: number): LogNode[] => nodesOf({ start: 0, end: size });

/** The hash over subtrees from left to right, each smaller than the one before. */
export async function hashOver(hashes: readonly Uint8Array[], sha256: Sha256): Promise<Uint8Array> {
  const [first, ...others] = hashes;
  // The root of a log without entries is the hash of nothing.
  if (!first) return sha256(new Uint8Array());
  return others.length ? nodeHash(first, await hashOver(others, sha256), sha256) : first;
}

/** The ranges whose hashes prove that an entry is in a log of this size, the nearest first. */
function inclusionRanges(index: number, { start, end }: Range): Range[] {
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  return index < middle
    ? [...inclusionRanges(index, { start, end: middle }), { start: middle, end }]
    : [...inclusionRanges(index, { start: middle, end }), { start, end: middle }];
}

/** The ranges whose hashes prove that a log begins with the one of the size `from`. */
function consistencyRanges(from: number, { start, end }: Range, isKnown: boolean): Range[] {
  if (start + from === end) return isKnown ? [] : [{ start, end }];
  const split = splitOf(end - start);
  const middle = start + split;
  return from <= split
    ? [...consistencyRanges(from, { start, end: middle }, isKnown), { start: middle, end }]
    : [...consistencyRanges(from - split, { start: middle, end }, false), { start, end: middle }];
}

/** Of each hash of a proof: the subtrees that it is made from. */
export const inclusionNodes = (index: number, size: number): LogNode[][] =>
  inclusionRanges(index, { start: 0, end: size }).map(nodesOf);

/** As `inclusionNodes`, for a proof that a log of `size` entries begins with the one of `from` entries. */
export const consistencyNodes = (from: number, size: number): LogNode[][] =>
  from === 0 ? [] : consistencyRanges(from, { start: 0, end: size }, true).map(nodesOf);

/** The nodes that an entry completes: its own hash, and all that it is the last entry of. */
export function completedNodes(index: number): LogNode[] {
  const nodes = [{ level: 0, index }];
  for (let at = index, level = 1; at % 2 === 1; level += 1) {
    at = (at - 1) / 2;
    nodes.push({ level, index: at });
  }
  return nodes;
}

/** The root that an inclusion proof leads to, or nothing where it is no proof for an entry at this place. */
export async function rootFromInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  sha256: Sha256,
): Promise<Uint8Array | undefined> {
  if (index < 0 || index >= size) return undefined;
  if (size === 1) return proof.length ? undefined : leaf;
  const last = proof.at(-1);
  if (!last) return undefined;
  const split = splitOf(size);
  const rest = proof.slice(0, -1);
  if (index < split) {
    const left = await rootFromInclusion(leaf, index, split, rest, sha256);
    return left && nodeHash(left, last, sha256);
  }
  const right = await rootFromInclusion(leaf, index - split, size - split, rest, sha256);
  return right && nodeHash(last, right, sha256);
}

interface Roots {
  readonly earlier: Uint8Array;
  readonly later: Uint8Array;
}

/** The roots of both logs by a consistency proof; `known` is the root of the earlier one as long as it is one subtree. */
async function rootsFromConsistency(
  from: number,
  size: number,
  proof: readonly Uint8Array[],
  known: Uint8Array | undefined,
  sha256: Sha256,
): Promise<Roots | undefined> {
  if (from === size) {
    const [only = known] = proof;
    if (!only || proof.length !== (known ? 0 : 1)) return undefined;
    return { earlier: only, later: only };
  }
  const last = proof.at(-1);
  if (!last) return undefined;
  const split = splitOf(size);
  const rest = proof.slice(0, -1);
  if (from <= split) {
    const left = await rootsFromConsistency(from, split, rest, known, sha256);
    return left && { ...left, later: await nodeHash(left.later, last, sha256) };
  }
  const right = await rootsFromConsistency(from - split, size - split, rest, undefined, sha256);
  return (
    right && {
      earlier: await nodeHash(last, right.earlier, sha256),
      later: await nodeHash(last, right.later, sha256),
    }
  );
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** The size of a log and its root. */
export interface LogHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether a proof shows that the later log begins with the earlier one. */
export async function isConsistent(
  earlier: LogHead,
  later: LogHead,
  proof: readonly Uint8Array[],
  sha256: Sha256,
): Promise<boolean> {
  if (earlier.size > later.size) return false;
  if (earlier.size === 0) return proof.length === 0;
  const roots = await rootsFromConsistency(earlier.size, later.size, proof, earlier.root, sha256);
  return (
    roots !== undefined && isSame(roots.earlier, earlier.root) && isSame(roots.later, later.root)
  );
}
