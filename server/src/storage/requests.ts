import { CompiledQuery, sql, type RawBuilder, type Selectable, type Transaction } from 'kysely';
import type { SupportRequest } from '../../../src/contract/index.js';
import type { Database, RequestStatus, Side, Tables, TimelineContent } from './tables.js';

const PAGE = 25;
const DIGITS = 4;

export type RequestRow = Selectable<Tables['support_requests']>;
export type TimelineRow = Selectable<Tables['timeline']>;

/** Whose thing and which one. The three together are the key of whatever a person creates. */
export interface Key {
  readonly tenant: string;
  readonly owner: string;
  readonly id: string;
}

/**
 * The row at a key, found by its id. Ids are random, so few rows share one. The comparison of the others is one that no
 * index serves: for an owner whom its statistics don't know yet, the database would else read all of the owner's rows.
 */
const atKey = ({ tenant, owner, id }: Key) =>
  sql<boolean>`id = ${id}::uuid and tenant is not distinct from ${tenant} and owner is not distinct from ${owner}`;

export interface NewRequest extends Key {
  /** Whether it also goes to the HelpDesk's mailbox. */
  readonly isRelayed: boolean;
  readonly subject: string;
  readonly sender: string;
  readonly content: SupportRequest;
  readonly now: Date;
}

/** What a receipt tells of a request. */
export type ReceiptRow = Pick<
  RequestRow,
  'id' | 'number' | 'subject' | 'status' | 'content' | 'created_at'
>;

/**
 * Any number of requests at once, each unless its key is taken. Whose a request of the same id is, is looked up row by row and by an index
 * that finds one row at most: a join would be planned once for a small table and kept, and another index would be taken for dear where
 * there are no statistics, for which the database compiles the statement each time. They go in by the order of their ids, so that of
 * two statements with the same ones one waits for the other. In words of SQL and not by the builder, since nothing else is asked as often.
 */
export const INSERT = `/* prepared: insert-requests */
  with given as materialized (
    select * from rows from (json_to_recordset($1::json) as (
      tenant text, owner text, id uuid, prefix text, subject text, sender text, content jsonb, at timestamptz, relayed boolean
    )) with ordinality as given (tenant, owner, id, prefix, subject, sender, content, at, relayed, place)
  ), looked_up as materialized (
    select *, (
      select (kept.tenant, kept.owner, kept.id) is not distinct from (given.tenant, given.owner, given.id)
      from support_requests kept where kept.staff_id = given.id
    ) as is_there from given
  ), drawn as materialized (
    select *, nextval('support_requests_serial_seq') as serial from looked_up where is_there is not true
  ), added as (
    insert into support_requests (tenant, owner, id, staff_id, serial, number, subject, status, sender, content, created_at, updated_at)
    select
      tenant, owner, id,
      case when is_there is null then id else gen_random_uuid() end,
      serial,
      prefix || lpad(serial::text, greatest(${DIGITS}, length(serial::text)), '0'),
      subject, 'received', sender, content, at, at
    from drawn
    order by drawn.id
    on conflict do nothing
    returning tenant, owner, id, number
  ), known as materialized (
    select given.*, number from given join added using (tenant, owner, id)
  ), enqueued as (
    insert into outbox (tenant, owner, request, created_at, next_at)
    select tenant, owner, id, at, at from known where relayed
  )
  select place, number from known`;

/** A request as the statement is given it. */
export const insertedForm = ({ isRelayed, now, ...request }: NewRequest): string =>
  JSON.stringify({
    ...request,
    prefix: `FIV-${now.getUTCFullYear()}-`,
    at: now,
    relayed: isRelayed,
  });

/**
 * Stores requests, of which no two have the same key, each unless its key is taken. The serial, and the number from it, is drawn only
 * for a key that is free: of fifty equal tries at once one gets in, and the others wait for it and find its row. What goes to the
 * HelpDesk's mailbox is in the outbox with it, or neither is there.
 *
 * @param forms the requests as the statement is given them
 * @returns what each receipt tells, in the order of the requests; nothing for those that were not added
 */
export async function insertRequests(
  db: Database,
  requests: readonly NewRequest[],
  forms = requests.map(insertedForm),
): Promise<(ReceiptRow | undefined)[]> {
  const { rows } = await db.executeQuery<{ place: string; number: string }>(
    CompiledQuery.raw(INSERT, [`[${forms.join(',')}]`]),
  );
  const numbers = new Map(rows.map(({ place, number }) => [Number(place), number]));
  return requests.map(({ id, subject, content, now }, index) => {
    const number = numbers.get(index + 1);
    return number === undefined
      ? undefined
      : { id, number, subject, status: 'received', content, created_at: now };
  });
}

/** Stores one request unless its key is taken. */
export const insertRequest = async (
  db: Database,
  request: NewRequest,
): Promise<ReceiptRow | undefined> => (await insertRequests(db, [request]))[0];

/** What is stored at the key, and whether it holds just this content; who confirmed what when is not the content's to say. */
export function compareRequest(db: Database, key: Key, content: SupportRequest) {
  const said = (json: RawBuilder<unknown>) =>
    sql`${json} #- '{chargeableWork,name}' #- '{chargeableWork,confirmedAt}'`;
  return db
    .selectFrom('support_requests')
    .selectAll()
    .where(atKey(key))
    .select(
      sql<boolean>`${said(sql`content`)} = ${said(sql`${JSON.stringify(content)}::jsonb`)}`.as(
        'same',
      ),
    )
    .executeTakeFirst();
}

/** @throws where there is none */
export const requestAt = (db: Database, key: Key): Promise<RequestRow> =>
  db.selectFrom('support_requests').selectAll().where(atKey(key)).executeTakeFirstOrThrow();

/** Any customer's request by its id for staff. */
export const findRequestOfAnybody = (db: Database, id: string): Promise<RequestRow | undefined> =>
  db.selectFrom('support_requests').selectAll().where('staff_id', '=', id).executeTakeFirst();

/** A request of one's own, or with `company` of anybody in the tenant; one's own comes before a colleague's. */
export function findRequest(
  db: Database,
  key: Key,
  scope: 'own' | 'company',
): Promise<RequestRow | undefined> {
  const found = db.selectFrom('support_requests').selectAll();
  if (scope === 'own') return found.where(atKey(key)).executeTakeFirst();
  return found
    .where('id', '=', key.id)
    .where(sql<boolean>`tenant is not distinct from ${key.tenant}`)
    .orderBy(sql`owner = ${key.owner}`, 'desc')
    .orderBy('serial')
    .limit(1)
    .executeTakeFirst();
}

/** Greater than any serial. */
const LAST = '9223372036854775807';

export interface RequestFilter {
  /** All customers' without it, as staff sees them. */
  readonly tenant?: string | undefined;
  /** Only those of which something could not be relayed. */
  readonly isUnrelayed?: boolean | undefined;
  /** Only critical ones that are neither resolved nor closed. */
  readonly isOpenCritical?: boolean | undefined;
  /** Only this person's; everybody's in the tenant without it. */
  readonly owner?: string | undefined;
  readonly status?: RequestStatus | undefined;
  /** The serial that the former page ended with. */
  readonly before?: string | undefined;
}

/**
 * The page of somebody's own before a serial: what precedes it in the order of the index, which is theirs first and others' then.
 * Only so the database reads the page and no more while it has no statistics.
 */
const pageOfPerson = (db: Database, tenant: string, owner: string, before = LAST) =>
  db
    .selectFrom((page) =>
      page
        .selectFrom('support_requests')
        .selectAll()
        .where(
          sql<boolean>`serial > 0 and (tenant, owner, serial) < (${tenant}, ${owner}, ${before}::bigint)`,
        )
        .orderBy('tenant', 'desc')
        .orderBy('owner', 'desc')
        .orderBy('serial', 'desc')
        .limit(PAGE + 1)
        .as('page'),
    )
    .selectAll()
    .where('tenant', '=', tenant)
    .where('owner', '=', owner)
    .orderBy('serial', 'desc')
    .execute();

async function rowsOf(
  db: Database,
  { tenant, owner, status, isUnrelayed, isOpenCritical, before }: RequestFilter,
): Promise<RequestRow[]> {
  if (tenant !== undefined && owner !== undefined && status === undefined)
    return pageOfPerson(db, tenant, owner, before);
  let query = db
    .selectFrom('support_requests')
    .selectAll()
    .orderBy('serial', 'desc')
    .limit(PAGE + 1);
  if (tenant !== undefined) query = query.where('tenant', '=', tenant);
  if (owner !== undefined) query = query.where('owner', '=', owner);
  if (status !== undefined) query = query.where('status', '=', status);
  // As the indexes for these lists say it.
  if (owner !== undefined || status !== undefined) query = query.where('serial', '>', '0');
  // As the index on them says it.
  if (isOpenCritical)
    query = query.where(
      sql<boolean>`content @> '{"critical": true}' and status not in ('resolved', 'closed')`,
    );
  if (isUnrelayed) {
    query = query.where(
      sql<boolean>`exists (
        select from outbox
        where state = 'failed' and outbox.tenant = support_requests.tenant and outbox.owner = support_requests.owner and outbox.request = support_requests.id
      )`,
    );
  }
  if (before !== undefined) query = query.where('serial', '<', before);
  return query.execute();
}

/** One page, newest first. */
export async function listRequests(db: Database, filter: RequestFilter) {
  const rows = await rowsOf(db, filter);
  const items = rows.slice(0, PAGE);
  return { items, next: rows.length > PAGE ? items.at(-1)?.serial : undefined };
}

const updateAt = (trx: Transaction<Tables>, { tenant, owner, id }: Key) =>
  trx
    .updateTable('support_requests')
    .where('tenant', '=', tenant)
    .where('owner', '=', owner)
    .where('id', '=', id);

export interface RequestChange {
  readonly status?: RequestStatus | undefined;
  readonly helpDeskNumber?: string | undefined;
  readonly now: Date;
}

/** Changes what differs, and gives back the request as it was; nobody else changes it until the transaction ends. */
export async function changeRequest(
  trx: Transaction<Tables>,
  request: Key,
  { status, helpDeskNumber, now }: RequestChange,
): Promise<RequestRow> {
  const before = await trx
    .selectFrom('support_requests')
    .selectAll()
    .where(atKey(request))
    .forUpdate()
    .executeTakeFirstOrThrow();
  const changes = {
    ...(status !== undefined && status !== before.status && { status }),
    ...(helpDeskNumber !== undefined &&
      helpDeskNumber !== before.help_desk_number && { help_desk_number: helpDeskNumber }),
  };
  if (Object.keys(changes).length)
    await updateAt(trx, request)
      .set({ ...changes, updated_at: now })
      .execute();
  return before;
}

/** Moves a request on where it stands at one of `from`, as one step. */
export const moveStatus = (
  trx: Transaction<Tables>,
  request: Key,
  from: readonly RequestStatus[],
  to: RequestStatus,
) => updateAt(trx, request).set({ status: to }).where('status', 'in', from).execute();

const timelineOf = (db: Database, { tenant, owner, id }: Key) =>
  db
    .selectFrom('timeline')
    .where('tenant', '=', tenant)
    .where('request_owner', '=', owner)
    .where('request_id', '=', id);

export const listTimeline = (db: Database, request: Key): Promise<TimelineRow[]> =>
  timelineOf(db, request).selectAll().orderBy('serial').execute();

/** A customer's reply. */
export const timelineItemAt = (
  db: Database,
  request: Key,
  author: string,
  id: string,
): Promise<TimelineRow | undefined> =>
  timelineOf(db, request)
    .selectAll()
    .where('side', '=', 'customer')
    .where('author', '=', author)
    .where('id', '=', id)
    .executeTakeFirst();

/** How support's proposal of chargeable work stands: only the latest counts, and one answer to it. */
export async function proposalState(
  trx: Transaction<Tables>,
  request: Key,
  id: string,
): Promise<{ readonly isThere: boolean; readonly isLatest: boolean; readonly answers: number }> {
  const items = await timelineOf(trx, request)
    .select(['id', 'kind', 'content'])
    .where('kind', 'in', ['chargeableProposal', 'message'])
    .orderBy('serial')
    .execute();
  const proposals = items.filter(({ kind }) => kind === 'chargeableProposal');
  return {
    isThere: proposals.some((proposal) => proposal.id === id),
    isLatest: proposals.at(-1)?.id === id,
    answers: items.filter(
      ({ content: { confirms, declines } }) => confirms === id || declines === id,
    ).length,
  };
}

export interface NewTimelineItem {
  readonly id: string;
  readonly kind: TimelineRow['kind'];
  readonly side: Side;
  readonly author: string;
  readonly authorName: string;
  readonly content: TimelineContent;
  readonly now: Date;
}

/** Adds to a request's timeline unless the author has an item of this id there. */
export async function insertTimelineItem(
  trx: Transaction<Tables>,
  request: Key,
  item: NewTimelineItem,
): Promise<TimelineRow | undefined> {
  const added = await trx
    .insertInto('timeline')
    .values({
      tenant: request.tenant,
      request_owner: request.owner,
      request_id: request.id,
      side: item.side,
      author: item.author,
      id: item.id,
      kind: item.kind,
      author_name: item.authorName,
      content: JSON.stringify(item.content),
      created_at: item.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (added) {
    await updateAt(trx, request).set({ updated_at: item.now }).execute();
  }
  return added;
}

export const compareTimelineItem = (db: Database, request: Key, item: NewTimelineItem) =>
  timelineOf(db, request)
    .selectAll()
    .select(sql<boolean>`content = ${JSON.stringify(item.content)}::jsonb`.as('same'))
    .where('kind', '=', item.kind)
    .where('side', '=', item.side)
    .where('author', '=', item.author)
    .where('id', '=', item.id)
    .executeTakeFirst();
