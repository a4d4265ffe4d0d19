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

/** A statement that is asked often enough to be read and planned once a connection says so in its first line. */
const PREPARED = /^\/\* prepared: ([\w-]+) \*\//;

/** Behind a pooler the connection may lead elsewhere than where the statement was prepared; then nothing of it was done. */
const isUnprepared = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '26000' || error.code === '42P05');

/** What connections of one pool have learned of the server. */
interface Learned {
  /** Whether statements are prepared: not behind a pooler that forgets them. */
  prepares: boolean;
  onSilence(): void;
}

const isBeginning = (statement: string): boolean =>
  /^(?:begin|start transaction)\b/.test(statement);

class Connection implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #patience: number;
  readonly #learned: Learned;
  #isInTransaction = false;
  /** Why the connection is of no use any more. */
  #broken: Error | undefined;

  constructor(client: pg.PoolClient, patience: number, learned: Learned) {
    this.#client = client;
    this.#patience = patience;
    this.#learned = learned;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    sql: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== 'string') throw new TypeError('There are no cursors');
    return this.#runPrepared<R>(sql, parameters);
  }

  readonly release = (): void => this.#client.release(this.#broken);

  async #runPrepared<R>(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<PostgresQueryResult<R>> {
    // A transaction would be over with the first statement that fails.
    const isPrepared = this.#learned.prepares && !this.#isInTransaction;
    const name = isPrepared ? PREPARED.exec(sql)?.[1] : undefined;
    if (name === undefined) return this.#run(sql, parameters);
    try {
      return await this.#run(sql, parameters, name);
    } catch (error) {
      if (!isUnprepared(error)) throw error;
      this.#learned.prepares = false;
      return this.#run(sql, parameters);
    }
  }

  async #run<R>(
    sql: string,
    parameters: readonly unknown[],
    name?: string,
  ): Promise<PostgresQueryResult<R>> {
    if (this.#broken) throw this.#broken;
    const begins = isBeginning(sql);
    if (begins) this.#isInTransaction = true;
    const text = begins ? `${sql}; ${limits(this.#patience)}` : sql;
    let limit: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      // The database's own limit comes first, where it is there to keep it.
      limit = setTimeout(() => {
        this.#broken = new SilentDatabaseError();
        this.#learned.onSilence();
        reject(this.#broken);
      }, this.#patience + 1_000);
    });
    const answer = this.#client.query({
      text,
      values: [...parameters],
      ...(name !== undefined && { name }),
    });
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
  readonly #learned: Learned = {
    prepares: true,
    onSilence: () => {
      this.#silentAt = performance.now();
    },
  };

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
        return new Connection(client, this.#patience, this.#learned);
      client.release(true);
    }
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}
