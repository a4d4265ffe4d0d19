import type { Selectable, Transaction } from 'kysely';
import type { Database, Tables } from './tables.js';

export const USUAL_HOURS = 4;

export type SettingsChangeRow = Selectable<Tables['advisory_settings_changes']>;

/** The customer's own rules of advisory access. */
export interface AdvisoryRules {
  /** For how many hours access is valid at most. */
  readonly maxHours: number;
  readonly approversRequired: 1 | 2;
}

const rulesOf = (
  row: { max_hours: number | null; approvers_required: 1 | 2 } | undefined,
): AdvisoryRules => ({
  maxHours: row?.max_hours ?? USUAL_HOURS,
  approversRequired: row?.approvers_required ?? 1,
});

const settingsOf = (db: Database, tenant: string) =>
  db
    .selectFrom('advisory_settings')
    .select(['max_hours', 'approvers_required'])
    .where('tenant', '=', tenant);

export const findRules = async (db: Database, tenant: string): Promise<AdvisoryRules> =>
  rulesOf(await settingsOf(db, tenant).executeTakeFirst());

/** The rules, kept from everybody else who would change them until the transaction ends. */
export async function lockRules(
  trx: Transaction<Tables>,
  tenant: string,
  by: string,
  now: Date,
): Promise<AdvisoryRules> {
  await trx
    .insertInto('advisory_settings')
    .values({ tenant, max_hours: null, changed_by: by, changed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return rulesOf(await settingsOf(trx, tenant).forUpdate().executeTakeFirst());
}

/** Stores rules that were locked, and who changed them. */
export async function storeRules(
  trx: Transaction<Tables>,
  tenant: string,
  { maxHours: max_hours, approversRequired: approvers_required }: AdvisoryRules,
  by: { readonly id: string; readonly name: string },
  at: Date,
): Promise<SettingsChangeRow> {
  await trx
    .updateTable('advisory_settings')
    .set({ max_hours, approvers_required, changed_by: by.id, changed_at: at })
    .where('tenant', '=', tenant)
    .execute();
  return trx
    .insertInto('advisory_settings_changes')
    .values({ tenant, at, by: by.id, by_name: by.name, max_hours, approvers_required })
    .returningAll()
    .executeTakeFirstOrThrow();
}

const MOST_CHANGES = 10;

/** The latest changes of the rules, the last one first. */
export const listChanges = (db: Database, tenant: string): Promise<SettingsChangeRow[]> =>
  db
    .selectFrom('advisory_settings_changes')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('serial', 'desc')
    .limit(MOST_CHANGES)
    .execute();
