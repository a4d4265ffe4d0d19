import { createHash } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../storage/tables.js';

export const COUNTS = 'call_counts';

/** An instance tells the database a tenth of a limit at a time, so most callers cost no statement at all. */
const SHARES = 10;

/** The face of a `pg` client, on the pool that there is. */
const storeOn = (db: Database) => ({
  query: ({ text, values = [] }: { readonly text: string; readonly values?: readonly unknown[] }) =>
    db.executeQuery(CompiledQuery.raw(text, [...values])),
});

/** The database isn't told who it was. */
const nameless = (who: string): string =>
  createHash('sha256').update(who).digest('base64url').slice(0, 32);

/**
 * Counts what each does within a window of time. Every instance counts by itself, and adds what it counted to the sum in the
 * database, a tenth of the limit at a time: so all instances together let pass the limit and a tenth for each of them at
 * most. Whoever is over it is refused from memory until the window ends. Where the database can't be asked, each instance
 * holds the limit by itself.
 */
export class Counter {
  readonly #own: RateLimiterMemory;
  readonly #shared: RateLimiterPostgres;
  readonly #share: number;
  readonly #milliseconds: number;
  /** What the database hasn't been told yet. */
  readonly #unreported = new Map<string, number>();
  /** Until when somebody is refused. */
  readonly #refused = new Map<string, number>();
  #tidyAt: number;

  constructor(db: Database, name: string, limit: number, seconds: number) {
    const options = { keyPrefix: name, points: limit, duration: seconds };
    this.#own = new RateLimiterMemory(options);
    this.#shared = new RateLimiterPostgres({
      ...options,
      storeClient: storeOn(db),
      storeType: 'client',
      tableName: COUNTS,
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
    this.#share = Math.max(1, Math.floor(limit / SHARES));
    this.#milliseconds = seconds * 1000;
    this.#tidyAt = Date.now() + this.#milliseconds;
  }

  /** Counts, and gives the milliseconds for which whoever it was has to wait: none as long as they are within the limit. */
  async add(who: string, points = 1): Promise<number> {
    this.#tidy();
    const wait = (this.#refused.get(who) ?? 0) - Date.now();
    if (wait > 0) return wait;
    try {
      const { isFirstInDuration } = await this.#own.consume(who, points);
      const unreported = points + (isFirstInDuration ? 0 : (this.#unreported.get(who) ?? 0));
      this.#unreported.set(who, unreported < this.#share ? unreported : 0);
      if (unreported >= this.#share) await this.#shared.consume(nameless(who), unreported);
      return 0;
    } catch (over) {
      // The database couldn't be asked.
      if (!(over instanceof RateLimiterRes)) return 0;
      this.#refused.set(who, Date.now() + over.msBeforeNext);
      return over.msBeforeNext;
    }
  }

  #tidy(): void {
    const now = Date.now();
    if (now < this.#tidyAt) return;
    this.#tidyAt = now + this.#milliseconds;
    this.#unreported.clear();
    for (const [who, until] of this.#refused) if (until <= now) this.#refused.delete(who);
  }
}

/** Takes away the sums of windows that are over. */
export const purgeCounts = (db: Database): Promise<unknown> =>
  db.deleteFrom(COUNTS).where('expire', '<', String(Date.now())).execute();
