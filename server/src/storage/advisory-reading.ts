import { sql, type Selectable, type Transaction } from 'kysely';
import { sufficientAccess, type ApprovalState } from '../../../src/contract/index.js';
import type { Staff } from '../sign-in/identity.js';
import { USUAL_HOURS } from './advisory-settings.js';
import type {
  AccessRow,
  AdvisoryUse,
  Database,
  DecisionRow,
  FirstApprovalRow,
  Tables,
  VersionRow,
} from './tables.js';

const PAGE = 25;
/** How many lines of uses of a grant a reader gets at a time. */
const USES = 100;

export type HistoryRow = Omit<Selectable<Tables['advisory_history']>, 'request'>;

/** The uses of a grant by the same person for the same within an hour, told by the last of them. */
export type UsesRow = HistoryRow & { readonly count: string; readonly since: Date };

const listed = [
  'advisory_versions.granted_kind',
  'advisory_versions.granted_id',
  'advisory_versions.granted_name',
  'advisory_versions.access',
  'advisory_versions.environment',
  'advisory_versions.reason',
  'advisory_versions.support_request',
  'advisory_versions.from_at',
  'advisory_versions.until_at',
  'advisory_versions.company_count',
  'advisory_versions.area_count',
] as const;

/** A request and what its version asks, but for the lists, which may be long. */
export type ListedRow = AccessRow &
  Omit<VersionRow, 'request' | 'companies' | 'areas'> & {
    /** What was granted, where it is fewer than asked. */
    readonly granted_companies: number | null;
    readonly granted_areas: number | null;
    readonly first_by: string | null;
    readonly first_by_name: string | null;
    readonly first_at: Date | null;
  };

const lengthOf = (list: 'companies' | 'areas') =>
  sql<number | null>`jsonb_array_length(${sql.ref(`advisory_decisions.${list}`)})`;

export interface AccessFilter {
  /** Only this customer's; everybody's without it. */
  readonly tenant?: string | undefined;
  readonly state?: ApprovalState | undefined;
  /** The serial that the former page ended with. */
  readonly before?: string | undefined;
}

/** One page, newest first. */
export async function listAccess(
  db: Database,
  { tenant, state, before }: AccessFilter,
): Promise<{ items: ListedRow[]; next: string | undefined }> {
  let query = db
    .selectFrom('advisory_access')
    .innerJoin('advisory_versions', (join) =>
      join
        .onRef('advisory_versions.request', '=', 'advisory_access.id')
        .onRef('advisory_versions.version', '=', 'advisory_access.version'),
    )
    .leftJoin('advisory_decisions', (join) =>
      join
        .onRef('advisory_decisions.request', '=', 'advisory_access.id')
        .onRef('advisory_decisions.version', '=', 'advisory_access.version'),
    )
    .leftJoin('advisory_first_approvals as first', (join) =>
      join
        .onRef('first.request', '=', 'advisory_access.id')
        .onRef('first.version', '=', 'advisory_access.version'),
    )
    .selectAll('advisory_access')
    .select(['first.by as first_by', 'first.by_name as first_by_name', 'first.at as first_at'])
    .select(listed)
    .select([lengthOf('companies').as('granted_companies'), lengthOf('areas').as('granted_areas')])
    .orderBy('serial', 'desc')
    .limit(PAGE + 1);
  if (tenant !== undefined) query = query.where('tenant', '=', tenant);
  if (state !== undefined) query = query.where('state', '=', state);
  if (before !== undefined) query = query.where('serial', '<', before);
  const rows = await query.execute();
  const items = rows.slice(0, PAGE);
  return { items, next: rows.length > PAGE ? items.at(-1)?.serial : undefined };
}

/** What a customer is told beside the list, in one question; what `reader` has approved first waits for somebody else. */
export async function findOverview(
  db: Database,
  tenant: string,
  reader: string,
): Promise<{ pendingCount: number; maxHours: number; approversRequired: 1 | 2 }> {
  const { rows } = await sql<{ pending: string; hours: number | null; approvers: 1 | 2 | null }>`
    select
      (select count(*) from advisory_access access where tenant = ${tenant} and state = 'pending' and not exists
        (select from advisory_first_approvals first where first.request = access.id and first.version = access.version and first.by = ${reader})) as pending,
      settings.max_hours as hours, settings.approvers_required as approvers
    from (values (1)) one left join advisory_settings settings on settings.tenant = ${tenant}`.execute(
    db,
  );
  return {
    pendingCount: Number(rows[0]?.pending ?? 0),
    maxHours: rows[0]?.hours ?? USUAL_HOURS,
    approversRequired: rows[0]?.approvers ?? 1,
  };
}

/** A request by its id; staff's question names no tenant. */
export function findAccess(
  db: Database,
  id: string,
  tenant?: string,
): Promise<AccessRow | undefined> {
  const found = db.selectFrom('advisory_access').selectAll().where('id', '=', id);
  return (tenant === undefined ? found : found.where('tenant', '=', tenant)).executeTakeFirst();
}

export const findVersion = (db: Database, id: string, version: number): Promise<VersionRow> =>
  db
    .selectFrom('advisory_versions')
    .selectAll()
    .where('request', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();

export const findDecision = (
  db: Database,
  id: string,
  version: number,
): Promise<DecisionRow | undefined> =>
  db
    .selectFrom('advisory_decisions')
    .selectAll()
    .where('request', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();

export const findFirstApproval = (
  db: Database,
  id: string,
  version: number,
): Promise<FirstApprovalRow | undefined> =>
  db
    .selectFrom('advisory_first_approvals')
    .selectAll()
    .where('request', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();

/** The acts on a request, oldest first; its uses are told beside them. */
export const listActs = (db: Database, id: string): Promise<HistoryRow[]> =>
  db
    .selectFrom('advisory_history')
    .selectAll()
    .where('request', '=', id)
    .where(sql<boolean>`act <> 'used'`)
    .orderBy('serial')
    .execute();

/** Uses of a request, the latest first; `before` is the serial that the former page ended with. */
export async function listUses(
  db: Database,
  id: string,
  before?: string,
): Promise<{ items: UsesRow[]; next: string | undefined }> {
  const { rows } = await sql<UsesRow>`
    select max(serial) as serial, max(version) as version, max(at) as at, min(at) as since,
      sum(coalesce((use ->> 'count')::bigint, 1)) as count,
      'used' as act, by, max(by_name) as by_name, null as text, use - '{report,count}'::text[] as use
    from advisory_history
    where request = ${id} and act = 'used'
    group by by, use - '{report,count}'::text[], date_trunc('hour', at, 'UTC')
    having ${before ?? null}::bigint is null or max(serial) < ${before ?? null}::bigint
    order by max(serial) desc
    limit ${USES + 1}`.execute(db);
  const items = rows.slice(0, USES);
  return { items, next: rows.length > USES ? items.at(-1)?.serial : undefined };
}

/** What was reported under an id already; nothing where nothing was. */
export const findReport = (db: Database, id: string, report: string) =>
  db
    .selectFrom('advisory_history')
    .select(['at', 'by', 'use'])
    .where('request', '=', id)
    .where(sql<boolean>`use ->> 'report' = ${report}`)
    .executeTakeFirst();

/**
 * The grants by which somebody of staff may do something once they have begun and until they end, locked so that none is
 * revoked while a yes is written down. Whoever locks several locks them by id, or two could wait for each other.
 */
export const lockGrantsFor = (
  trx: Transaction<Tables>,
  tenant: string,
  { id, unit }: Staff,
  { company, area, access }: AdvisoryUse,
): Promise<AccessRow[]> =>
  trx
    .selectFrom('advisory_access')
    .innerJoin('advisory_versions as asked', (join) =>
      join
        .onRef('asked.request', '=', 'advisory_access.id')
        .onRef('asked.version', '=', 'advisory_access.version'),
    )
    .innerJoin('advisory_decisions as granted', (join) =>
      join
        .onRef('granted.request', '=', 'advisory_access.id')
        .onRef('granted.version', '=', 'advisory_access.version'),
    )
    .selectAll('advisory_access')
    .where('tenant', '=', tenant)
    .where('state', 'in', ['scheduled', 'active'])
    .where('asked.access', 'in', sufficientAccess[access])
    .where((row) =>
      row.or([
        row.and([row('asked.granted_kind', '=', 'person'), row('asked.granted_id', '=', id)]),
        row.and([row('asked.granted_kind', '=', 'unit'), row('asked.granted_id', '=', unit)]),
      ]),
    )
    .where(covers('companies', 'number', company))
    .where(covers('areas', 'id', area))
    .orderBy('advisory_access.id')
    .forUpdate('advisory_access')
    .execute();

/** Whether what was granted holds a value: the decision's own list, or without one all that was asked. */
const covers = (list: 'companies' | 'areas', key: 'number' | 'id', value: string) => sql<boolean>`
  case when granted.${sql.ref(list)} is null
    then asked.${sql.ref(list)} @> ${JSON.stringify([{ [key]: value }])}::jsonb
    else granted.${sql.ref(list)} @> ${JSON.stringify([value])}::jsonb
  end`;
