import type { ReactiveControllerHost } from 'lit';
import type { AdvisoryAccessList, AdvisoryAccessPoller } from './advisory-access-poller.lazy.js';
import type { Pace } from './poller.js';
import { PollingController, type Source } from './polling-controller.js';
import type { ServerClock } from './server-clock.js';

/** More or fewer advisory requests wait for approval than before. */
export class AdvisoryAccessPendingChangedEvent extends CustomEvent<{ readonly count: number }> {
  static readonly eventName = 'advisory-access-pending-changed';
  constructor(count: number) {
    super(AdvisoryAccessPendingChangedEvent.eventName, {
      bubbles: true,
      composed: true,
      detail: { count },
    });
  }
}

declare global {
  interface HTMLElementEventMap {
    'advisory-access-pending-changed': AdvisoryAccessPendingChangedEvent;
  }
}

/** The advisory requests as the endpoint has them, kept up to date while the host is on the page. */
export class AdvisoryAccessController extends PollingController<
  AdvisoryAccessList,
  AdvisoryAccessPoller
> {
  /** How many requests wait for approval. */
  pendingCount = 0;
  readonly #host: Element;

  /** @param pace how often the host wants to know while it is shown */
  constructor(host: ReactiveControllerHost & Element, source: () => Source, pace: Pace) {
    super(host, source, {
      load: async (connection, language) =>
        (await import('./advisory-access-poller.lazy.js')).advisoryAccessPoller(
          connection,
          language,
        ),
      shown: pace,
      hidden: 'badge',
      changed: () => this.#count(this.list?.pendingCount ?? this.pendingCount),
      forgotten: () => this.#count(0),
    });
    this.#host = host;
  }

  #count(count: number): void {
    if (count === this.pendingCount) return;
    this.pendingCount = count;
    this.#host.dispatchEvent(new AdvisoryAccessPendingChangedEvent(count));
  }

  /** Missing while the endpoint hasn't told. */
  get clock(): ServerClock | undefined {
    return this.poller?.clock;
  }
}
