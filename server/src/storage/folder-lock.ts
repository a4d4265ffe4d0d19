import { randomUUID } from 'node:crypto';
import { readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const LOCK = /^endpoint\.(?<pid>\d+)\.(?<born>[\w-]+)\.[\w-]+\.lock$/;
const TRIES = 8;

/** When a process was started, in a form that no other process with the same id ever has; `unknown` where it can't be told. */
async function bornAt(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the start time is the 20th field after it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return `${boot.slice(0, 8)}-${ticks}`;
  } catch {
    return 'unknown';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, but under another account.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';

  constructor(folder: string, pid: number) {
    super(
      `The data folder ${folder} is in use by another endpoint (process ${pid}). ` +
        'The embedded database would lose data if two opened it at once. ' +
        'Stop that process, give this one another folder in DATA_DIR, or let both share a PostgreSQL by DATABASE_URL.',
    );
  }
}

/**
 * Keeps a data folder to one process, since the embedded database doesn't.
 *
 * Each process registers in a file of its own, created exclusively and named by process id and start time, and then
 * looks whether anybody else who still runs stands there. Who registers later sees the earlier one, so two never both
 * go on. A process that was killed leaves a file that names nobody, and it is dropped at once.
 */
export class FolderLock {
  readonly #file: string;

  private constructor(file: string) {
    this.#file = file;
  }

  static async take(folder: string): Promise<FolderLock> {
    const mine = `endpoint.${process.pid}.${await bornAt(process.pid)}.${randomUUID().slice(0, 8)}.lock`;
    const file = join(folder, mine);
    for (let tries = 1; ; tries += 1) {
      await writeFile(file, 'The data in this folder are in use.\n', { flag: 'wx' });
      const other = await FolderLock.#other(folder, mine);
      if (other === undefined) return new FolderLock(file);
      await unlink(file);
      if (tries === TRIES) throw new FolderInUseError(folder, other);
      // Two that start at once may see each other and both step back.
      await wait(10 + Math.random() * 60);
    }
  }

  /** The process id of somebody else who holds the folder. */
  static async #other(folder: string, mine: string): Promise<number | undefined> {
    for (const name of await readdir(folder)) {
      const { pid, born } = LOCK.exec(name)?.groups ?? {};
      if (name === mine || pid === undefined) continue;
      const holder = Number(pid);
      if (isRunning(holder) && ['unknown', born].includes(await bornAt(holder))) return holder;
      await unlink(join(folder, name)).catch(() => {});
    }
    return undefined;
  }

  async release(): Promise<void> {
    await unlink(this.#file).catch(() => {});
  }
}
