import { setTimeout as wait } from 'node:timers/promises';
import type { IsolationLevel, Transaction } from 'kysely';
import type { Database, Tables } from './tables.js';

const TRIES = 4;
const FIRST_WAIT = 20;

/** Two transactions stood in each other's way, and the database ended this one: deadlock or serialisation failure. */
export const isCollision = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001');

/**
 * Does something in a transaction, and does it again where another transaction stood in its way. So `does` changes
 * nothing but the database.
 */
export async function inTransaction<T>(
  db: Database,
  does: (trx: Transaction<Tables>) => Promise<T>,
  isolation: IsolationLevel = 'read committed',
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().setIsolationLevel(isolation).execute(does);
    } catch (error) {
      if (!isCollision(error) || tries === TRIES) throw error;
      await wait(Math.random() * FIRST_WAIT * 2 ** tries);
    }
  }
}
