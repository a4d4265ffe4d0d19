import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod/mini';

/** Milliseconds for one answer of the provider. */
const PATIENCE = 5_000;
/** After so long the keys are asked for again, while the known ones go on serving. */
const FRESH = 10 * 60_000;
/** So often they are asked for out of turn at most, for tokens that no known key fits. */
const COOLDOWN = 30_000;

const metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });
const keySet = z.object({ keys: z.array(z.unknown()) });
const anyKey = z.looseObject({ kid: z.nullish(z.union([z.string(), z.number()])) });

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(PATIENCE),
    headers: { Accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`The sign-in service answered ${response.status}`);
  return response.json();
}

interface Loaded {
  readonly find: JWTVerifyGetKey;
  readonly text: string;
  readonly at: number;
}

/** The keys of a set with their names as texts. What is no key in it is for somebody else. */
function keysIn(set: unknown): JSONWebKeySet {
  const keys = z.parse(keySet, set).keys.flatMap((key) => {
    const { success, data } = anyKey.safeParse(key);
    if (!success) return [];
    const { kid, ...rest } = data;
    return { ...rest, ...(kid !== undefined && kid !== null && { kid: String(kid) }) };
  });
  return { keys };
}

/** An issuer with a slash at its end and without: providers and those who configure them differ in it. */
export const issuerForms = (issuer: string): string[] => {
  const bare = issuer.replace(/\/$/, '');
  return [bare, `${bare}/`];
};

/** Finds keys by `kid`; a key without one may be anybody's. */
function finderIn(set: JSONWebKeySet): JWTVerifyGetKey {
  const named = createLocalJWKSet(set);
  const unnamed = createLocalJWKSet({ keys: set.keys.filter(({ kid }) => kid === undefined) });
  return (header, token) =>
    named(header, token).catch((error: unknown) => {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      const { kid: _, ...nameless } = header;
      return unnamed(nameless, token);
    });
}

/**
 * The keys of an OpenID provider, found by its discovery document when the first token comes. While the provider is away,
 * the known keys serve on for `lifetime` milliseconds.
 */
export class ProviderKeys {
  readonly #issuer: string;
  readonly #lifetime: number;
  readonly #now: () => Date;
  #loaded: Loaded | undefined;
  #loading: Promise<Loaded> | undefined;
  #generation = 0;

  constructor(issuer: string, lifetime: number, now: () => Date) {
    this.#issuer = issuer;
    this.#lifetime = lifetime;
    this.#now = now;
  }

  /** Another number whenever the keys have changed: what was verified by the former ones is verified anew. */
  get generation(): number {
    this.#keepFresh();
    return this.#generation;
  }

  readonly find: JWTVerifyGetKey = async (header, token) => {
    const { find } = await this.#current();
    return find(header, token);
  };

  /** Asks for newer keys, unless that was done a moment ago; says whether there are any. */
  async renew(): Promise<boolean> {
    if (this.#loaded && this.#isYounger(this.#loaded, COOLDOWN)) return false;
    const before = this.#generation;
    await this.#load();
    return this.#generation !== before;
  }

  /** Has keys, or rejects. */
  async load(): Promise<void> {
    await this.#current();
  }

  async #current(): Promise<Loaded> {
    this.#keepFresh();
    return this.#loaded ?? this.#load();
  }

  #isYounger({ at }: Loaded, age: number): boolean {
    return this.#now().getTime() - at < age;
  }

  /** Asks for newer keys in good time, and forgets those that have served for too long. */
  #keepFresh(): void {
    const known = this.#loaded;
    if (!known || this.#isYounger(known, FRESH)) return;
    if (!this.#isYounger(known, this.#lifetime)) {
      this.#loaded = undefined;
      this.#generation += 1;
    }
    this.#load().catch(() => undefined);
  }

  #load(): Promise<Loaded> {
    this.#loading ??= this.#fetch()
      .then((loaded) => {
        if (loaded.text !== this.#loaded?.text) this.#generation += 1;
        this.#loaded = loaded;
        return loaded;
      })
      .finally(() => {
        this.#loading = undefined;
      });
    return this.#loading;
  }

  async #fetch(): Promise<Loaded> {
    const address = `${this.#issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const found = z.parse(metadata, await getJson(address));
    if (!issuerForms(this.#issuer).includes(found.issuer))
      throw new Error('The sign-in service names another issuer');
    const set = keysIn(await getJson(found.jwks_uri));
    return { find: finderIn(set), text: JSON.stringify(set), at: this.#now().getTime() };
  }
}
