import { waitAfter } from '../client/retry-timer.js';
import { SupportError } from '../client/support-error.js';
import { UnlessChanged } from '../client/unless-changed.js';
import { has, type Connection } from '../context/connection.js';
import type { Capability } from '../contract/operation.js';
import type { ServiceProfile } from '../contract/service.js';
import type { Language } from '../contract/values.js';

/** How often somebody wants to know; how many seconds each is, the service profile says. */
export type Pace = keyof ServiceProfile['polling'];

export interface Watcher {
  /** Missing while they don't want to know at all. */
  pace(): Pace | undefined;
  /** Called after every answer, and after every failure to get one. */
  changed(): void;
}

/**
 * Asks the same thing again and again, on behalf of everybody on the page who watches it: as often as the most impatient
 * wants, never while the page is hidden, and less and less often while it fails.
 */
export abstract class Poller<T> {
  /** The latest answer. */
  list: T | undefined;
  /** Why the last question brought no answer. */
  error: SupportError | undefined;
  protected readonly unlessChanged = new UnlessChanged();
  readonly #watchers = new Set<Watcher>();
  #polling: ServiceProfile['polling'] | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: Promise<void> | undefined;
  #askedAt = -Infinity;
  #failures = 0;

  constructor(
    protected readonly connection: Connection,
    readonly language: Language,
    readonly capability: Capability,
  ) {}

  /** Asks once. Brings nothing where the latest answer still holds. */
  protected abstract fetch(): Promise<T | undefined>;

  /** Asks for `watcher` from now on, until what it returns is called. */
  watch(watcher: Watcher): () => void {
    if (!this.#watchers.size) {
      document.addEventListener('visibilitychange', this.schedule);
      window.addEventListener('online', this.#onOnline);
    }
    this.#watchers.add(watcher);
    this.schedule();
    return () => {
      this.#watchers.delete(watcher);
      this.schedule();
      if (this.#watchers.size) return;
      document.removeEventListener('visibilitychange', this.schedule);
      window.removeEventListener('online', this.#onOnline);
    };
  }

  /** Asks at once. Resolves when the answer to a question that was asked from now on is there, or when it failed. */
  async refresh(): Promise<void> {
    await this.#asking;
    await this.#ask();
  }

  /** Asks when it is time to, which is now where it should have been done before. */
  readonly schedule = (): void => {
    clearTimeout(this.#timer);
    const inVain = this.error?.code === 'notSupported';
    const isWanted = [...this.#watchers].some((watcher) => watcher.pace());
    if (!isWanted || document.hidden || this.#asking || inVain) return;
    this.#timer = setTimeout(
      () => void this.#ask(),
      Math.max(0, this.#askedAt + this.#pause() - performance.now()),
    );
  };

  #pause(): number {
    if (this.error) return waitAfter(this.#failures, this.error.retryAfter);
    if (!this.#polling) return 1000;
    const { approval, badge } = this.#polling;
    const isUrgent = [...this.#watchers].some((watcher) => watcher.pace() === 'approval');
    return Math.max(1, isUrgent ? approval : badge) * 1000;
  }

  #ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asking ??= this.#answer().finally(() => {
      this.#asking = undefined;
      for (const watcher of this.#watchers) watcher.changed();
      this.schedule();
    });
    return this.#asking;
  }

  async #answer(): Promise<void> {
    this.#askedAt = performance.now();
    try {
      const service = await this.connection.service(this.language);
      this.#polling = service.polling;
      if (!has(service, this.capability)) throw new SupportError('notSupported');
      this.list = (await this.fetch()) ?? this.list;
      this.error = undefined;
      this.#failures = 0;
    } catch (error) {
      this.error = SupportError.from(error);
      this.#failures += 1;
    }
  }

  readonly #onOnline = (): void => {
    if (this.error) void this.#ask();
  };
}

/** One poller for everybody who asks a connection the same. */
export class Pollers<P> {
  readonly #ofConnections = new WeakMap<Connection, Map<string, P>>();

  /** @param key what is asked, and in which language */
  of(connection: Connection, key: string, create: () => P): P {
    const known = this.#ofConnections.get(connection) ?? new Map<string, P>();
    this.#ofConnections.set(connection, known);
    const poller = known.get(key) ?? create();
    known.set(key, poller);
    return poller;
  }
}
