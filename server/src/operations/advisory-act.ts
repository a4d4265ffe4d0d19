import type { Transaction } from 'kysely';
import type { AdvisoryAccess } from '../../../src/contract/index.js';
import { ProblemError } from '../http/problem-error.js';
import { lockAccess, applyDueTransitions } from '../storage/advisory-access.js';
import type { AccessRow, Tables } from '../storage/tables.js';
import { wholeOf, type Reader } from './advisory-view.js';
import type { Services } from './services.js';
import { inTransaction } from '../storage/transaction.js';

export type Act = (trx: Transaction<Tables>, row: AccessRow, at: Date) => Promise<AccessRow>;

interface LockedAccess {
  readonly id: string;
  /** Staff's acts name no customer. */
  readonly tenant?: string;
  readonly reader: Reader;
}

/**
 * Does something to a request and tells how it stands then. One at a time does it, to what time has made of the request
 * by the clock that is read once it is theirs.
 */
export const actOn = (
  { db, clockIn, journal }: Services,
  { id, tenant, reader }: LockedAccess,
  act: Act,
): Promise<AdvisoryAccess> =>
  inTransaction(db, async (trx) => {
    const locked = await lockAccess(trx, id, tenant);
    if (!locked) throw new ProblemError('notFound');
    const at = await clockIn(trx);
    return wholeOf(
      trx,
      await act(trx, await applyDueTransitions(trx, journal, locked, at), at),
      reader,
      at,
    );
  });
