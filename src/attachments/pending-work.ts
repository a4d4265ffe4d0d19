import { unlessAborted } from '../client/retry.js';

/** Something that is under way. */
export interface Work {
  /** How many more rows of the list are surely expected to come of it. */
  rows: number;
}

/** What is under way. */
export class PendingWork {
  readonly #changed: () => void;
  readonly #works = new Set<Work>();
  #next = Promise.withResolvers<void>();

  /** @param changed called at once, whenever work begins, ends or is forgotten */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get isAny(): boolean {
    return this.#works.size > 0;
  }

  /** How many rows are on their way into the list. */
  get rows(): number {
    return [...this.#works].reduce((sum, { rows }) => sum + rows, 0);
  }

  /** @param rows of the list that are to come of it, as far as is known before it begins */
  async track<T>(rows: number, act: (work: Work) => Promise<T>): Promise<T> {
    const work = { rows };
    this.#works.add(work);
    this.notify();
    try {
      return await act(work);
    } finally {
      if (this.#works.delete(work)) this.notify();
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
