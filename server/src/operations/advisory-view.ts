import type { Transaction } from 'kysely';
import type {
  AdvisoryAccess,
  AdvisoryAccessItem,
  AdvisoryDecision,
  AdvisoryFirstApproval,
  AdvisoryHistoryItem,
  AdvisoryUseDetails,
  Language,
} from '../../../src/contract/index.js';
import { ProblemError } from '../http/problem-error.js';
import { staffUnits } from '../sign-in/roles.js';
import {
  findAccess,
  findDecision,
  findFirstApproval,
  findVersion,
  listActs,
  listUses,
  type HistoryRow,
  type ListedRow,
  type UsesRow,
} from '../storage/advisory-reading.js';
import type {
  AccessRow,
  AdvisoryUse,
  Database,
  DecisionRow,
  FirstApprovalRow,
  Tables,
  VersionRow,
} from '../storage/tables.js';
import { unitName } from './texts.js';
import { inTransaction } from '../storage/transaction.js';

/** Requests for advisory access as the contract tells of them. */

type Told = Omit<
  ListedRow,
  | 'company_count'
  | 'area_count'
  | 'granted_companies'
  | 'granted_areas'
  | 'first_by'
  | 'first_by_name'
  | 'first_at'
>;

/** A unit goes by its name in the reader's language. */
function grantedToName(
  { granted_kind, granted_id, granted_name }: Told,
  language: Language,
): string {
  const unit = granted_kind === 'unit' && staffUnits.find((known) => known === granted_id);
  return unit ? unitName(unit, language) : granted_name;
}

const shared = (row: Told, language: Language) => ({
  id: row.id,
  version: row.version,
  state: row.state,
  requestedBy: { name: row.asker_name, unit: row.asker_unit },
  grantedTo: { kind: row.granted_kind, name: grantedToName(row, language) },
  access: row.access,
  environment: row.environment,
  reason: row.reason,
  ...(row.support_request !== null && { supportRequest: row.support_request }),
  ...(row.extends !== null && { extends: row.extends }),
  from: row.from_at.toISOString(),
  until: row.until_at.toISOString(),
  createdAt: row.created_at.toISOString(),
  lapsesAt: row.lapses_at.toISOString(),
  ...(row.starts_at && { startsAt: row.starts_at.toISOString() }),
  ...(row.ends_at && { endsAt: row.ends_at.toISOString() }),
  ...(row.used_at && { usedAt: row.used_at.toISOString() }),
});

export const itemOf = (row: ListedRow, { id, language }: Reader): AdvisoryAccessItem => ({
  ...shared(row, language),
  ...(row.first_by_name !== null &&
    row.first_at && {
      firstApproval: {
        by: { name: row.first_by_name },
        at: row.first_at.toISOString(),
        ...(row.first_by === id && { mine: true }),
      },
    }),
  companyCount: row.company_count,
  areaCount: row.area_count,
  ...(row.granted_companies !== null && { grantedCompanyCount: row.granted_companies }),
  ...(row.granted_areas !== null && { grantedAreaCount: row.granted_areas }),
});

function decisionOf(
  { outcome, by_name, at, version, until_at, companies, areas, reason }: DecisionRow,
  asked: VersionRow,
): AdvisoryDecision {
  const [numbers, ids] = [new Set(companies), new Set(areas)];
  return {
    outcome,
    by: { name: by_name },
    at: at.toISOString(),
    version,
    ...(until_at && { until: until_at.toISOString() }),
    ...(companies && { companies: asked.companies.filter(({ number }) => numbers.has(number)) }),
    ...(areas && { areas: asked.areas.filter(({ id }) => ids.has(id)) }),
    ...(reason !== null && { reason }),
  };
}

function firstApprovalOf(
  { by, by_name, at, until_at, companies, areas, reason }: FirstApprovalRow,
  asked: VersionRow,
  reader: string | undefined,
): AdvisoryFirstApproval {
  const [numbers, ids] = [new Set(companies), new Set(areas)];
  return {
    by: { name: by_name },
    at: at.toISOString(),
    ...(by === reader && { mine: true }),
    ...(until_at < asked.until_at && { until: until_at.toISOString() }),
    ...(companies && { companies: asked.companies.filter(({ number }) => numbers.has(number)) }),
    ...(areas && { areas: asked.areas.filter(({ id }) => ids.has(id)) }),
    ...(reason !== null && { reason }),
  };
}

/** What somebody looked at, by the names that the customer knows. */
const useOf = (
  { company, area, access, what }: AdvisoryUse,
  asked: VersionRow,
): AdvisoryUseDetails => ({
  company: asked.companies.find(({ number }) => number === company) ?? {
    number: company,
    name: '',
  },
  area: asked.areas.find(({ id }) => id === area) ?? { id: area, name: { fi: area, en: area } },
  access,
  ...(what !== undefined && { what }),
});

function useText({ company, area, what }: AdvisoryUseDetails, language: Language): string {
  const where = `${company.number} ${company.name}, ${area.name[language] ?? area.name.fi}`;
  return what === undefined ? where : `${where}: ${what}`;
}

function historyItemOf(
  { at, act, by_name, version, text, use, ...uses }: HistoryRow | UsesRow,
  asked: VersionRow,
  language: Language,
): AdvisoryHistoryItem {
  const did = use ? useOf(use, asked) : undefined;
  const told = did ? useText(did, language) : text;
  return {
    at: at.toISOString(),
    act,
    ...(by_name !== null && { by: { name: by_name } }),
    version,
    ...(told !== null && { text: told }),
    ...(did && { use: did }),
    ...('count' in uses &&
      uses.count !== '1' && { count: Number(uses.count), since: uses.since.toISOString() }),
  };
}

/** Who reads, and in which language. */
export interface Reader {
  readonly language: Language;
  /** A customer's id. */
  readonly id?: string;
}

/** A request whole, read within one transaction, so that its parts belong together. */
export async function wholeOf(
  trx: Transaction<Tables>,
  row: AccessRow,
  { language, id: reader }: Reader,
  now: Date,
): Promise<AdvisoryAccess> {
  const asked = await findVersion(trx, row.id, row.version);
  const first = await findFirstApproval(trx, row.id, row.version);
  const decision = await findDecision(trx, row.id, row.version);
  const { items: uses, next } = await listUses(trx, row.id);
  const history = [...(await listActs(trx, row.id)), ...uses].sort(
    (one, other) => Number(one.serial) - Number(other.serial),
  );
  return {
    ...shared({ ...asked, ...row }, language),
    companies: asked.companies,
    areas: asked.areas,
    ...(first && { firstApproval: firstApprovalOf(first, asked, reader) }),
    ...(decision && { decision: decisionOf(decision, asked) }),
    history: history.map((item) => historyItemOf(item, asked, language)),
    ...(next !== undefined && { earlierUses: next }),
    serverTime: now.toISOString(),
  };
}

/** A page of uses, the latest first. */
export async function usesOf(
  db: Database,
  { id, version }: AccessRow,
  before: string | undefined,
  language: Language,
): Promise<{ items: AdvisoryHistoryItem[]; next?: string }> {
  const asked = await findVersion(db, id, version);
  const { items, next } = await listUses(db, id, before);
  return {
    items: items.map((item) => historyItemOf(item, asked, language)),
    ...(next !== undefined && { next }),
  };
}

/** A request whole as it stands in one moment of the database. */
export const readWhole = (
  db: Database,
  id: string,
  reader: Reader,
  now: Date,
): Promise<AdvisoryAccess> =>
  inTransaction(
    db,
    async (trx) => {
      const row = await findAccess(trx, id);
      if (!row) throw new ProblemError('notFound');
      return wholeOf(trx, row, reader, now);
    },
    'repeatable read',
  );

/** Changes whenever what is told of a request does, but for the time that it is told at. */
export const tagOf = ({ id, revision }: AccessRow, { language, id: reader }: Reader): string =>
  JSON.stringify([id, revision, language, reader]);
