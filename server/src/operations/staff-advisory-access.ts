import type { Transaction } from 'kysely';
import {
  ACCESS_GRANT_SECONDS,
  canonicalJson,
  type AccessGrant,
  type AdvisoryAsk,
} from '../../../src/contract/index.js';
import type { Journal } from '../advisory-log/journal.js';
import type { Handlers } from '../http/call.js';
import { ProblemError } from '../http/problem-error.js';
import type { Staff } from '../sign-in/identity.js';
import { advance, applyDueTransitions, settle } from '../storage/advisory-access.js';
import { countNotices } from '../storage/advisory-notices.js';
import { findAccess, findReport, listAccess, lockGrantsFor } from '../storage/advisory-reading.js';
import type { AccessRow, AdvisoryUse, Database, Tables } from '../storage/tables.js';
import { actOn } from './advisory-act.js';
import { amend, ask, digestOfAsk, withdraw } from './advisory-asking.js';
import { personOf } from './advisory-decision.js';
import { itemOf, readWhole, wholeOf } from './advisory-view.js';
import { serialOf } from './cursor.js';
import type { Services } from './services.js';
import { inTransaction } from '../storage/transaction.js';

/** The staff's side has one language. */
const LANGUAGE = 'fi';
const reader = { language: LANGUAGE } as const;

/** The first grant that the customer's signed approval covers. */
async function firstSigned<G extends { readonly grant: AccessRow }>(
  trx: Transaction<Tables>,
  journal: Journal,
  grants: readonly G[],
  staff: Staff,
  use: AdvisoryUse,
): Promise<G | undefined> {
  for (const one of grants) if (await journal.grants(trx, one.grant, staff, use)) return one;
  return undefined;
}

interface UsedGrant {
  /** The id of its request. */
  readonly id: string;
  readonly at: Date;
  readonly end: Date;
}

/**
 * The grant by which somebody may do something now, of those that are locked; the use is written down before a yes is given.
 */
async function useGrant(
  trx: Transaction<Tables>,
  grants: readonly AccessRow[],
  staff: Staff,
  use: AdvisoryUse,
  { clockIn, journal }: Services,
): Promise<UsedGrant | undefined> {
  // Asked once they are locked, since time goes on while others hold them.
  const at = await clockIn(trx);
  const begun = grants
    .flatMap((grant) => {
      const { starts_at: start, ends_at: end } = grant;
      return start && end && start <= at && end > at ? [{ grant, end }] : [];
    })
    .sort((one, other) => other.end.getTime() - one.end.getTime());
  const longest = await firstSigned(trx, journal, begun, staff, use);
  if (!longest) return undefined;
  const active = await applyDueTransitions(trx, journal, longest.grant, at);
  await advance(
    trx,
    journal,
    active,
    { used_at: at },
    { act: 'used', at, by: personOf(staff), use },
  );
  return { id: longest.grant.id, at, end: longest.end };
}

/** When the same was reported before; refuses another report under its id. */
async function timeOfReport(
  db: Database,
  id: string,
  by: Staff,
  use: AdvisoryUse & { readonly report: string },
): Promise<Date | undefined> {
  const known = await findReport(db, id, use.report);
  if (!known) return undefined;
  if (
    known.by !== by.id ||
    !known.use ||
    canonicalJson({ ...known.use }) !== canonicalJson({ ...use })
  )
    throw new ProblemError('conflict');
  return known.at;
}

const secondsOf = (instant: Date): number => Math.floor(instant.getTime() / 1000);

/** What a product may believe of a yes for a minute, or until the grant ends. */
const grantOf = (
  { id, at, end }: UsedGrant,
  tenant: string,
  { id: sub }: Staff,
  { company, area, access }: AdvisoryUse,
): AccessGrant => ({
  sub,
  tenant,
  request: id,
  company,
  area,
  access,
  iat: secondsOf(at),
  exp: Math.min(secondsOf(at) + ACCESS_GRANT_SECONDS, secondsOf(end)),
});

/** The side of Visma's staff: asking for advisory access, and the gate before using it. */
export function staffAdvisoryAccess(services: Services) {
  const { db, now, clockIn, journal, keys, mailsNotices } = services;

  const store = (id: string, body: AdvisoryAsk, asker: Staff) =>
    inTransaction(db, async (trx) => {
      const at = await clockIn(trx);
      const row = await ask(trx, journal, id, body, asker, at);
      return row && wholeOf(trx, row, reader, at);
    });

  const read = async (id: string) => {
    const at = now();
    await settle(db, journal, at);
    return readWhole(db, id, reader, at);
  };

  return {
    async askAdvisoryAccess({ identity, params: { id }, body }) {
      const known = await findAccess(db, id);
      const asked = known ? undefined : await store(id, body, identity);
      if (asked) return { status: 201, body: asked };
      const kept = known ?? (await findAccess(db, id));
      if (kept?.asker !== identity.id || kept.digest !== digestOfAsk(body))
        throw new ProblemError('conflict');
      return { status: 200, body: await read(id) };
    },

    async amendAdvisoryAccess({ identity, params: { id }, body }) {
      return {
        status: 200,
        body: await actOn(services, { id, reader }, (trx, row, at) =>
          amend(trx, journal, row, body, identity, at),
        ),
      };
    },

    async withdrawAdvisoryAccess({ identity, params: { id } }) {
      return {
        status: 200,
        body: await actOn(services, { id, reader }, (trx, row, at) =>
          withdraw(trx, journal, row, identity, at),
        ),
      };
    },

    async listStaffAdvisoryAccess({ query: { tenant, state, cursor } }) {
      const before = serialOf(cursor);
      await settle(db, journal, now());
      const { items, next } = await listAccess(db, { tenant, state, before });
      const told = items.map((row) => ({ ...itemOf(row, reader), tenant: row.tenant }));
      return { status: 200, body: { items: told, ...(next !== undefined && { next }) } };
    },

    async getStaffAdvisoryAccess({ params: { id } }) {
      const found = await findAccess(db, id);
      if (!found) throw new ProblemError('notFound');
      const notices = mailsNotices && (await countNotices(db, id));
      return {
        status: 200,
        body: { ...(await read(id)), tenant: found.tenant, ...(notices && { notices }) },
      };
    },

    async checkAccess({ identity, query: { tenant, ...use } }) {
      const used = await inTransaction(db, async (trx) => {
        const grants = await lockGrantsFor(trx, tenant, identity, use);
        return useGrant(trx, grants, identity, use, services);
      });
      if (!used) return { status: 200, body: { allowed: false } };
      const grant = await keys.grantToken(grantOf(used, tenant, identity, use));
      return { status: 200, body: { allowed: true, until: used.end.toISOString(), grant } };
    },

    async reportAdvisoryUse({ identity, params: { id, report }, body }) {
      const use = { ...body, report };
      return inTransaction(db, async (trx) => {
        const access = await findAccess(trx, id);
        if (!access) throw new ProblemError('notFound');
        const grants = await lockGrantsFor(trx, access.tenant, identity, use);
        const reported = await timeOfReport(trx, id, identity, use);
        if (reported) return { status: 200, body: { ...body, at: reported.toISOString() } };
        const grant = grants.filter((one) => one.id === id);
        const used = await useGrant(trx, grant, identity, use, services);
        if (!used) throw new ProblemError('forbidden');
        return { status: 201, body: { ...body, at: used.at.toISOString() } };
      });
    },
  } satisfies Handlers;
}
