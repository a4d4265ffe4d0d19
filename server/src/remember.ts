/**
 * Keeps what `make` gave for each key until `period` gives another answer: what is costly to compute, the same for
 * everybody, and changes by the minute at most.
 */
export function remember<K, V>(make: (key: K) => V, period: () => number | string): (key: K) => V {
  const kept = new Map<K, V>();
  let current: number | string | undefined;
  return (key) => {
    const now = period();
    if (now !== current) kept.clear();
    current = now;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    kept.set(key, made);
    return made;
  };
}
