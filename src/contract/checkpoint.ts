import { concatenate, type LogHead, type Sha256 } from './transparency-log.js';

/** The signed head of a log, as C2SP tlog-checkpoint and signed-note write it. */

const ED25519 = 1;
const encoder = new TextEncoder();

/** Bytes in base64, with padding. */
export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** Bytes in base64url, without padding. */
export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** The bytes of base64 in its one spelling; nothing for any other text. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : undefined;
}

/** The bytes of base64url in its one spelling; nothing for any other text. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  const padding = '='.repeat((4 - (text.length % 4)) % 4);
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/') + padding);
}

/** The name of a customer's log, which its checkpoints begin with and its signatures are by. */
export const logName = (tenant: string): string =>
  `support-endpoint/advisory-access/${encodeURIComponent(tenant)}`;

/** Names a key in a signed note: the first four bytes of a hash over the name of the log and the key. */
export const noteKeyId = async (
  name: string,
  publicKey: Uint8Array,
  sha256: Sha256,
): Promise<Uint8Array> =>
  (await sha256(concatenate(encoder.encode(`${name}\n`), Uint8Array.of(ED25519), publicKey))).slice(
    0,
    4,
  );

/** The text of a checkpoint, which is what is signed. */
export const checkpointText = (name: string, { size, root }: LogHead): string =>
  `${name}\n${size}\n${toBase64(root)}\n`;

/** A checkpoint with its signature. */
export const signedCheckpoint = (
  name: string,
  text: string,
  keyId: Uint8Array,
  signature: Uint8Array,
): string => `${text}\n— ${name} ${toBase64(concatenate(keyId, signature))}\n`;

export interface Checkpoint extends LogHead {
  readonly name: string;
  /** What is signed. */
  readonly text: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

const form =
  /^(?<text>(?<name>[^\s+]+)\n(?<size>0|[1-9]\d{0,14})\n(?<root>[A-Za-z0-9+/=]{44})\n)\n— (?<signer>[^\s+]+) (?<signed>[A-Za-z0-9+/=]+)\n$/;

/** Reads a checkpoint with one signature by the log itself; nothing for any other text. It doesn't check the signature. */
export function readCheckpoint(note: string): Checkpoint | undefined {
  const parts = form.exec(note)?.groups;
  const { text, name, size, root, signer, signed } = parts ?? {};
  const [head, signature] = [fromBase64(root ?? ''), fromBase64(signed ?? '')];
  if (text === undefined || name === undefined || name !== signer) return undefined;
  if (head?.length !== 32 || signature?.length !== 68) return undefined;
  return {
    name,
    text,
    size: Number(size),
    root: head,
    keyId: signature.slice(0, 4),
    signature: signature.slice(4),
  };
}

/** The key by which a checkpoint says that it is signed; nothing where it is none of these. */
export async function signerOf<K extends { readonly x: string }>(
  { name, keyId }: Checkpoint,
  keys: readonly K[],
  sha256: Sha256,
): Promise<K | undefined> {
  for (const key of keys) {
    const publicKey = fromBase64Url(key.x);
    if (publicKey && toBase64(await noteKeyId(name, publicKey, sha256)) === toBase64(keyId))
      return key;
  }
  return undefined;
}
