import { SupportError } from '../client/support-error.js';
import type { Connection } from '../context/connection.js';
import { getAttachment, putAttachment, removeAttachment } from '../contract/attachments.js';

/** Where one file is on its way; `sent` is a part of the whole. */
export type UploadState =
  | { readonly name: 'waiting' }
  | { readonly name: 'sending'; readonly sent: number; readonly attempt: number }
  | { readonly name: 'sent' }
  | { readonly name: 'failed'; readonly error: SupportError };

/** @param files how many have arrived, of how many; `part` of all bytes, from 0 to 1; `attempt` counts the tries of the present one */
export type UploadProgress = (progress: {
  readonly files: number;
  readonly of: number;
  readonly part: number;
  readonly attempt: number;
}) => void;

/** What no line cuts, in bytes. */
const SMALL = 64 * 1024;

interface Job {
  readonly id: string;
  file: File;
  readonly abort: AbortController;
  state: UploadState;
  done: Promise<void>;
}

/** Takes files to the endpoint, one after the other, each under the id that its request will name. */
export class Uploads {
  readonly #connection: () => Connection | undefined;
  readonly #changed: () => void;
  readonly #shrink: (id: string) => Promise<File | undefined>;
  readonly #jobs = new Map<string, Job>();
  readonly #listeners = new Set<() => void>();
  #turn: Promise<void> = Promise.resolve();

  /** @param shrink makes a picture smaller that something on the way finds too large; nothing where that can't be */
  constructor(
    connection: () => Connection | undefined,
    changed: () => void,
    shrink: (id: string) => Promise<File | undefined>,
  ) {
    this.#connection = connection;
    this.#changed = changed;
    this.#shrink = shrink;
  }

  stateOf(id: string): UploadState | undefined {
    return this.#jobs.get(id)?.state;
  }

  /** Sends a file, unless it is on its way or has arrived. */
  start(id: string, file: File): Promise<void> {
    const known = this.#jobs.get(id);
    if (known && known.state.name !== 'failed') return known.done;
    const job: Job = {
      id,
      file,
      abort: new AbortController(),
      state: { name: 'waiting' },
      done: Promise.resolve(),
    };
    this.#jobs.set(id, job);
    this.#turn = job.done = this.#turn.then(() => this.#send(job));
    this.#notify();
    return job.done;
  }

  /** Stops a file on its way; it can be sent again. */
  cancel(id: string): void {
    this.#jobs.get(id)?.abort.abort();
  }

  /** Stops a file on its way, and deletes one that has arrived. What can't be deleted lapses at the endpoint in a day. */
  remove(id: string): void {
    const job = this.#jobs.get(id);
    if (!job) return;
    this.#jobs.delete(id);
    job.abort.abort();
    void job.done.then(() => {
      const { state } = job;
      const mayBeThere =
        state.name === 'sent' || (state.name === 'failed' && state.error.unanswered);
      if (mayBeThere)
        this.#connection()
          ?.send(removeAttachment, { params: { id } })
          .catch(() => undefined);
    });
  }

  /**
   * Resolves when all of them have arrived.
   *
   * @throws SupportError of the first that didn't
   */
  async settled(
    files: ReadonlyMap<string, File>,
    {
      signal,
      onProgress,
    }: { readonly signal?: AbortSignal; readonly onProgress?: UploadProgress } = {},
  ): Promise<void> {
    const stop = () => {
      for (const id of files.keys()) this.cancel(id);
    };
    const report = () => onProgress?.(this.#progress(files));
    const off = this.#listen(report);
    signal?.addEventListener('abort', stop);
    try {
      const all = [...files].map(([id, file]) => this.start(id, file));
      report();
      await Promise.all(all);
    } finally {
      off();
      signal?.removeEventListener('abort', stop);
    }
    for (const id of files.keys()) {
      const state = this.stateOf(id);
      if (state?.name === 'failed') throw state.error;
    }
  }

  #listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #progress(files: ReadonlyMap<string, File>): Parameters<UploadProgress>[0] {
    const states = [...files].map(([id, { size }]) => ({ size, state: this.stateOf(id) }));
    const partOf = (state?: UploadState) =>
      state?.name === 'sent' ? 1 : state?.name === 'sending' ? state.sent : 0;
    const total = states.reduce((sum, { size }) => sum + size, 0);
    const sent = states.reduce((sum, { size, state }) => sum + size * partOf(state), 0);
    return {
      files: states.filter(({ state }) => state?.name === 'sent').length,
      of: files.size,
      part: total ? sent / total : 1,
      attempt: Math.max(
        ...states.map(({ state }) => (state?.name === 'sending' ? state.attempt : 1)),
        1,
      ),
    };
  }

  async #send(job: Job): Promise<void> {
    const { abort } = job;
    try {
      for (;;) {
        abort.signal.throwIfAborted();
        try {
          await this.#put(job);
          break;
        } catch (thrown) {
          const error = await this.#understand(job, SupportError.from(thrown));
          if (!error) break;
          // A proxy may take less than the endpoint behind it.
          const smaller = error.code === 'tooLarge' ? await this.#shrink(job.id) : undefined;
          if (!smaller) throw error;
          job.file = smaller;
        }
      }
      this.#set(job, { name: 'sent' });
    } catch (thrown) {
      this.#set(job, {
        name: 'failed',
        error: abort.signal.aborted ? new SupportError('aborted') : SupportError.from(thrown),
      });
    }
  }

  async #put(job: Job): Promise<void> {
    const { id, file, abort } = job;
    const connection = this.#connection();
    if (!connection) throw new SupportError('noEndpoint');
    let attempt = 1;
    this.#set(job, { name: 'sending', sent: 0, attempt });
    await connection.send(
      putAttachment,
      { params: { id }, body: file },
      {
        signal: abort.signal,
        onRetry: (next) => {
          attempt = next;
          this.#set(job, { name: 'sending', sent: 0, attempt });
        },
        onProgress: (sent, total) =>
          this.#set(job, { name: 'sending', sent: total ? sent / total : 0, attempt }),
      },
    );
  }

  /**
   * A line that broke time after time is broken, or cuts what is large without a word. The endpoint is asked for the file: where it
   * answers, the line works. Nothing where the file has arrived after all.
   */
  async #understand(
    { id, file, abort: { signal } }: Job,
    error: SupportError,
  ): Promise<SupportError | undefined> {
    if (error.code !== 'network' || file.size <= SMALL) return error;
    try {
      await this.#connection()?.send(getAttachment, { params: { id } }, { signal });
      return undefined;
    } catch (thrown) {
      const isMissing = SupportError.from(thrown).code === 'notFound';
      return isMissing ? new SupportError('tooLarge', 'The line cuts it', { cause: error }) : error;
    }
  }

  #set(job: Job, state: UploadState): void {
    job.state = state;
    this.#notify();
  }

  #notify(): void {
    this.#changed();
    for (const listener of this.#listeners) listener();
  }
}
