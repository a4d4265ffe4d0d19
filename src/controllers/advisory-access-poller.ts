import { SupportError } from '../client/support-error.js';
import { UnlessChanged } from '../client/unless-changed.js';
import { has, type Connection } from '../context/connection.js';
import { listAdvisoryAccess } from '../contract/advisory-access.js';
import type { InputOf, OutputOf } from '../contract/operation.js';
import type { ServiceProfile } from '../contract/service.js';
import type { Language } from '../contract/values.js';
import { ServerClock } from './server-clock.js';

export type AdvisoryAccessList = OutputOf<typeof listAdvisoryAccess>;

/** How often somebody wants to know; how many seconds each is, the service profile says. */
export type Pace = keyof ServiceProfile['polling'];

export interface Watcher {
  pace(): Pace;
  /** Called after every answer, and after every failure to get one. */
  changed(): void;
}

const openStates = ['pending', 'scheduled', 'active'] as const;

const LONGEST_WAIT_MS = 300_000;

/**
 * Asks for the advisory requests again and again, on behalf of everybody on the page who watches them: as often as the
 * most impatient wants, never while the page is hidden, and less and less often while it fails.
 */
export class AdvisoryAccessPoller {
  list: AdvisoryAccessList | undefined;
  /** Why the last question brought no answer. */
  error: SupportError | undefined;
  readonly clock = new ServerClock();
  readonly #connection: Connection;
  readonly #language: Language;
  readonly #watchers = new Set<Watcher>();
  readonly #unlessChanged = new UnlessChanged();
  #polling: ServiceProfile['polling'] | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: Promise<void> | undefined;
  #askedAt = -Infinity;
  #failures = 0;

  constructor(connection: Connection, language: Language) {
    this.#connection = connection;
    this.#language = language;
  }

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
    if (!this.#watchers.size || document.hidden || this.#asking || inVain) return;
    this.#timer = setTimeout(() => void this.#ask(), Math.max(0, this.#askedAt + this.#pause() - performance.now()));
  };

  #pause(): number {
    if (!this.#polling) return this.#patience(1000);
    const { approval, badge } = this.#polling;
    const isUrgent = [...this.#watchers].some((watcher) => watcher.pace() === 'approval');
    return this.#patience(Math.max(1, isUrgent ? approval : badge) * 1000);
  }

  #patience(usual: number): number {
    if (!this.error) return usual;
    return Math.max((this.error.retryAfter ?? 0) * 1000, Math.min(LONGEST_WAIT_MS, usual * 2 ** this.#failures));
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
      const service = await this.#connection.service(this.#language);
      this.#polling = service.polling;
      if (!has(service, 'advisoryAccess')) throw new SupportError('notSupported');
      await this.#list();
      this.error = undefined;
      this.#failures = 0;
    } catch (error) {
      this.error = SupportError.from(error);
      this.#failures += 1;
    }
  }

  async #list(): Promise<void> {
    const first = await this.#page({});
    let { list, unchanged } = first;
    // The newest come first: what is still open may be older than everything on the first page.
    for (const state of first.list.next ? openStates : []) {
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const page = await this.#page({ state, cursor });
        const known = new Set(list.items.map(({ id }) => id));
        list = { ...list, items: [...list.items, ...page.list.items.filter(({ id }) => !known.has(id))] };
        unchanged &&= page.unchanged;
        cursor = page.list.next;
      }
    }
    if (!unchanged) this.list = list;
  }

  async #page(query: NonNullable<InputOf<typeof listAdvisoryAccess>['query']>): Promise<{ list: AdvisoryAccessList; unchanged: boolean }> {
    const options = { language: this.#language, transport: this.#unlessChanged.transport };
    const list = await this.#connection.send(listAdvisoryAccess, { query }, options);
    const { unchanged, date } = this.#unlessChanged;
    // An answer that was given before tells the time of then.
    const time = unchanged ? date : Date.parse(list.serverTime);
    if (time !== undefined) this.clock.hear(time);
    return { list, unchanged };
  }

  readonly #onOnline = (): void => {
    if (this.error) void this.#ask();
  };
}

const pollers = new WeakMap<Connection, Map<Language, AdvisoryAccessPoller>>();

/** The one poller of a connection: whoever watches the same endpoint on a page shares what it learns. */
export function pollerOf(connection: Connection, language: Language): AdvisoryAccessPoller {
  const ofConnection = pollers.get(connection) ?? new Map<Language, AdvisoryAccessPoller>();
  pollers.set(connection, ofConnection);
  const poller = ofConnection.get(language) ?? new AdvisoryAccessPoller(connection, language);
  ofConnection.set(language, poller);
  return poller;
}
