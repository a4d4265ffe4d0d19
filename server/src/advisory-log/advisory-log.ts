import {
  canonicalJson,
  consistencyNodes,
  hashOver,
  inclusionNodes,
  nodesOfRoot,
  readCheckpoint,
  receiptFormat,
  toBase64Url,
  type LogHead,
  type LogNode,
  type AdvisoryReceipt,
} from '../../../src/contract/index.js';
import type { Database } from '../storage/tables.js';
import { problemIn } from './audit.js';
import { BrokenLogError, hashesOf, sha256 } from './log-nodes.js';
import type { SigningKeys } from './signing-keys.js';

async function headOf(db: Database, tenant: string): Promise<LogHead> {
  const row = await db
    .selectFrom('advisory_log_heads')
    .select('size')
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  const size = Number(row?.size ?? 0);
  return { size, root: await hashOver(await hashesOf(db, tenant, nodesOfRoot(size)), sha256) };
}

/** Proofs, each made of hashes that are each made of subtrees, by one question to the database. */
async function proofsOf(
  db: Database,
  tenant: string,
  proofs: readonly (readonly (readonly LogNode[])[])[],
): Promise<Uint8Array[][]> {
  const hashes = (await hashesOf(db, tenant, proofs.flat(2))).values();
  const take = () => {
    const { value } = hashes.next();
    if (!value) throw new BrokenLogError('it has too few hashes');
    return value;
  };
  return Promise.all(
    proofs.map((proof) => Promise.all(proof.map((nodes) => hashOver(nodes.map(take), sha256)))),
  );
}

/**
 * The signed head of a customer's log, once the log has been looked through.
 *
 * @throws {BrokenLogError} where somebody has changed the database by hand: nothing is signed then
 */
export async function checkpointOf(
  db: Database,
  keys: SigningKeys,
  tenant: string,
): Promise<string> {
  const problem = await problemIn(db, tenant);
  if (problem !== undefined) throw new BrokenLogError(problem);
  return keys.checkpoint(tenant, await headOf(db, tenant));
}

/** The proof that the log of one size begins with that of another; nothing where it isn't as long. */
export async function consistencyOf(
  db: Database,
  tenant: string,
  from: number,
  size: number,
): Promise<string[] | undefined> {
  const head = await headOf(db, tenant);
  if (from > size || size > head.size) return undefined;
  const [proof = []] = await proofsOf(db, tenant, [consistencyNodes(from, size)]);
  return proof.map(toBase64Url);
}

/** Everything that was signed of a request; nothing where it has no statements. Called in a transaction that sees one moment. */
export async function receiptOf(
  db: Database,
  keys: SigningKeys,
  tenant: string,
  id: string,
  at: Date,
): Promise<AdvisoryReceipt | undefined> {
  const entries = await db
    .selectFrom('advisory_log')
    .select(['index', 'salt', 'jws'])
    .where('tenant', '=', tenant)
    .where('request', '=', id)
    .orderBy('index')
    .execute();
  if (!entries.length) return undefined;
  const checkpoint = await checkpointOf(db, keys, tenant);
  const size = readCheckpoint(checkpoint)?.size ?? 0;
  const proofs = await proofsOf(
    db,
    tenant,
    entries.map(({ index }) => inclusionNodes(Number(index), size)),
  );
  const statements = entries.map(({ index, salt, jws }, place) => ({
    index: Number(index),
    salt: toBase64Url(salt ?? new Uint8Array()),
    jws: jws ?? '',
    proof: (proofs[place] ?? []).map(toBase64Url),
  }));
  const digest = async (text: string) => toBase64Url(await sha256(Buffer.from(text)));
  const seal = await keys.sign(
    canonicalJson({
      type: 'receipt',
      tenant,
      id,
      at: at.toISOString(),
      checkpoint: await digest(checkpoint),
      statements: await Promise.all(statements.map(({ jws }) => digest(jws))),
    }),
  );
  const used = new Set([seal, ...statements.map(({ jws }) => jws)].map(keyIdOf));
  return inCanonicalOrder({
    format: receiptFormat,
    seal,
    statements,
    checkpoint,
    keys: keys.published.filter(({ kid }) => used.has(kid)),
  });
}

/** So that whoever saves the answer as it comes has the receipt in its one spelling. */
const inCanonicalOrder = (receipt: AdvisoryReceipt): AdvisoryReceipt =>
  JSON.parse(canonicalJson(receipt)) as AdvisoryReceipt;

const keyIdOf = (jws: string): string =>
  (JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid;
