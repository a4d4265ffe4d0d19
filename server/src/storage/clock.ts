import { sql } from 'kysely';
import type { Database } from './tables.js';

/** How often the clock is set by the database's, in milliseconds. */
const INTERVAL = 10_000;

/** What time it is. Instances have clocks of their own, which may differ, so the database's counts for all. */
export interface Clock {
  /** What the database's clock shows, as far as can be told without asking it: a few milliseconds off at most. */
  now(): Date;
  /** What it shows, asked within a transaction: for whatever must not be off at all. */
  within(trx: Database): Promise<Date>;
  stop(): void;
}

async function ask(db: Database): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('The database told no time');
  return row.now;
}

/** The database's clock, carried on by a counter that nobody sets while the database isn't asked. */
export async function databaseClock(db: Database): Promise<Clock> {
  /** What to add to the counter. */
  let ahead = 0;
  const set = async () => {
    const before = performance.now();
    const told = await ask(db);
    ahead = told.getTime() - (before + performance.now()) / 2;
  };
  await set();
  // Where the database is out of reach, the counter goes on.
  const timer = setInterval(() => void set().catch(() => undefined), INTERVAL).unref();
  return {
    now: () => new Date(performance.now() + ahead),
    within: ask,
    stop: () => clearInterval(timer),
  };
}

/** A clock that a test moves. */
export const clockOf = (now: () => Date): Clock => ({
  now,
  within: () => Promise.resolve(now()),
  stop: () => undefined,
});
