import type { Transaction } from 'kysely';
import {
  grantedPeriod,
  isOpenTo,
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
import {
  advance,
  insertDecision,
  type AccessRow,
  type DecisionRow,
  type VersionRow,
} from '../storage/advisory-access.js';
import { findDecision, findMaxHours, findVersion } from '../storage/advisory-reading.js';
import type { Tables } from '../storage/tables.js';

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

const decided = ({ outcome, by_name, at }: DecisionRow): ProblemError =>
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
  const earlier = await findDecision(trx, id, decision.version);
  if (earlier?.by !== person.id) return false;
  const asked = askedOf(await findVersion(trx, id, decision.version));
  return earlier.digest === digestOfMeaning(meaningOf(asked, decision));
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

  const meaning = meaningOf(asked, decision);
  const { companies, areas, reason } = meaning;
  const isApproved = outcome === 'approved';
  const period = grantedPeriod(
    asked,
    decision.until === undefined ? undefined : new Date(decision.until),
    at,
    await findMaxHours(trx, row.tenant),
  );
  await insertDecision(trx, {
    request: row.id,
    version,
    outcome,
    by: person.id,
    by_name: person.name,
    at,
    until_at: isApproved ? period.until : null,
    companies: companies && JSON.stringify(companies),
    areas: areas && JSON.stringify(areas),
    reason,
    digest: digestOfMeaning(meaning),
  });
  const event = { act: outcome, at, by: person, text: reason ?? undefined };
  if (!isApproved) return advance(trx, journal, row, { state: outcome }, event);
  const state = period.from > at ? 'scheduled' : 'active';
  return advance(
    trx,
    journal,
    row,
    { state, starts_at: period.from, ends_at: period.until },
    event,
  );
}
