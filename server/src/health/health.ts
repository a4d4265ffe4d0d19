import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Relay } from '../relay/relay.js';
import type { TokenVerifier } from '../sign-in/tokens.js';
import { waitingMails, type WaitingMails } from '../storage/outbox.js';
import type { Database } from '../storage/tables.js';

/** How something does that the endpoint needs. `late` and `failing` of mails keep nobody from sending requests. */
export type State = 'ok' | 'late' | 'failing' | 'off';

export interface Health {
  /** Whether calls can be answered: the database is there, and tokens can be verified. */
  readonly ready: boolean;
  readonly checks: {
    readonly database: State;
    readonly signIn: State;
    /** Late when a mail has waited for a quarter of an hour. */
    readonly outbox: State;
    /** Failing when the last mail could not be brought. */
    readonly mail: State;
  };
}

/** How the mails on their way do, as far as the database tells. */
export type Outbox = WaitingMails;

const PATIENCE = 3_000;
/** Milliseconds for which an answer holds, so that asking costs nothing. */
const FRESH = 1_000;
/** Seconds. */
const LATE = 15 * 60;

interface Watched {
  readonly db: Database;
  readonly now: () => Date;
  readonly verifier: TokenVerifier;
  readonly relay: Relay | undefined;
}

/** Watches what the endpoint needs. */
export class HealthWatch {
  readonly #watched: Watched;
  #latest: { readonly at: number; readonly health: Promise<Health> } | undefined;

  constructor(watched: Watched) {
    this.#watched = watched;
  }

  health(): Promise<Health> {
    const at = performance.now();
    if (!this.#latest || at - this.#latest.at > FRESH) this.#latest = { at, health: this.#look() };
    return this.#latest.health;
  }

  /** Undefined where no mails are sent, or the database doesn't tell. */
  async outbox(): Promise<Outbox | undefined> {
    const { db, now, relay } = this.#watched;
    return relay && inTime(waitingMails(db, now()));
  }

  async #look(): Promise<Health> {
    const { db, verifier, relay } = this.#watched;
    const [isThere, canVerify, outbox] = await Promise.all([
      inTime(sql`select 1`.execute(db)),
      inTime(verifier.isReady()),
      this.outbox(),
    ]);
    const database = isThere ? 'ok' : 'failing';
    const signIn = canVerify === true ? 'ok' : 'failing';
    return {
      ready: database === 'ok' && signIn === 'ok',
      checks: {
        database,
        signIn,
        outbox: !relay ? 'off' : !outbox ? 'failing' : outbox.oldestSeconds > LATE ? 'late' : 'ok',
        mail: !relay ? 'off' : relay.isReaching ? 'ok' : 'failing',
      },
    };
  }
}

/** What comes of it within some patience; undefined when it fails or takes longer. */
async function inTime<T>(act: Promise<T>): Promise<T | undefined> {
  const cut = new AbortController();
  const late = wait(PATIENCE, undefined, { signal: cut.signal }).catch(() => undefined);
  try {
    return await Promise.race([act, late]);
  } catch {
    return undefined;
  } finally {
    cut.abort();
  }
}
