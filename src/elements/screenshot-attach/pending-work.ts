import { unlessAborted } from '../../client/retry.js';

/** What is under way, by the number of files that it is about. */
export class PendingWork {
  readonly #changed: () => void;
  readonly #works = new Set<{ readonly files: number }>();
  #next = Promise.withResolvers<void>();

  /** @param changed called at once, whenever work begins, ends or is forgotten */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get files(): number {
    return [...this.#works].reduce((sum, { files }) => sum + files, 0);
  }

  async track<T>(files: number, work: () => Promise<T>): Promise<T> {
    const entry = { files };
    this.#works.add(entry);
    this.notify();
    try {
      return await work();
    } finally {
      if (this.#works.delete(entry)) this.notify();
    }
  }

  /** Nobody waits any more for what is under way. */
  forget(): void {
    this.#works.clear();
    this.notify();
  }

  notify(): void {
    const { resolve } = this.#next;
    this.#next = Promise.withResolvers();
    this.#changed();
    resolve();
  }

  /**
   * Resolves at the next change.
   *
   * @throws SupportError `aborted`
   */
  async next(signal?: AbortSignal): Promise<void> {
    await unlessAborted(() => this.#next.promise, signal);
  }
}
