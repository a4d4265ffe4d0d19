import type { Connection } from '../../../context/connection.js';
import {
  getAdvisoryCheckpoint,
  getAdvisoryConsistency,
  getAdvisoryKeys,
} from '../../../contract/advisory-statement.js';
import { fromBase64Url, logName, readCheckpoint, signerOf } from '../../../contract/checkpoint.js';
import { isConsistent } from '../../../contract/transparency-log.js';
import { isSignedBy, webSha256 } from '../../../contract/web-crypto.js';
import { SupportError } from '../../../client/support-error.js';

/** What a browser remembers of a customer's log: its head, and when it was seen. */
export interface RememberedHead {
  readonly checkpoint: string;
  readonly at: string;
}

/** How the log stands to what this browser saw of it. */
export type LogFinding =
  | { readonly kind: 'whole' }
  /** The endpoint itself says that it was changed by hand. */
  | { readonly kind: 'altered' }
  /** Nobody knows whose it is. */
  | { readonly kind: 'unsigned' }
  /** It doesn't begin with what this browser saw; `now` is what it would remember if the person goes on with it. */
  | {
      readonly kind: 'rewritten';
      readonly former: RememberedHead;
      readonly now: RememberedHead;
    };

const keyOf = (endpoint: string, tenant: string): string =>
  `visma-support:checkpoint:${new URL(endpoint, document.baseURI).href}|${tenant}`;

function remembered(key: string): RememberedHead | undefined {
  try {
    const { checkpoint, at } = JSON.parse(localStorage.getItem(key) ?? '') as RememberedHead;
    return readCheckpoint(checkpoint) && !Number.isNaN(Date.parse(at))
      ? { checkpoint, at }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers the head of a log from now on. */
export function rememberHead(endpoint: string, tenant: string, head: RememberedHead): void {
  try {
    localStorage.setItem(keyOf(endpoint, tenant), JSON.stringify(head));
  } catch {
    // A full or closed storage: nothing is remembered, and so nothing is compared.
  }
}

/** Whether the browser knows the signature that the log has. A pair is made, since WebKitGTK ends the page's process over a made-up key. */
async function knowsEd25519(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
    return true;
  } catch {
    return false;
  }
}

/**
 * Asks for the head of a customer's log, checks its signature, and that the log begins with what this browser saw of it last.
 *
 * @param now by the endpoint's clock
 * @returns nothing where the browser can't check signatures, or where the endpoint gave no answer
 */
export async function checkAdvisoryLog(
  connection: Connection,
  tenant: string,
  now: Date,
): Promise<LogFinding | undefined> {
  const { endpoint } = connection.choice;
  if (endpoint === undefined || !(await knowsEd25519())) return undefined;
  // Read before the endpoint is asked: another page may remember a longer log meanwhile.
  const former = remembered(keyOf(endpoint, tenant));
  try {
    const { checkpoint } = await connection.send(getAdvisoryCheckpoint, {});
    const head = readCheckpoint(checkpoint);
    if (head?.name !== logName(tenant)) return { kind: 'unsigned' };
    const { keys } = await connection.send(getAdvisoryKeys, {});
    const signer = await signerOf(head, keys, webSha256);
    const publicKey = fromBase64Url(signer?.x ?? '');
    const text = new TextEncoder().encode(head.text);
    if (publicKey?.length !== 32 || !(await isSignedBy(publicKey, head.signature, text)))
      return { kind: 'unsigned' };
    const seen = { checkpoint, at: now.toISOString() };
    const before = former && readCheckpoint(former.checkpoint);
    if (former && before) {
      const proof = await proofOf(connection, before.size, head.size);
      if (!proof || !(await isConsistent(before, head, proof, webSha256)))
        return { kind: 'rewritten', former, now: seen };
    }
    rememberHead(endpoint, tenant, seen);
    return { kind: 'whole' };
  } catch (error) {
    // The endpoint signs nothing more once its log was changed by hand.
    return SupportError.from(error).code === 'conflict' ? { kind: 'altered' } : undefined;
  }
}

/** The proof that a log begins with a former one; nothing where there can be none. */
async function proofOf(
  connection: Connection,
  from: number,
  size: number,
): Promise<Uint8Array[] | undefined> {
  if (from > size) return undefined;
  if (from === 0 || from === size) return [];
  const query = { from: String(from), size: String(size) };
  const { proof } = await connection.send(getAdvisoryConsistency, { query });
  const hashes = proof.flatMap((hash) => fromBase64Url(hash) ?? []);
  return hashes.length === proof.length ? hashes : undefined;
}
