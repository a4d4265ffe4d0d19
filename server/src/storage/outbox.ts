import { sql, type Selectable, type Transaction } from 'kysely';
import type { Key } from './requests.js';
import type { Database, Tables } from './tables.js';

export type OutboxRow = Selectable<Tables['outbox']>;

/** Puts a reply into the outbox; a request goes there with the statement that stores it. */
export const enqueueReply = (
  trx: Transaction<Tables>,
  { tenant, owner, id }: Key,
  author: string,
  message: string,
  now: Date,
) =>
  trx
    .insertInto('outbox')
    .values({ tenant, owner, request: id, author, message, created_at: now, next_at: now })
    .execute();

/** Nothing of the same request is on its way before it. */
const isFirst = sql`not exists (
  select from outbox earlier
  where earlier.tenant = candidate.tenant and earlier.owner = candidate.owner and earlier.request = candidate.request
    and earlier.serial < candidate.serial and earlier.state = 'waiting'
)`;

/**
 * Takes the next mail that is due, whose patience counts from the first time, and holds it until `until`: whoever is killed meanwhile loses it to the next. A reply
 * waits for what came before it of the same request.
 */
export async function claimNext(
  db: Database,
  now: Date,
  until: Date,
): Promise<OutboxRow | undefined> {
  const { rows } = await sql<OutboxRow>`
    update outbox set held_until = ${until.toISOString()}::timestamptz, attempts = attempts + 1,
      created_at = case when attempts = 0 then ${now.toISOString()}::timestamptz else created_at end
    where serial = (
      select serial from outbox candidate
      where state = 'waiting' and next_at <= ${now.toISOString()}::timestamptz
        and (held_until is null or held_until <= ${now.toISOString()}::timestamptz)
        and ${isFirst}
      order by serial
      limit 1
      for update skip locked
    )
    returning *`.execute(db);
  return rows[0];
}

const held = ({ serial, attempts }: OutboxRow) => ({ serial, attempts, state: 'waiting' as const });

/** Goes on holding a mail that is being sent. */
export async function keepHeld(db: Database, mail: OutboxRow, until: Date): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ held_until: until })
    .where((row) => row.and(held(mail)))
    .execute();
}

/** Says how a mail that is held ended. What somebody else holds by now is theirs to end. */
export async function settleHeld(
  db: Database,
  mail: OutboxRow,
  outcome: Partial<Pick<OutboxRow, 'state' | 'problem' | 'sent_at' | 'next_at' | 'is_bare'>>,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ ...outcome, held_until: null })
    .where((row) => row.and(held(mail)))
    .execute();
}

/** When the next mail is due, held ones included; what waits for another of its request is not due before that is sent. */
export async function nextDue(db: Database): Promise<Date | undefined> {
  const { rows } = await sql<{ due: Date | null }>`
    select min(greatest(next_at, coalesce(held_until, next_at))) as due from outbox candidate
    where state = 'waiting' and ${isFirst}`.execute(db);
  return rows[0]?.due ?? undefined;
}

/** All mails of some requests, oldest first. */
export function mailsOf(db: Database, requests: readonly Key[]): Promise<OutboxRow[]> {
  if (!requests.length) return Promise.resolve([]);
  return db
    .selectFrom('outbox')
    .selectAll()
    .where(
      'request',
      'in',
      requests.map(({ id }) => id),
    )
    .orderBy('serial')
    .execute();
}

/** Tries again what was given up, with its files; says whether there was anything. */
export async function sendAgain(
  db: Database,
  { tenant, owner, id }: Key,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({
      state: 'waiting',
      next_at: now,
      created_at: now,
      attempts: 0,
      problem: null,
      is_bare: false,
    })
    .where('tenant', '=', tenant)
    .where('owner', '=', owner)
    .where('request', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface WaitingMails {
  readonly waiting: number;
  /** Given up. */
  readonly failed: number;
  /** How long the oldest that waits has waited. */
  readonly oldestSeconds: number;
}

export async function waitingMails(db: Database, now: Date): Promise<WaitingMails> {
  const { rows } = await sql<{ waiting: string; failed: string; oldest: Date | null }>`
    select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'failed') as failed,
      min(created_at) filter (where state = 'waiting') as oldest
    from outbox where state in ('waiting', 'failed')`.execute(db);
  const { waiting = 0, failed = 0, oldest } = rows[0] ?? {};
  return {
    waiting: Number(waiting),
    failed: Number(failed),
    oldestSeconds: oldest ? Math.max(0, (now.getTime() - oldest.getTime()) / 1000) : 0,
  };
}
