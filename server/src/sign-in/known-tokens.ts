import { createHash } from 'node:crypto';
import type { Identity } from './identity.js';

interface Known {
  readonly identity: Identity;
  /** In milliseconds. */
  readonly until: number;
}

const MOST = 5_000;

const keyOf = (token: string): string => createHash('sha256').update(token).digest('base64');

/**
 * Who stands behind the tokens that were verified, until each ends: a signature is checked once and not with every call. Of many
 * tokens the ones that were used last are known, by their hashes.
 */
export class KnownTokens {
  readonly #known = new Map<string, Known>();
  #generation: number | undefined;

  /** @param generation of the keys: when they change, nothing is known */
  find(token: string, generation: number, now: Date): Identity | undefined {
    if (generation !== this.#generation) this.#known.clear();
    this.#generation = generation;
    const key = keyOf(token);
    const known = this.#known.get(key);
    if (!known) return undefined;
    this.#known.delete(key);
    if (known.until <= now.getTime()) return undefined;
    this.#known.set(key, known);
    return known.identity;
  }

  /** @param end of the token, in seconds as tokens have it */
  add(token: string, identity: Identity, end: number): void {
    this.#known.set(keyOf(token), { identity, until: end * 1000 });
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST) break;
      this.#known.delete(oldest);
    }
  }
}
