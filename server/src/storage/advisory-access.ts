import type { Insertable, Selectable, Transaction } from 'kysely';
import { nextTimeStep, type Timed, type TimeStep } from '../../../src/contract/index.js';
import type { AdvisoryHistoryAct, AdvisoryUse, Database, Tables } from './tables.js';
import { inTransaction } from './transaction.js';

const BATCH = 100;

export type AccessRow = Selectable<Tables['advisory_access']>;
export type VersionRow = Selectable<Tables['advisory_versions']>;
export type DecisionRow = Selectable<Tables['advisory_decisions']>;
export type NewVersion = Omit<Insertable<Tables['advisory_versions']>, 'request' | 'version'>;
export type NewAccess = Pick<
  AccessRow,
  | 'id'
  | 'tenant'
  | 'asker'
  | 'asker_name'
  | 'asker_unit'
  | 'digest'
  | 'extends'
  | 'created_at'
  | 'lapses_at'
>;

/** What happened, for the history; by nobody where time did it. */
export interface Happening {
  readonly act: AdvisoryHistoryAct;
  readonly at: Date;
  readonly by?: { readonly id: string; readonly name: string };
  readonly text?: string | undefined;
  readonly use?: AdvisoryUse;
}

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

const record = (
  trx: Transaction<Tables>,
  request: string,
  version: number,
  { act, at, by, text, use }: Happening,
) =>
  trx
    .insertInto('advisory_history')
    .values({
      request,
      version,
      at,
      act,
      by: by?.id ?? null,
      by_name: by?.name ?? null,
      text: text ?? null,
      use: use ? JSON.stringify(use) : null,
    })
    .execute();

/** Stores what staff asks, unless the id is taken. */
export async function insertAccess(
  trx: Transaction<Tables>,
  access: NewAccess,
  version: NewVersion,
  happening: Happening,
): Promise<AccessRow | undefined> {
  const row = await trx
    .insertInto('advisory_access')
    .values({ ...access, version: 1, state: 'pending', due_at: access.lapses_at })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) return undefined;
  await insertVersion(trx, row.id, 1, version);
  await record(trx, row.id, 1, happening);
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
  row: AccessRow,
  change: Change,
  happening: Happening,
): Promise<AccessRow> {
  const changed = { ...row, ...change };
  const moved = {
    ...change,
    due_at: nextTimeStep(timed(changed))?.at ?? null,
    revision: row.revision + 1,
  };
  await trx.updateTable('advisory_access').set(moved).where('id', '=', row.id).execute();
  await record(trx, row.id, changed.version, happening);
  return { ...changed, ...moved };
}

const actOf = { lapse: 'lapsed', activate: 'activated', end: 'ended' } as const satisfies Record<
  TimeStep['act'],
  AdvisoryHistoryAct
>;

/** Does to a locked row what time has done to it, each thing at its own instant. */
export async function runOn(
  trx: Transaction<Tables>,
  row: AccessRow,
  now: Date,
): Promise<AccessRow> {
  const step = nextTimeStep(timed(row));
  if (!step || step.at > now) return row;
  return runOn(
    trx,
    await advance(trx, row, { state: step.to }, { act: actOf[step.act], at: step.at }),
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
export async function settle(db: Database, now: Date, tenant?: string): Promise<void> {
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
      for (const row of rows) await runOn(trx, row, now);
    });
  }
}
