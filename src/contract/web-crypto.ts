import type { Sha256 } from './transparency-log.js';

/** What browsers and Node have of cryptography alike. Pages that came by plain http have none of it. */

export const webSha256: Sha256 = async (bytes) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));

/** Whether a signature over bytes was made with the private part of a key of Ed25519. */
export async function isSignedBy(
  publicKey: Uint8Array,
  signature: Uint8Array,
  bytes: Uint8Array,
): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', true, [
    'verify',
  ]);
  return crypto.subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(bytes));
}
