import type { Transaction } from 'kysely';
import { isOpenTo, type Language } from '../../../src/contract/index.js';
import type { Journal } from '../advisory-log/journal.js';
import type { Handlers } from '../http/call.js';
import { ProblemError } from '../http/problem-error.js';
import { advance, settle } from '../storage/advisory-access.js';
import { findAccess, findOverview, listAccess } from '../storage/advisory-reading.js';
import type { AccessRow, Tables } from '../storage/tables.js';
import { actOn } from './advisory-act.js';
import { decide, personOf, type Person } from './advisory-decision.js';
import { itemOf, readWhole, tagOf, usesOf, type Reader } from './advisory-view.js';
import { serialOf } from './cursor.js';
import type { Services } from './services.js';
import { maxHoursSetIn } from './texts.js';

/** A scheduled grant that is ended never began; an active one ends now. One that is over already stays as it is. */
async function revoke(
  trx: Transaction<Tables>,
  journal: Journal,
  row: AccessRow,
  person: Person,
  reason: string | undefined,
  at: Date,
): Promise<AccessRow> {
  if (row.state === 'revoked' || row.state === 'ended') return row;
  if (!isOpenTo('revoke', row.state)) throw new ProblemError('conflict');
  // Not before it began, whatever the clock shows: nobody is kept from ending access.
  const end = row.starts_at && row.starts_at > at ? row.starts_at : at;
  const period = row.state === 'active' ? { ends_at: end } : { starts_at: null, ends_at: null };
  return advance(
    trx,
    journal,
    row,
    { state: 'revoked', ...period },
    { act: 'revoked', at, by: person, text: reason || undefined },
  );
}

const readerOf = ({ id }: Pick<Person, 'id'>, language: Language = 'fi'): Reader => ({
  id,
  language,
});

/** The customer's side of advisory access [guide 2.1]: seeing what is asked, deciding, and ending. */
export function advisoryAccess(services: Services) {
  const { db, now, journal } = services;
  return {
    async listAdvisoryAccess({ identity, query: { state, cursor, language = 'fi' } }) {
      const { tenant } = identity;
      const reader = readerOf(identity, language);
      const before = serialOf(cursor);
      const at = now();
      await settle(db, journal, at, tenant);
      const { items, next } = await listAccess(db, { tenant, state, before });
      const told = {
        items: items.map((row) => itemOf(row, reader)),
        ...(next !== undefined && { next }),
        ...(await findOverview(db, tenant, identity.id)),
        maxHoursSetIn: maxHoursSetIn[language],
      };
      return {
        status: 200,
        tag: JSON.stringify(told),
        body: { ...told, serverTime: at.toISOString() },
      };
    },

    async getAdvisoryAccess({ identity, params: { id }, query: { language } }) {
      const { tenant } = identity;
      const reader = readerOf(identity, language);
      const at = now();
      await settle(db, journal, at, tenant);
      const row = await findAccess(db, id, tenant);
      if (!row) throw new ProblemError('notFound');
      return {
        status: 200,
        tag: tagOf(row, reader),
        makeBody: () => readWhole(db, id, reader, at),
      };
    },

    async listAdvisoryUses({
      identity: { tenant },
      params: { id },
      query: { cursor, language = 'fi' },
    }) {
      const row = await findAccess(db, id, tenant);
      if (!row) throw new ProblemError('notFound');
      return { status: 200, body: await usesOf(db, row, serialOf(cursor), language) };
    },

    async decideAdvisoryAccess({ identity, params: { id }, query: { language }, body }) {
      const { tenant } = identity;
      const reader = readerOf(identity, language);
      const decided = await actOn(services, { id, tenant, reader }, (trx, row, at) =>
        decide(trx, journal, row, body, personOf(identity), at),
      );
      return { status: 200, body: decided };
    },

    async revokeAdvisoryAccess({
      identity,
      params: { id },
      query: { language },
      body: { reason },
    }) {
      const { tenant } = identity;
      const reader = readerOf(identity, language);
      const revoked = await actOn(services, { id, tenant, reader }, (trx, row, at) =>
        revoke(trx, journal, row, personOf(identity), reason, at),
      );
      return { status: 200, body: revoked };
    },
  } satisfies Handlers;
}
