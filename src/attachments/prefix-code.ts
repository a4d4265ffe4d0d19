/** What stands for each symbol: so many bits, the first one lowest. A symbol without bits doesn't occur. */
export interface PrefixCode {
  readonly lengths: Uint8Array;
  readonly bits: Uint16Array;
}

/** The most bits that the format has for a symbol. */
const MOST_BITS = 15;

interface Node {
  readonly count: number;
  readonly symbols: readonly number[];
}

/** The lengths of the shortest code, in which each symbol of a joined node is one bit longer (RFC 1951, and Huffman's way). */
function shortest(counts: readonly number[]): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  const leaves: Node[] = counts
    .flatMap((count, symbol) => (count ? [{ count, symbols: [symbol] }] : []))
    .sort((one, other) => one.count - other.count);
  const joined: Node[] = [];
  let [leaf, node] = [0, 0];
  const next = (): Node | undefined => {
    const [first, second] = [leaves[leaf], joined[node]];
    if (first && (!second || first.count <= second.count)) {
      leaf += 1;
      return first;
    }
    node += 1;
    return second;
  };
  for (let left = leaves.length; left > 1; left -= 1) {
    const [one, other] = [next(), next()];
    if (!one || !other) break;
    const symbols = [...one.symbols, ...other.symbols];
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1;
    joined.push({ count: one.count + other.count, symbols });
  }
  return lengths;
}

function bitsFor(lengths: Uint8Array): Uint16Array {
  const bits = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= MOST_BITS; length += 1, code *= 2)
    for (const [symbol, own] of lengths.entries())
      if (own === length) {
        for (let bit = 0; bit < length; bit += 1)
          bits[symbol] = (bits[symbol] ?? 0) | (((code >> bit) & 1) << (length - 1 - bit));
        code += 1;
      }
  return bits;
}

/** A code in which a symbol has fewer bits the more often it occurs. There are two symbols at least, as readers of such codes want it. */
export function prefixCodeOf(counts: Iterable<number>): PrefixCode {
  let known = [...counts];
  for (let symbol = 0; known.filter(Boolean).length < 2; symbol += 1) known[symbol] ||= 1;
  let lengths = shortest(known);
  while (lengths.some((length) => length > MOST_BITS)) {
    known = known.map((count) => Math.ceil(count / 4));
    lengths = shortest(known);
  }
  return { lengths, bits: bitsFor(lengths) };
}
