import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { LogNode, Sha256 } from '../../../src/contract/index.js';
import type { Database } from '../storage/tables.js';

export const sha256: Sha256 = (bytes) =>
  Promise.resolve(createHash('sha256').update(bytes).digest());

/** The hashes of subtrees of a customer's log, in the order in which they are asked for. */
export async function hashesOf(
  db: Database,
  tenant: string,
  nodes: readonly LogNode[],
): Promise<Uint8Array[]> {
  if (!nodes.length) return [];
  const wanted = nodes.map(({ level, index }) => sql`(${level}::integer, ${index}::bigint)`);
  const { rows } = await sql<{ level: number; index: string; hash: Uint8Array }>`
    select level, index, hash from advisory_log_nodes
    where tenant = ${tenant} and (level, index) in (${sql.join(wanted)})`.execute(db);
  const known = new Map(rows.map(({ level, index, hash }) => [`${level} ${index}`, hash]));
  return nodes.map(({ level, index }) => {
    const hash = known.get(`${level} ${index}`);
    if (!hash) throw new BrokenLogError(`it has no hash ${index} at level ${level}`);
    return hash;
  });
}

/** The log of a customer doesn't agree with itself, or with what it tells of: somebody has changed the database by hand. */
export class BrokenLogError extends Error {
  override readonly name = 'BrokenLogError';
}
