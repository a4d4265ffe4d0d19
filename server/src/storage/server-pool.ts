import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';

const CONNECTIONS = 10;
/** Milliseconds that a statement may take; a connection that is silent for longer is given up. */
const PATIENCE = 8_000;
/** Milliseconds for a connection to become free or to be made: longer, so that who waits gets the one in place of a silent one. */
const CONNECT_PATIENCE = 10_000;

export interface PoolCounts {
  readonly busy: number;
  readonly idle: number;
  /** Calls that wait for one. */
  readonly waiting: number;
}

/** Of a database that doesn't answer: asking again later may help. */
export class SilentDatabaseError extends Error {
  override readonly name = 'SilentDatabaseError';
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('The database did not answer in time');
  }
}

/**
 * What a transaction begins with. The limits are set in it and not with the connection: a pooler such as PgBouncer refuses them
 * there, and gives the next transaction to another connection. Whoever is cut off in a transaction holds its rows no longer than this.
 */
const limits = (patience: number): string =>
  `set local statement_timeout = ${patience}; set local idle_in_transaction_session_timeout = ${patience}`;

const isBeginning = (statement: string): boolean =>
  /^(?:begin|start transaction)\b/.test(statement);

class Connection implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #patience: number;
  readonly #onSilence: () => void;
  /** Why the connection is of no use any more. */
  #broken: Error | undefined;

  constructor(client: pg.PoolClient, patience: number, onSilence: () => void) {
    this.#client = client;
    this.#patience = patience;
    this.#onSilence = onSilence;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    sql: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== 'string') throw new TypeError('There are no cursors');
    return this.#run<R>(sql, parameters);
  }

  readonly release = (): void => this.#client.release(this.#broken);

  async #run<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (this.#broken) throw this.#broken;
    const statement = isBeginning(sql) ? `${sql}; ${limits(this.#patience)}` : sql;
    let limit: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      // The database's own limit comes first, where it is there to keep it.
      limit = setTimeout(() => {
        this.#broken = new SilentDatabaseError();
        this.#onSilence();
        reject(this.#broken);
      }, this.#patience + 1_000);
    });
    const answer = this.#client.query(statement, [...parameters]);
    answer.catch(() => undefined);
    try {
      return (await Promise.race([answer, silence])) as PostgresQueryResult<R>;
    } finally {
      clearTimeout(limit);
    }
  }
}

/**
 * Connections to a PostgreSQL server, or to a pooler before it. One that ends or goes silent fails the call that uses it and
 * nothing else, and is replaced.
 */
export class ServerPool implements PostgresPool {
  readonly #pool: pg.Pool;
  readonly #patience: number;
  readonly #openedAt = new WeakMap<pg.PoolClient, number>();
  /** Connections that were open when one went silent are not trusted either. */
  #silentAt = -Infinity;

  constructor(url: string, patience = PATIENCE) {
    this.#patience = patience;
    this.#pool = new pg.Pool({
      connectionString: url,
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_PATIENCE,
      application_name: 'support-endpoint',
      keepAlive: true,
    });
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => {
      this.#openedAt.set(client, performance.now());
      // Whoever uses it learns of its end by the statement that fails.
      client.on('error', () => undefined);
    });
  }

  get counts(): PoolCounts {
    const { totalCount, idleCount, waitingCount } = this.#pool;
    return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }

  async connect(): Promise<PostgresPoolClient> {
    for (;;) {
      const client = await this.#pool.connect();
      if ((this.#openedAt.get(client) ?? 0) > this.#silentAt)
        return new Connection(client, this.#patience, () => {
          this.#silentAt = performance.now();
        });
      client.release(true);
    }
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}
