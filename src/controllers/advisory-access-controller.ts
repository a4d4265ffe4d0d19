import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { notLoaded, SupportError } from '../client/support-error.js';
import type { Connection } from '../context/connection.js';
import type { Language } from '../contract/values.js';
import type { AdvisoryAccessList, AdvisoryAccessPoller, Pace } from './advisory-access-poller.js';
import type { ServerClock } from './server-clock.js';

/** More or fewer advisory requests wait for approval than before. */
export class AdvisoryAccessPendingChangedEvent extends CustomEvent<{ readonly count: number }> {
  static readonly eventName = 'advisory-access-pending-changed';
  constructor(count: number) {
    super(AdvisoryAccessPendingChangedEvent.eventName, { bubbles: true, composed: true, detail: { count } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'advisory-access-pending-changed': AdvisoryAccessPendingChangedEvent;
  }
}

interface Source {
  readonly connection: Connection | undefined;
  readonly language: Language;
}

/** The advisory requests as the endpoint has them, kept up to date while the host is on the page. */
export class AdvisoryAccessController implements ReactiveController {
  /** How many requests wait for approval. */
  pendingCount = 0;
  readonly #host: ReactiveControllerHost & Element;
  readonly #source: () => Source;
  readonly #pace: Pace;
  /** Notices when the host is shown or hidden, wherever on the page: one in a closed panel is in no hurry. */
  readonly #shown = new IntersectionObserver(() => this.#poller?.schedule(), { rootMargin: '100000px' });
  #connected = false;
  #watched: Source | undefined;
  #joined = Promise.resolve();
  #poller: AdvisoryAccessPoller | undefined;
  #failure: SupportError | undefined;
  #leave: (() => void) | undefined;

  /** @param pace how often the host wants to know while it is shown */
  constructor(host: ReactiveControllerHost & Element, source: () => Source, pace: Pace) {
    this.#host = host;
    this.#source = source;
    this.#pace = pace;
    host.addController(this);
  }

  /** Missing while it isn't known. */
  get list(): AdvisoryAccessList | undefined {
    return this.#poller?.list;
  }

  /** Why it isn't known, or why it is not as it is now. */
  get error(): SupportError | undefined {
    return this.#failure ?? this.#poller?.error;
  }

  /** Missing while the endpoint hasn't told. */
  get clock(): ServerClock | undefined {
    return this.#poller?.clock;
  }

  /** Asks at once. Resolves when it is known what that brought. */
  async refresh(): Promise<void> {
    await this.#joined;
    if (!this.#poller) await (this.#joined = this.#join());
    await this.#poller?.refresh();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#shown.observe(this.#host);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#shown.disconnect();
    this.#leave?.();
    this.#watched = undefined;
  }

  hostUpdate(): void {
    const source = this.#source();
    if (!this.#connected || (this.#watched?.connection === source.connection && this.#watched?.language === source.language)) return;
    this.#leave?.();
    if (this.#watched?.connection !== source.connection) this.#poller = undefined;
    this.#watched = source;
    this.#joined = this.#join();
  }

  async #join(): Promise<void> {
    const watched = this.#watched;
    if (!watched?.connection) return;
    try {
      const { pollerOf } = await import('./advisory-access-poller.js').catch(notLoaded);
      if (watched !== this.#watched) return;
      this.#failure = undefined;
      this.#poller = pollerOf(watched.connection, watched.language);
      this.#leave = this.#poller.watch({ pace: () => (this.#host.checkVisibility() ? this.#pace : 'badge'), changed: this.#onChanged });
      this.#onChanged();
    } catch (error) {
      this.#failure = SupportError.from(error);
    }
    this.#host.requestUpdate();
  }

  readonly #onChanged = (): void => {
    this.#host.requestUpdate();
    const count = this.list?.pendingCount ?? this.pendingCount;
    if (count === this.pendingCount) return;
    this.pendingCount = count;
    this.#host.dispatchEvent(new AdvisoryAccessPendingChangedEvent(count));
  };
}
