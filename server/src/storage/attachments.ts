import { sql, type Selectable, type Transaction } from 'kysely';
import type { ActiveContent } from '../../../src/contract/index.js';
import type { Key } from './requests.js';
import type { Database, Tables } from './tables.js';
import { inTransaction } from './transaction.js';

type Row = Selectable<Tables['attachments']>;
export type AttachmentRow = Omit<Row, 'content'>;

/** How long an attachment waits for its request, in milliseconds. */
const LIFETIME = 24 * 60 * 60 * 1000;

const lapsedBefore = (now: Date): Date => new Date(now.getTime() - LIFETIME);

const described = [
  'tenant',
  'owner',
  'id',
  'staff_id',
  'type',
  'bytes',
  'digest',
  'active_content',
  'created_at',
  'request_owner',
  'request_id',
] as const;

/** Deletes what no request came for. */
export const purgeLapsed = (db: Database, now: Date) =>
  db
    .deleteFrom('attachments')
    .where('request_id', 'is', null)
    .where('created_at', '<=', lapsedBefore(now))
    .execute();

export interface NewAttachment extends Key {
  readonly type: string;
  readonly digest: string;
  readonly content: Uint8Array;
  readonly activeContent: readonly ActiveContent[];
  readonly now: Date;
}

/** How many attachments of a person may wait for their request, and how large they may be together. */
export interface WaitingLimits {
  readonly files: number;
  readonly bytes: number;
}

/** So many wait for their request already that another one has no place, until one of them lapses. */
export class TooManyWaitingError extends Error {
  override readonly name = 'TooManyWaitingError';

  constructor(readonly until: Date) {
    super('Too many attachments wait for their request');
  }
}

/** Holds a person's attachments to the limits; of two that come at once the second waits here for the first. */
async function ensureRoom(
  trx: Transaction<Tables>,
  { tenant, owner, content, now }: NewAttachment,
  { files, bytes }: WaitingLimits,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant}\n${owner}`}, 1))`.execute(
    trx,
  );
  const { count, sum, oldest } = await trx
    .selectFrom('attachments')
    .select((row) => [
      row.fn.countAll().as('count'),
      row.fn.sum('bytes').as('sum'),
      row.fn.min('created_at').as('oldest'),
    ])
    .where('tenant', '=', tenant)
    .where('owner', '=', owner)
    .where('request_id', 'is', null)
    .where('created_at', '>', lapsedBefore(now))
    .executeTakeFirstOrThrow();
  if (!oldest || (Number(count) < files && Number(sum) + content.byteLength <= bytes)) return;
  throw new TooManyWaitingError(new Date(oldest.getTime() + LIFETIME));
}

/**
 * Stores an attachment unless its key is taken; a lapsed one takes nothing.
 *
 * @throws TooManyWaitingError
 */
export async function insertAttachment(
  db: Database,
  attachment: NewAttachment,
  limits?: WaitingLimits,
): Promise<boolean> {
  const { tenant, owner, id, type, digest, content, activeContent, now } = attachment;
  return inTransaction(db, async (trx) => {
    if (limits) await ensureRoom(trx, attachment, limits);
    await trx
      .deleteFrom('attachments')
      .where('tenant', '=', tenant)
      .where('owner', '=', owner)
      .where('id', '=', id)
      .where('request_id', 'is', null)
      .where('created_at', '<=', lapsedBefore(now))
      .execute();
    const added = await trx
      .insertInto('attachments')
      .values({
        tenant,
        owner,
        id,
        staff_id: sql<string>`case when exists (select from attachments where staff_id = ${id}::uuid) then gen_random_uuid() else ${id}::uuid end`,
        type,
        bytes: content.byteLength,
        digest,
        content,
        active_content: activeContent.length ? JSON.stringify(activeContent) : null,
        created_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return added !== undefined;
  });
}

const ownedBy = (db: Database, { tenant, owner, id }: Key) =>
  db
    .selectFrom('attachments')
    .where('tenant', '=', tenant)
    .where('owner', '=', owner)
    .where('id', '=', id);

/** One's own attachment without its bytes, as long as it hasn't lapsed. */
export const findAttachment = (
  db: Database,
  key: Key,
  now: Date,
): Promise<AttachmentRow | undefined> =>
  ownedBy(db, key)
    .select(described)
    .where((row) =>
      row.or([row('request_id', 'is not', null), row('created_at', '>', lapsedBefore(now))]),
    )
    .executeTakeFirst();

/**
 * An attachment that a customer's person may read: their own, one of their request, and with `company` one of any request in the
 * tenant.
 */
export const readAttachment = (
  db: Database,
  { tenant, owner, id }: Key,
  scope: 'own' | 'company',
  now: Date,
): Promise<Row | undefined> =>
  db
    .selectFrom('attachments')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where((row) =>
      row.or([
        row.and([
          row('owner', '=', owner),
          row.or([row('request_id', 'is not', null), row('created_at', '>', lapsedBefore(now))]),
        ]),
        scope === 'company' ? row('request_id', 'is not', null) : row('request_owner', '=', owner),
      ]),
    )
    .orderBy((row) => row('owner', '=', owner), 'desc')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();

/** An attachment of any customer's request by its id for staff. */
export const readBoundAttachment = (db: Database, id: string): Promise<Row | undefined> =>
  db
    .selectFrom('attachments')
    .selectAll()
    .where('staff_id', '=', id)
    .where('request_id', 'is not', null)
    .executeTakeFirst();

/** What staff needs to know of a request's attachments, by owner and id: the ids for staff, the types, and what documents can do. */
export async function filesForStaff(
  db: Database,
  request: Key,
): Promise<ReadonlyMap<string, Pick<Row, 'staff_id' | 'type' | 'active_content'>>> {
  const rows = await db
    .selectFrom('attachments')
    .select(['owner', 'id', 'staff_id', 'type', 'active_content'])
    .where('request_id', '=', request.id)
    .where('tenant', '=', request.tenant)
    .where('request_owner', '=', request.owner)
    .execute();
  return new Map(rows.map((row) => [attachmentKey(row.owner, row.id), row]));
}

export const attachmentKey = (owner: string, id: string): string => `${owner}\n${id}`;

/** What somebody attached to a request, with its bytes. */
export async function readBoundTo(
  db: Database,
  request: Key,
  owner: string,
  ids: readonly string[],
): Promise<Row[]> {
  if (!ids.length) return [];
  return db
    .selectFrom('attachments')
    .selectAll()
    .where('tenant', '=', request.tenant)
    .where('owner', '=', owner)
    .where('id', 'in', ids)
    .where('request_owner', '=', request.owner)
    .where('request_id', '=', request.id)
    .execute();
}

/** Removes an attachment that is bound to nothing. */
export async function deleteUnbound(db: Database, { tenant, owner, id }: Key): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('attachments')
    .where('tenant', '=', tenant)
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('request_id', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** One's own attachments that may still be bound, held until the transaction ends; always locked in the same order. */
export const lockUnbound = (
  trx: Transaction<Tables>,
  { tenant, owner }: Omit<Key, 'id'>,
  ids: readonly string[],
  now: Date,
): Promise<AttachmentRow[]> =>
  trx
    .selectFrom('attachments')
    .select(described)
    .where('tenant', '=', tenant)
    .where('owner', '=', owner)
    .where('id', 'in', ids)
    .where('request_id', 'is', null)
    .where('created_at', '>', lapsedBefore(now))
    .orderBy('id')
    .forUpdate()
    .execute();

export const bindAttachments = (
  trx: Transaction<Tables>,
  { tenant, owner }: Omit<Key, 'id'>,
  ids: readonly string[],
  request: Key,
) =>
  trx
    .updateTable('attachments')
    .set({ request_owner: request.owner, request_id: request.id })
    .where('tenant', '=', tenant)
    .where('owner', '=', owner)
    .where('id', 'in', ids)
    .execute();
