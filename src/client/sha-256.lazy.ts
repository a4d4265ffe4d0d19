/** SHA-256 (FIPS 180-4), for pages that came by plain http: browsers keep their own from them. */

const primes: number[] = [];
for (let candidate = 2; primes.length < 64; candidate += 1)
  if (primes.every((prime) => candidate % prime)) primes.push(candidate);

/** The first 32 bits of what stands behind the point. */
const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) >>> 0;
const constants = Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const initial = Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The message with the end that the standard asks for: a bit, zeros, and its length in bits. */
function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(bytes.length - 4, message.length * 8);
  return view;
}

export function sha256(message: ArrayBuffer): ArrayBuffer {
  const view = padded(new Uint8Array(message));
  const hash = Uint32Array.from(initial);
  const words = new Uint32Array(64);
  const at = (of: Uint32Array, index: number): number => of[index] ?? 0;
  for (let start = 0; start < view.byteLength; start += 64) {
    for (let i = 0; i < 64; i += 1) {
      const [near, far] = [at(words, i - 2), at(words, i - 15)];
      words[i] =
        i < 16
          ? view.getUint32(start + i * 4)
          : at(words, i - 16) +
            (rotate(far, 7) ^ rotate(far, 18) ^ (far >>> 3)) +
            at(words, i - 7) +
            (rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10));
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
    for (let i = 0; i < 64; i += 1) {
      const one =
        (h +
          (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
          ((e & f) ^ (~e & g)) +
          at(constants, i) +
          at(words, i)) |
        0;
      const two =
        ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) hash[i] = at(hash, i) + word;
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [i, word] of hash.entries()) digest.setUint32(i * 4, word);
  return digest.buffer;
}
