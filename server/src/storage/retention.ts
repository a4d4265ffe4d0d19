import { sql, type Transaction } from 'kysely';
import type { Database, Tables } from './tables.js';
import { inTransaction } from './transaction.js';

const DAY = 24 * 60 * 60 * 1000;

/** So many requests at once, so that nobody waits long for their rows. */
const AT_ONCE = 200;

/**
 * Deletes the requests that have been resolved or closed for so many days, with everything that was said and attached. A
 * request that moves meanwhile stays.
 *
 * @returns how many
 */
export async function deleteOldRequests(db: Database, days: number, now: Date): Promise<number> {
  const before = new Date(now.getTime() - days * DAY);
  for (let count = 0; ;) {
    const deleted = await inTransaction(db, (trx) => deleteSome(trx, before));
    count += deleted;
    if (deleted < AT_ONCE) return count;
  }
}

async function deleteSome(trx: Transaction<Tables>, before: Date): Promise<number> {
  const old = await trx
    .selectFrom('support_requests')
    .select(['tenant', 'owner', 'id'])
    .where('status', 'in', ['resolved', 'closed'])
    .where('updated_at', '<=', before)
    .orderBy('updated_at')
    .limit(AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute();
  if (!old.length) return 0;
  const keys = sql`(${sql.join(old.map(({ tenant, owner, id }) => sql`(${tenant}::text, ${owner}::text, ${id}::uuid)`))})`;
  await sql`delete from outbox where (tenant, owner, request) in ${keys}`.execute(trx);
  await sql`delete from timeline where (tenant, request_owner, request_id) in ${keys}`.execute(trx);
  await sql`delete from attachments where (tenant, request_owner, request_id) in ${keys}`.execute(
    trx,
  );
  await sql`delete from support_requests where (tenant, owner, id) in ${keys}`.execute(trx);
  return old.length;
}
