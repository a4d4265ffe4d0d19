/**
 * A plain value without the `toJSON` that a page may have put on every array or object: Prototype.js before 1.7 does, and texts come
 * out of arrays.
 */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return Object.assign(value.map(bare), { toJSON: undefined });
  if (typeof value !== 'object' || value === null) return value;
  const plain = Object.entries(value).map(([name, inner]) => [name, bare(inner)] as const);
  return { ...Object.fromEntries(plain), toJSON: undefined };
}

/** JSON of texts, numbers, lists and plain objects, the same on every page. */
export const toJson = (value: unknown): string => JSON.stringify(bare(value));
