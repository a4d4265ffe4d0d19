import { PGlite, types } from '@electric-sql/pglite';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

const commands = ['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'SELECT'] as const;

class Client implements PostgresPoolClient {
  readonly #db: PGlite;
  readonly release: () => void;

  constructor(db: PGlite, release: () => void) {
    this.#db = db;
    this.release = release;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    sql: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== 'string') throw new TypeError('The embedded database has no cursors');
    return this.#run<R>(sql, parameters);
  }

  async #run<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const { rows, rowCount = 0, command } = await this.#db.query<R>(sql, [...parameters]);
    return { rows, rowCount, command: commands.find((name) => name === command) ?? 'SELECT' };
  }
}

/** Where the data live: in a folder, or without one in memory, where `dump` gives the files to begin with. */
export interface EmbeddedLocation {
  readonly folder?: string;
  readonly dump?: Blob;
}

/**
 * The embedded database with the face of a pool. It has one connection; whoever asks for it waits until it is free, so
 * that two transactions never run into each other.
 */
export class PGlitePool implements PostgresPool {
  readonly #db: PGlite;
  #free: Promise<void> = Promise.resolve();

  private constructor(db: PGlite) {
    this.#db = db;
  }

  static async open({ folder, dump }: EmbeddedLocation): Promise<PGlitePool> {
    const db = await PGlite.create({
      ...(folder !== undefined && { dataDir: folder }),
      ...(dump && { loadDataDir: dump }),
      // As `pg` does it; the database's own way with bytes is fifty times slower.
      parsers: {
        [types.INT8]: (digits) => digits,
        [types.BYTEA]: (hex) => Buffer.from(hex.slice(2), 'hex'),
      },
      serializers: {
        [types.BYTEA]: (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`,
      },
    });
    return new PGlitePool(db);
  }

  async connect(): Promise<PostgresPoolClient> {
    const mine = this.#free;
    let release = () => {};
    this.#free = new Promise((resolve) => (release = resolve));
    await mine;
    return new Client(this.#db, release);
  }

  async end(): Promise<void> {
    await this.#free;
    await this.#db.close();
  }
}
