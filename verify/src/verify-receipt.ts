import {
  advisoryReceipt,
  canonicalJson,
  concatenate,
  fromBase64Url,
  isSignedBy,
  leafHash,
  logName,
  readCheckpoint,
  receiptSeal,
  rootFromInclusion,
  statement,
  signerOf,
  toBase64Url,
  webSha256,
  type AdvisoryReceipt,
  type Checkpoint,
  type SigningKey,
  type Statement,
} from '../../src/contract/index.js';
import { problemWith } from './acts.js';

/** A receipt that doesn't hold, and why. */
export class ReceiptError extends Error {
  override readonly name = 'ReceiptError';
}

/** What a receipt that holds says. */
export interface VerifiedReceipt {
  readonly id: string;
  readonly tenant: string;
  /** When the endpoint made the receipt. */
  readonly at: string;
  /** Everything that happened, in its order. */
  readonly statements: readonly Statement[];
  /** How many entries the customer's log had then. */
  readonly logSize: number;
  /** The thumbprints of the keys that signed. */
  readonly keyIds: readonly string[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const digestOf = async (text: string) => toBase64Url(await webSha256(encoder.encode(text)));

function check(holds: boolean, why: string): asserts holds {
  if (!holds) throw new ReceiptError(why);
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReceiptError(`${what} is no JSON`);
  }
}

/** The bytes of base64url, so many of them. */
function bytesOf(text: string, length: number, what: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64Url(text);
  check(bytes?.length === length, `${what} is not ${length} bytes in base64url`);
  return new Uint8Array(bytes);
}

/** The keys of a receipt, and which of them have signed something in it. */
class Keys {
  readonly #known = new Map<string, { readonly x: string; readonly raw: Uint8Array }>();
  readonly used = new Set<string>();

  static async of(keys: readonly SigningKey[]): Promise<Keys> {
    const made = new Keys();
    for (const { kty, crv, x, kid } of keys) {
      check(
        (await digestOf(canonicalJson({ crv, kty, x }))) === kid,
        `key ${kid} has another name`,
      );
      const raw = bytesOf(x, 32, `key ${kid}`);
      check(!made.#known.has(kid), `key ${kid} is there twice`);
      made.#known.set(kid, { x, raw });
    }
    return made;
  }

  async #isSigned(kid: string, signature: Uint8Array, text: string) {
    const known = this.#known.get(kid);
    this.used.add(kid);
    return known ? isSignedBy(known.raw, signature, encoder.encode(text)) : false;
  }

  /** What a JWS says, in canonical JSON. */
  async read(jws: string, what: string): Promise<unknown> {
    const [header, payload, signature, ...rest] = jws.split('.');
    check(
      header !== undefined && payload !== undefined && signature !== undefined && !rest.length,
      `${what} is no JWS`,
    );
    const [headerBytes, bytes] = [fromBase64Url(header), fromBase64Url(payload)];
    check(headerBytes !== undefined && bytes !== undefined, `${what} is no JWS`);
    const kid = [...this.#known.keys()].find(
      (id) => canonicalJson({ alg: 'EdDSA', kid: id }) === decode(headerBytes, what),
    );
    check(kid !== undefined, `${what} is signed by no key of this receipt`);
    check(
      await this.#isSigned(
        kid,
        bytesOf(signature, 64, `the signature of ${what}`),
        `${header}.${payload}`,
      ),
      `the signature of ${what} does not hold`,
    );
    const text = decode(bytes, what);
    const said = parse(text, what);
    check(canonicalJson(said) === text, `${what} is not written in canonical JSON`);
    return said;
  }

  /** Checks the signature of a checkpoint, by whichever of the keys it names. */
  async checkNote(checkpoint: Checkpoint) {
    const known = [...this.#known].map(([kid, { x }]) => ({ kid, x }));
    const signer = await signerOf(checkpoint, known, webSha256);
    check(signer !== undefined, 'the checkpoint is signed by no key of this receipt');
    check(
      await this.#isSigned(signer.kid, checkpoint.signature, checkpoint.text),
      'the signature of the checkpoint does not hold',
    );
  }

  get all(): readonly string[] {
    return [...this.#known.keys()];
  }
}

function decode(bytes: Uint8Array, what: string): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new ReceiptError(`${what} is no text in UTF-8`);
  }
}

function readFile(text: string): AdvisoryReceipt {
  const file = text.endsWith('\n') ? text.slice(0, -1) : text;
  const given = parse(file, 'the file');
  const { success, data } = advisoryReceipt.safeParse(given);
  check(success, 'the file is no receipt of advisory access, or one of a newer format');
  check(canonicalJson(data) === file, 'the file was changed: it is not written in canonical JSON');
  return data;
}

/**
 * Checks a receipt of advisory access by itself: every signature, every proof, that nothing was left out of it, and that what
 * happened fits together.
 *
 * @param text the file as the endpoint gave it
 * @param trusted the keys that are known to be the endpoint's; without them only what the receipt says of its own keys counts
 * @throws {ReceiptError} where anything doesn't hold
 */
export async function verifyReceipt(
  text: string,
  trusted?: readonly Pick<SigningKey, 'x'>[],
): Promise<VerifiedReceipt> {
  const file = readFile(text);
  const keys = await Keys.of(file.keys);
  if (trusted)
    for (const { x, kid } of file.keys)
      check(
        trusted.some((key) => key.x === x),
        `key ${kid} is none of those that you trust`,
      );

  const seal = receiptSeal.safeParse(await keys.read(file.seal, 'the seal')).data;
  check(seal !== undefined, 'the seal is not that of a receipt');
  check(
    seal.checkpoint === (await digestOf(file.checkpoint)),
    'the checkpoint is another than the sealed one',
  );
  const digests = await Promise.all(file.statements.map(({ jws }) => digestOf(jws)));
  check(
    canonicalJson(digests) === canonicalJson(seal.statements),
    'statements were added, left out or put in another order',
  );

  const checkpoint = readCheckpoint(file.checkpoint);
  check(checkpoint !== undefined, 'the checkpoint can’t be read');
  check(checkpoint.name === logName(seal.tenant), 'the checkpoint is that of another log');
  await keys.checkNote(checkpoint);

  const statements: Statement[] = [];
  let before = -1;
  for (const { index, salt, jws, proof } of file.statements) {
    const what = `statement ${statements.length + 1}`;
    const said = statement.safeParse(await keys.read(jws, what)).data;
    check(said !== undefined, `${what} can't be understood`);
    check(said.id === seal.id && said.tenant === seal.tenant, `${what} is of another request`);
    check(index > before, `${what} is not in the order of the log`);
    before = index;
    const entry = await webSha256(
      concatenate(bytesOf(salt, 16, `the salt of ${what}`), encoder.encode(jws)),
    );
    const root = await rootFromInclusion(
      await leafHash(entry, webSha256),
      index,
      checkpoint.size,
      proof.map((hash) => bytesOf(hash, 32, `the proof of ${what}`)),
      webSha256,
    );
    check(
      root !== undefined && toBase64Url(root) === toBase64Url(checkpoint.root),
      `${what} is not in the log of the checkpoint`,
    );
    statements.push(said);
  }
  check(
    keys.all.every((kid) => keys.used.has(kid)),
    'the receipt has a key that signed nothing in it',
  );
  const problem = problemWith(statements);
  if (problem !== undefined) throw new ReceiptError(problem);
  return {
    id: seal.id,
    tenant: seal.tenant,
    at: seal.at,
    statements,
    logSize: checkpoint.size,
    keyIds: keys.all,
  };
}
