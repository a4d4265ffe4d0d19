import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { FolderLock } from './folder-lock.js';
import { migrate } from './migrations.js';
import type { EmbeddedLocation } from './pglite-pool.js';
import type { PoolCounts } from './server-pool.js';
import { folderProblemOf, startProblemOf, StorageError } from './storage-error.js';
import type { Database, Tables } from './tables.js';

/**
 * Where the data live: a PostgreSQL server, a folder with an embedded PostgreSQL, or memory for tests, where `dump` may be
 * the files of an embedded PostgreSQL that was made before, since making one costs seconds.
 */
export type Storage =
  | {
      readonly kind: 'postgres';
      readonly url: string;
      /** Milliseconds that a statement may take. */
      readonly patience?: number;
    }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'memory'; readonly dump?: Blob };

export interface OpenDatabase {
  readonly db: Database;
  /** How its connections do; missing where there is only one. */
  readonly pool?: () => PoolCounts;
  close(): Promise<void>;
}

/** A change of a large table may take long, and so may waiting for another instance that makes it. */
const MIGRATION_PATIENCE = 60 * 60 * 1000;

async function openServer({
  url,
  patience,
}: Storage & { kind: 'postgres' }): Promise<OpenDatabase> {
  const { ServerPool } = await import('./server-pool.js');
  try {
    await (await migrated(new ServerPool(url, MIGRATION_PATIENCE))).destroy();
  } catch (error) {
    const problem = startProblemOf(error, new URL(url));
    throw problem === undefined ? error : new StorageError(problem, { cause: error });
  }
  const pool = new ServerPool(url, patience);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool: () => pool.counts, close: () => db.destroy() };
}

async function embeddedPool(where: EmbeddedLocation): Promise<PostgresPool> {
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
  if (storage.kind === 'postgres') return openServer(storage);
  if (storage.kind === 'memory') {
    const db = await embeddedPool(storage).then(migrated);
    return { db, close: () => db.destroy() };
  }
  const lock = await holdFolder(storage.path);
  try {
    const db = await migrated(await openFolder(storage.path));
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

/** Makes the folder where it isn't there, and keeps others out. */
async function holdFolder(path: string): Promise<FolderLock> {
  try {
    await mkdir(path, { recursive: true });
    return await FolderLock.take(path);
  } catch (error) {
    const problem = folderProblemOf(error, path);
    throw problem === undefined ? error : new StorageError(problem, { cause: error });
  }
}

async function openFolder(path: string): Promise<PostgresPool> {
  const folder = join(path, 'postgres');
  try {
    return await embeddedPool({ folder });
  } catch (cause) {
    throw new StorageError(
      folderProblemOf(cause, path) ??
        `The database in ${folder} can't be opened: it is damaged, or was made by another version of the endpoint. Give another folder in DATA_DIR, or put back a copy of this one.`,
      { cause },
    );
  }
}
