import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { FolderLock } from './folder-lock.js';
import { migrate } from './migrations.js';
import type { EmbeddedPlace } from './pglite-pool.js';
import type { Database, Tables } from './tables.js';

/**
 * Where the data live: a PostgreSQL server, a folder with an embedded PostgreSQL, or memory for tests, where `dump` may be
 * the files of an embedded PostgreSQL that was made before, since making one costs seconds.
 */
export type Storage =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'memory'; readonly dump?: Blob };

export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

const CONNECTIONS = 10;
const PATIENCE = 10_000;

async function serverPool(url: string): Promise<PostgresPool> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
    statement_timeout: PATIENCE,
    application_name: 'support-endpoint',
  });
  // An idle connection that the server closes is replaced when the next one is needed.
  pool.on('error', () => {});
  return pool;
}

async function embeddedPool(where: EmbeddedPlace): Promise<PostgresPool> {
  const { PGlitePool } = await import('./pglite-pool.js');
  return PGlitePool.open(where);
}

async function migrated(pool: PostgresPool): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** Opens the database, brings it up to date, and keeps its folder to ourselves until it is closed. */
export async function openDatabase(storage: Storage): Promise<OpenDatabase> {
  if (storage.kind !== 'folder') {
    const db = await migrated(
      await (storage.kind === 'postgres' ? serverPool(storage.url) : embeddedPool(storage)),
    );
    return { db, close: () => db.destroy() };
  }
  await mkdir(storage.path, { recursive: true });
  const lock = await FolderLock.take(storage.path);
  try {
    const db = await migrated(await embeddedPool({ folder: join(storage.path, 'postgres') }));
    return {
      db,
      close: async () => {
        await db.destroy();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const outOfReach =
  /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|08...|53...|57014|57P0.)$/;

/** Whether the database is out of reach for the moment, so that asking again later may help. */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return outOfReach.test(error.code);
  return /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(error.message);
}
