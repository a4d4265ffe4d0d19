import type { Transaction } from 'kysely';
import {
  grantedPeriod,
  isOpenTo,
  narrowed,
  narrowingErrors,
  type ApprovalAct,
  type Decision,
  type FieldError,
  type Period,
  type Scope,
} from '../../../src/contract/index.js';
import type { Journal } from '../advisory-log/journal.js';
import { digestOf } from '../attachments/digest.js';
import { ProblemError } from '../http/problem-error.js';
import { advance, insertDecision, insertFirstApproval } from '../storage/advisory-access.js';
import { findDecision, findFirstApproval, findVersion } from '../storage/advisory-reading.js';
import { findRules } from '../storage/advisory-settings.js';
import type {
  AccessRow,
  DecisionRow,
  FirstApprovalRow,
  Tables,
  VersionRow,
} from '../storage/tables.js';

/** Deciding on a request for advisory access: one decision a version, of what was seen, and never wider than asked. */

export interface Person {
  readonly id: string;
  readonly name: string;
}

export const personOf = ({
  id,
  name,
}: {
  readonly id: string;
  readonly name?: string | undefined;
}): Person => ({ id, name: name ?? id });

const actOf = {
  approved: 'approve',
  rejected: 'reject',
  returned: 'askBack',
} as const satisfies Record<Decision['outcome'], ApprovalAct>;

const askedOf = ({ from_at, until_at, companies, areas }: VersionRow): Period & Scope => ({
  from: from_at,
  until: until_at,
  companies: companies.map(({ number }) => number),
  areas: areas.map(({ id }) => id),
});

/** Sorted and without doubles; nothing where all were chosen, which is as asked. */
function fewer(asked: readonly string[], granted: readonly string[] | undefined): string[] | null {
  if (!granted) return null;
  const chosen = new Set(granted);
  const isAll = chosen.size === asked.length && asked.every((one) => chosen.has(one));
  return isAll ? null : [...chosen].sort();
}

/** What a decision means, however it is written. */
function meaningOf(asked: Period & Scope, { outcome, until, companies, areas, reason }: Decision) {
  const ends = until === undefined ? undefined : new Date(until);
  return {
    outcome,
    until: ends && ends.getTime() !== asked.until.getTime() ? ends.toISOString() : null,
    companies: fewer(asked.companies, companies),
    areas: fewer(asked.areas, areas),
    reason: reason || null,
  };
}

const digestOfMeaning = (meaning: ReturnType<typeof meaningOf>): string =>
  digestOf(Buffer.from(JSON.stringify(meaning)));

function errorsIn(
  asked: Period & Scope,
  { outcome, until, companies, areas }: Decision,
  at: Date,
): FieldError[] {
  if (outcome === 'approved')
    return narrowingErrors(
      asked,
      { until: until === undefined ? undefined : new Date(until), companies, areas },
      at,
    );
  const given = Object.entries({ until, companies, areas }).filter(
    ([, value]) => value !== undefined,
  );
  return given.map(([name]) => ({ pointer: `/${name}`, code: 'notAllowed' }));
}

const decided = ({ outcome, by_name, at }: Pick<DecisionRow, 'outcome' | 'by_name' | 'at'>) =>
  new ProblemError('decided', {
    detail: `${by_name} ${outcome} it at ${at.toISOString()}`,
    decision: { outcome, by: { name: by_name }, at: at.toISOString() },
  });

/** Why a request in such a state takes neither a decision nor an amendment. */
export async function refusalOf(
  trx: Transaction<Tables>,
  { id, version, state }: AccessRow,
): Promise<ProblemError> {
  if (state === 'lapsed' || state === 'withdrawn') return new ProblemError(state);
  const decision = await findDecision(trx, id, version);
  return decision ? decided(decision) : new ProblemError('conflict');
}

/** Whether this is the decision that the same person has made of this version already: then it is harmless. */
async function isRepeated(
  trx: Transaction<Tables>,
  { id, version }: AccessRow,
  decision: Decision,
  person: Person,
): Promise<boolean> {
  if (decision.version < 1 || decision.version > version) return false;
  const first = await findFirstApproval(trx, id, decision.version);
  const known = [
    await findDecision(trx, id, decision.version),
    first && { ...first, outcome: 'approved' as const },
  ];
  const earlier = known.find((one) => one?.by === person.id && one.outcome === decision.outcome);
  if (!earlier) return false;
  const asked = askedOf(await findVersion(trx, id, decision.version));
  return earlier.digest === digestOfMeaning(meaningOf(asked, decision));
}

interface Deciding {
  readonly row: AccessRow;
  readonly asked: Period & Scope;
  readonly decision: Decision;
  readonly person: Person;
  readonly at: Date;
}

const untilOf = ({ until }: Decision): Date | undefined =>
  until === undefined ? undefined : new Date(until);

/** Writes down what the first of two approvers chose. The request falls away with the end that they chose. */
async function approveFirst(
  trx: Transaction<Tables>,
  journal: Journal,
  { row, asked, decision, person, at }: Deciding,
): Promise<AccessRow> {
  const meaning = meaningOf(asked, decision);
  const { companies, areas, reason } = meaning;
  const until = untilOf(decision) ?? asked.until;
  await insertFirstApproval(trx, {
    request: row.id,
    version: row.version,
    by: person.id,
    by_name: person.name,
    at,
    until_at: until,
    companies: companies && JSON.stringify(companies),
    areas: areas && JSON.stringify(areas),
    reason,
    digest: digestOfMeaning(meaning),
  });
  const lapses_at = until < row.lapses_at ? until : row.lapses_at;
  return advance(
    trx,
    journal,
    row,
    { lapses_at },
    { act: 'firstApproved', at, by: person, text: reason ?? undefined },
  );
}

/** What both approvers chose: that and no more is granted. */
function jointly(
  asked: Period & Scope,
  { until_at, companies, areas }: FirstApprovalRow,
  decision: Decision,
  at: Date,
): Period & Scope {
  const first = { until: until_at, companies: companies ?? undefined, areas: areas ?? undefined };
  const { companies: numbers, areas: ids } = decision;
  const left = narrowed(narrowed(asked, first), {
    until: untilOf(decision),
    companies: numbers,
    areas: ids,
  });
  const errors = narrowingErrors(left, left, at);
  if (errors.length) throw new ProblemError('validation', { errors });
  return left;
}

async function grant(
  trx: Transaction<Tables>,
  journal: Journal,
  { row, asked, decision, person, at }: Deciding,
  first: FirstApprovalRow | undefined,
  maxHours: number,
): Promise<AccessRow> {
  const granted = first
    ? jointly(asked, first, decision, at)
    : narrowed(asked, { ...decision, until: untilOf(decision) });
  const meaning = meaningOf(asked, decision);
  const { reason } = meaning;
  const [companies, areas] = [
    fewer(asked.companies, granted.companies),
    fewer(asked.areas, granted.areas),
  ];
  const period = grantedPeriod(asked, granted.until, at, maxHours);
  await insertDecision(trx, {
    request: row.id,
    version: row.version,
    outcome: 'approved',
    by: person.id,
    by_name: person.name,
    at,
    until_at: period.until,
    companies: companies && JSON.stringify(companies),
    areas: areas && JSON.stringify(areas),
    reason,
    digest: digestOfMeaning(meaning),
  });
  return advance(
    trx,
    journal,
    row,
    {
      state: period.from > at ? 'scheduled' : 'active',
      starts_at: period.from,
      ends_at: period.until,
    },
    { act: 'approved', at, by: person, text: reason ?? undefined },
  );
}

/**
 * Approves, where two have to with somebody else. Once one of two has approved, a second person must, whatever the customer's
 * rules have become meanwhile.
 */
async function approve(
  trx: Transaction<Tables>,
  journal: Journal,
  deciding: Deciding,
): Promise<AccessRow> {
  const { row, decision, person } = deciding;
  const first = await findFirstApproval(trx, row.id, row.version);
  if (first?.by === person.id) throw decided({ ...first, outcome: 'approved' });
  const confirmed = decision.confirms === undefined ? undefined : Date.parse(decision.confirms);
  if (confirmed !== first?.at.getTime()) throw new ProblemError('changed');
  const { maxHours, approversRequired } = await findRules(trx, row.tenant);
  return !first && approversRequired > 1
    ? approveFirst(trx, journal, deciding)
    : grant(trx, journal, deciding, first, maxHours);
}

/** Decides on a locked request that time has been run on to `at`. */
export async function decide(
  trx: Transaction<Tables>,
  journal: Journal,
  row: AccessRow,
  decision: Decision,
  person: Person,
  at: Date,
): Promise<AccessRow> {
  const { outcome, version } = decision;
  if (await isRepeated(trx, row, decision, person)) return row;
  if (!isOpenTo(actOf[outcome], row.state)) throw await refusalOf(trx, row);
  if (version !== row.version) throw new ProblemError('changed');

  const asked = askedOf(await findVersion(trx, row.id, version));
  const errors = errorsIn(asked, decision, at);
  if (errors.length) throw new ProblemError('validation', { errors });
  if (outcome === 'approved') return approve(trx, journal, { row, asked, decision, person, at });

  const meaning = meaningOf(asked, decision);
  const { reason } = meaning;
  await insertDecision(trx, {
    request: row.id,
    version,
    outcome,
    by: person.id,
    by_name: person.name,
    at,
    until_at: null,
    companies: null,
    areas: null,
    reason,
    digest: digestOfMeaning(meaning),
  });
  return advance(
    trx,
    journal,
    row,
    { state: outcome },
    { act: outcome, at, by: person, text: reason ?? undefined },
  );
}
