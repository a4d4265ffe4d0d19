import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod/mini';
import {
  accessGrantType,
  canonicalJson,
  checkpointText,
  fromBase64Url,
  logName,
  noteKeyId,
  signedCheckpoint,
  type AccessGrant,
  type LogHead,
  type SigningKey,
} from '../../../src/contract/index.js';
import type { Database } from '../storage/tables.js';
import { sha256 } from './log-nodes.js';

/** The algorithm of every signature here: EdDSA with Ed25519, which gives one signature for one text. */
const ALGORITHM = 'EdDSA';

const jwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  /** The private part; a retired key needs none. */
  d: z.optional(z.string()),
});
const keySet = z.object({ keys: z.array(jwk).check(z.minLength(1)) });
/** A set of Ed25519 keys (RFC 7517, RFC 8037). The first one signs, all are published. */
export type PrivateKeySet = z.infer<typeof keySet>;

/** The keys that statements, receipts and checkpoints are signed with. */
export class SigningKeys {
  /** The public keys, the one that signs first. */
  readonly published: readonly SigningKey[];
  readonly #private: KeyObject;
  readonly #public: ReadonlyMap<string, KeyObject>;

  private constructor(
    published: readonly [SigningKey, ...SigningKey[]],
    privateKey: KeyObject,
    publicKeys: ReadonlyMap<string, KeyObject>,
  ) {
    this.published = published;
    this.#private = privateKey;
    this.#public = publicKeys;
  }

  /** @throws where the first key has no private part, or a key is none of Ed25519 */
  static async from({ keys }: PrivateKeySet): Promise<SigningKeys> {
    const published = await Promise.all(
      keys.map(async ({ kty, crv, x }) => {
        const key = { kty, crv, x };
        return { ...key, kid: await calculateJwkThumbprint(key) };
      }),
    );
    const [signing] = keys;
    const [first, ...others] = published;
    if (!signing?.d || !first) throw new TypeError('The first key has no private part');
    const { kty, crv, x, d } = signing;
    const privateKey = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
    const publicKeys = published.map(
      (key) => [key.kid, createPublicKey({ key, format: 'jwk' })] as const,
    );
    return new SigningKeys([first, ...others], privateKey, new Map(publicKeys));
  }

  get #first(): SigningKey {
    const [first] = this.published;
    if (!first) throw new TypeError('There is no key');
    return first;
  }

  /** A compact JWS over a text. */
  sign(text: string): Promise<string> {
    return new CompactSign(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: ALGORITHM, kid: this.#first.kid })
      .sign(this.#private);
  }

  /** A grant token. Its type keeps it from being read as a statement, and a statement from being taken for it. */
  grantToken(grant: AccessGrant): Promise<string> {
    return new CompactSign(new TextEncoder().encode(JSON.stringify(grant)))
      .setProtectedHeader({ alg: ALGORITHM, kid: this.#first.kid, typ: accessGrantType })
      .sign(this.#private);
  }

  /** The text of a compact JWS that one of these keys has signed; nothing for any other. */
  read(jws: string): string | undefined {
    const [header = '', payload = '', signature = ''] = jws.split('.');
    const said = Buffer.from(header, 'base64url').toString();
    const key = this.#public.get(
      [...this.#public.keys()].find((kid) => said === canonicalJson({ alg: ALGORITHM, kid })) ?? '',
    );
    const isSigned =
      key &&
      verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'));
    return isSigned ? Buffer.from(payload, 'base64url').toString() : undefined;
  }

  /** The head of a customer's log, signed. */
  async checkpoint(tenant: string, head: LogHead): Promise<string> {
    const name = logName(tenant);
    const text = checkpointText(name, head);
    const keyId = await noteKeyId(name, fromBase64Url(this.#first.x) ?? new Uint8Array(), sha256);
    return signedCheckpoint(name, text, keyId, sign(null, Buffer.from(text), this.#private));
  }
}

/** Makes a new key, as it stands in the file of keys. */
export async function createSigningKey(): Promise<PrivateKeySet['keys'][number]> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  return z.parse(jwk, await exportJWK(privateKey));
}

/** Whether a key can be used: its parts are of the right length, and the private one belongs to the public one. */
function isKey({ kty, crv, x, d }: PrivateKeySet['keys'][number]): boolean {
  try {
    const publicKey = createPublicKey(
      d === undefined
        ? { key: { kty, crv, x }, format: 'jwk' }
        : createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' }),
    );
    return publicKey.export({ format: 'jwk' }).x === x;
  } catch {
    return false;
  }
}

/** The keys in a file, also where none of them can sign; nothing where it is no set of keys. */
export function keySetIn(path: string): PrivateKeySet | undefined {
  try {
    return z.safeParse(keySet, JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Reads the file of keys; says what is wrong with it. */
export function readSigningKeys(
  path: string,
  fault: (fault: string) => void,
): PrivateKeySet | undefined {
  const help = '"npm run signing-key" makes a file of one key.';
  try {
    const { success, data } = z.safeParse(keySet, JSON.parse(readFileSync(path, 'utf8')));
    const wrong = data?.keys.findIndex((key) => !isKey(key)) ?? -1;
    if (wrong >= 0) {
      fault(
        `SIGNING_KEYS_FILE names ${path}, whose key ${wrong + 1} is none of Ed25519, or its private part ("d") isn't that of its public part ("x"): what it signed could not be checked. Put back the key as it was made, or take it out. ${help}`,
      );
      return undefined;
    }
    if (success && data.keys[0]?.d) return data;
    fault(
      success
        ? `SIGNING_KEYS_FILE names ${path}, whose first key has no private part ("d"), so nothing can be signed with it. ${help}`
        : `SIGNING_KEYS_FILE names ${path}, which is no JSON Web Key Set of Ed25519 keys. ${help}`,
    );
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is no JSON' : "can't be read";
    fault(`SIGNING_KEYS_FILE names ${path}, which ${why}. ${help}`);
  }
  return undefined;
}

/** The place of the demonstration's key among those that it keeps in the database. */
const DEMO_KEY = 2;

/** A demonstration's own key, which every instance on the database has. */
export async function demoSigningKeys(db: Database): Promise<PrivateKeySet> {
  await db
    .insertInto('demo_keys')
    .values({ id: DEMO_KEY, jwk: JSON.stringify(await createSigningKey()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await db
    .selectFrom('demo_keys')
    .select('jwk')
    .where('id', '=', DEMO_KEY)
    .executeTakeFirstOrThrow();
  return z.parse(keySet, { keys: [kept.jwk] });
}
