import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RetryTimer } from '../client/retry-timer.js';
import { notLoaded, SupportError } from '../client/support-error.js';
import type { Connection } from '../context/connection.js';
import type { Language } from '../contract/values.js';
import type { Pace, Poller } from './poller.js';

export interface Source {
  readonly connection: Connection | undefined;
  readonly language: Language;
  /** What is asked, where there is more than one thing to ask. */
  readonly query?: string;
}

interface Options<P> {
  /** Loads the poller of what is asked. */
  readonly load: (connection: Connection, language: Language) => Promise<P>;
  /** How often the host wants to know while it is shown, and while it isn't. */
  readonly shown: Pace;
  readonly hidden: Pace | undefined;
  /** Called after every answer and failure, once the host has been asked to update. */
  readonly changed?: () => void;
  /** Called when what was known is another connection's, or the answer to another question. */
  readonly forgotten?: () => void;
}

/** What the endpoint says, kept up to date while the host is on the page. */
export class PollingController<T, P extends Poller<T>> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #source: () => Source;
  readonly #options: Options<P>;
  /** Notices when the host is shown or hidden, wherever on the page: one in a closed panel is in no hurry. */
  readonly #shown = new IntersectionObserver(() => this.poller?.schedule(), {
    rootMargin: '100000px',
  });
  #connected = false;
  #watched: Source | undefined;
  #joined = Promise.resolve();
  /** Missing while it is being loaded. */
  poller: P | undefined;
  #failure: SupportError | undefined;
  readonly #retries = new RetryTimer(() => (this.#joined = this.#join()));
  #leave: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element, source: () => Source, options: Options<P>) {
    this.#host = host;
    this.#source = source;
    this.#options = options;
    host.addController(this);
  }

  /** Missing while it isn't known. */
  get list(): T | undefined {
    return this.poller?.list;
  }

  /** Why it isn't known, or why it is not as it is now. */
  get error(): SupportError | undefined {
    return this.#failure ?? this.poller?.error;
  }

  /** Asks at once. Resolves when it is known what that brought. */
  async refresh(): Promise<void> {
    await this.#joined;
    if (!this.poller) await (this.#joined = this.#join());
    await this.poller?.refresh();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#shown.observe(this.#host);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#shown.disconnect();
    this.#retries.stop();
    this.#leave?.();
    this.#watched = undefined;
  }

  hostUpdate(): void {
    const source = this.#source();
    const { connection, language, query } = this.#watched ?? {};
    if (
      !this.#connected ||
      (this.#watched &&
        connection === source.connection &&
        language === source.language &&
        query === source.query)
    )
      return;
    this.#leave?.();
    if (this.poller && (connection !== source.connection || query !== source.query)) {
      this.poller = undefined;
      this.#options.forgotten?.();
    }
    this.#watched = source;
    this.#joined = this.#join();
  }

  async #join(): Promise<void> {
    const watched = this.#watched;
    if (!watched?.connection) return;
    const { load, shown, hidden } = this.#options;
    try {
      const poller = await load(watched.connection, watched.language).catch(notLoaded);
      if (watched !== this.#watched) return;
      this.#failure = undefined;
      this.#retries.stop();
      this.poller = poller;
      // What was never answered is asked for also where it isn't shown: a panel opens with what is in it.
      this.#leave = poller.watch({
        pace: () => (this.#host.checkVisibility() || !poller.list ? shown : hidden),
        changed: this.#onChanged,
      });
      this.#onChanged();
    } catch (error) {
      if (watched !== this.#watched) return;
      this.#failure = SupportError.from(error);
      this.#retries.failed();
    }
    this.#host.requestUpdate();
  }

  readonly #onChanged = (): void => {
    this.#host.requestUpdate();
    this.#options.changed?.();
  };
}
