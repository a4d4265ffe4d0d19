import type { Insertable, Transaction } from 'kysely';
import { nextTimeStep, type Timed, type TimeStep } from '../../../src/contract/index.js';
import type { AdvisoryEvent, Journal } from '../advisory-log/journal.js';
import type { AccessRow, AdvisoryHistoryAct, Database, Tables } from './tables.js';
import { inTransaction } from './transaction.js';

const BATCH = 100;

export type NewVersion = Omit<Insertable<Tables['advisory_versions']>, 'request' | 'version'>;
export type NewAccess = Pick<
  AccessRow,
  | 'id'
  | 'tenant'
  | 'asker'
  | 'asker_name'
  | 'asker_unit'
  | 'asker_email'
  | 'asker_language'
  | 'digest'
  | 'extends'
  | 'created_at'
  | 'lapses_at'
>;

type Change = Partial<
  Pick<
    AccessRow,
    | 'state'
    | 'version'
    | 'lapses_at'
    | 'starts_at'
    | 'ends_at'
    | 'used_at'
    | 'asker_name'
    | 'asker_unit'
    | 'asker_email'
    | 'asker_language'
  >
>;

const timed = ({
  state,
  lapses_at,
  starts_at,
  ends_at,
}: Pick<AccessRow, 'state' | 'lapses_at' | 'starts_at' | 'ends_at'>): Timed => ({
  state,
  lapsesAt: lapses_at,
  startsAt: starts_at ?? undefined,
  endsAt: ends_at ?? undefined,
});

/** Writes down what happened to a request: in the history, and as a signed statement in the customer's log. */
async function record(
  trx: Transaction<Tables>,
  journal: Journal,
  row: AccessRow,
  event: AdvisoryEvent,
): Promise<void> {
  const { act, at, by, text, use } = event;
  const { serial } = await trx
    .insertInto('advisory_history')
    .values({
      request: row.id,
      version: row.version,
      at,
      act,
      by: by?.id ?? null,
      by_name: by?.name ?? null,
      text: text ?? null,
      use: use ? JSON.stringify(use) : null,
    })
    .returning('serial')
    .executeTakeFirstOrThrow();
  await journal.append(trx, row, event, serial);
}

/** Stores what staff asks, unless the id is taken. */
export async function insertAccess(
  trx: Transaction<Tables>,
  journal: Journal,
  access: NewAccess,
  version: NewVersion,
  event: AdvisoryEvent,
): Promise<AccessRow | undefined> {
  const row = await trx
    .insertInto('advisory_access')
    .values({ ...access, version: 1, state: 'pending', due_at: access.lapses_at })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) return undefined;
  await insertVersion(trx, row.id, 1, version);
  await record(trx, journal, row, event);
  return row;
}

export const insertVersion = (
  trx: Transaction<Tables>,
  request: string,
  version: number,
  content: NewVersion,
) =>
  trx
    .insertInto('advisory_versions')
    .values({ ...content, request, version })
    .execute();

/** One decision a version: a second one breaks the key. */
export const insertDecision = (
  trx: Transaction<Tables>,
  decision: Insertable<Tables['advisory_decisions']>,
) => trx.insertInto('advisory_decisions').values(decision).execute();

/** One first approval a version, too. */
export const insertFirstApproval = (
  trx: Transaction<Tables>,
  approval: Insertable<Tables['advisory_first_approvals']>,
) => trx.insertInto('advisory_first_approvals').values(approval).execute();

/** A request, kept from everybody else until the transaction ends. Staff's question names no tenant. */
export function lockAccess(
  trx: Transaction<Tables>,
  id: string,
  tenant?: string,
): Promise<AccessRow | undefined> {
  const found = trx.selectFrom('advisory_access').selectAll().where('id', '=', id).forUpdate();
  return (tenant === undefined ? found : found.where('tenant', '=', tenant)).executeTakeFirst();
}

/** Changes a row that this transaction has locked, and writes down what happened. */
export async function advance(
  trx: Transaction<Tables>,
  journal: Journal,
  row: AccessRow,
  change: Change,
  event: AdvisoryEvent,
): Promise<AccessRow> {
  const changed = { ...row, ...change };
  const moved = {
    ...change,
    due_at: nextTimeStep(timed(changed))?.at ?? null,
    revision: row.revision + 1,
  };
  await trx.updateTable('advisory_access').set(moved).where('id', '=', row.id).execute();
  const advanced = { ...changed, ...moved };
  await record(trx, journal, advanced, event);
  return advanced;
}

const actOf = { lapse: 'lapsed', activate: 'activated', end: 'ended' } as const satisfies Record<
  TimeStep['act'],
  AdvisoryHistoryAct
>;

/** Does to a locked row what time has done to it, each thing at its own instant. */
export async function applyDueTransitions(
  trx: Transaction<Tables>,
  journal: Journal,
  row: AccessRow,
  now: Date,
): Promise<AccessRow> {
  const step = nextTimeStep(timed(row));
  if (!step || step.at > now) return row;
  return applyDueTransitions(
    trx,
    journal,
    await advance(trx, journal, row, { state: step.to }, { act: actOf[step.act], at: step.at }),
    now,
  );
}

const dueBy = (db: Database, now: Date, tenant?: string) => {
  const due = db
    .selectFrom('advisory_access')
    .select('id')
    .where('due_at', '<=', now)
    .orderBy('id')
    .limit(BATCH);
  return (tenant === undefined ? due : due.where('tenant', '=', tenant)).execute();
};

/** Runs on what is due: before each reading, so that no state outlives its end because a job was late, and by that job. */
export async function settle(
  db: Database,
  journal: Journal,
  now: Date,
  tenant?: string,
): Promise<void> {
  for (;;) {
    const due = await dueBy(db, now, tenant);
    if (!due.length) return;
    await inTransaction(db, async (trx) => {
      const ids = due.map(({ id }) => id);
      const rows = await trx
        .selectFrom('advisory_access')
        .selectAll()
        .where('id', 'in', ids)
        .orderBy('id')
        .forUpdate()
        .execute();
      for (const row of rows) await applyDueTransitions(trx, journal, row, now);
    });
  }
}
