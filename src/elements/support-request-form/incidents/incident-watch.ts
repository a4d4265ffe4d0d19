import { SupportError } from '../../../client/support-error.js';
import { willPass } from '../../../client/retry.js';
import { RetryTimer } from '../../../client/retry-timer.js';
import { has, people, type Connection } from '../../../context/connection.js';
import type { Incident } from '../../../contract/incidents.js';
import type { Language } from '../../../contract/values.js';

/** `untold` where the endpoint tells of none. */
export type Incidents =
  | { readonly name: 'loading' | 'failed' | 'untold' }
  | { readonly name: 'known'; readonly items: readonly Incident[] };

/** Where a person is; what is empty isn't chosen yet. */
interface Place {
  readonly product: string;
  readonly application: string;
  readonly language: Language;
}

/** The open incident notices of what is chosen, asked for again when that changes [guide 1.2, step 1]. */
export class IncidentWatch {
  incidents: Incidents = { name: 'loading' };
  /** Whether they are shown in full. */
  open = false;
  #place: Place | undefined;
  readonly #retries = new RetryTimer(() => void this.#load());

  /** @param changed called when something else is to be shown */
  constructor(
    readonly connection: Connection,
    readonly changed: () => void,
  ) {}

  /** Whether there is more to say than that there are none. */
  get tells(): boolean {
    const { incidents } = this;
    return (
      incidents.name === 'failed' || (incidents.name === 'known' && incidents.items.length > 0)
    );
  }

  /** Looks where the person is now. */
  follow(place: Place): void {
    const last = this.#place;
    if (
      last?.product === place.product &&
      last.application === place.application &&
      last.language === place.language
    )
      return;
    this.#place = place;
    void this.load();
  }

  /** Nobody looks any more; whoever follows next begins anew. */
  stop(): void {
    this.#place = undefined;
    this.#retries.stop();
  }

  /** Asks, or asks again after a failure. */
  load(): Promise<void> {
    this.#retries.stop();
    return this.#load();
  }

  async #load(): Promise<void> {
    const place = this.#place;
    let error: SupportError | undefined;
    const incidents = await this.#ask(place).catch((thrown: unknown): Incidents => {
      error = SupportError.from(thrown);
      return { name: 'failed' };
    });
    // The person has moved on meanwhile.
    if (place !== this.#place) return;
    if (error && willPass(error)) this.#retries.failed(error.retryAfter);
    else this.#retries.stop();
    this.incidents = incidents;
    this.open = false;
    this.changed();
  }

  toggle(): void {
    this.open = !this.open;
    this.changed();
  }

  async #ask(place: Place | undefined): Promise<Incidents> {
    if (!place) return { name: 'loading' };
    const { product, application, language } = place;
    if (!has(await this.connection.service(language), 'incidents')) return { name: 'untold' };
    const { listIncidents } = await people();
    const { items } = await this.connection.send(
      listIncidents,
      { query: { product, application } },
      { language },
    );
    return { name: 'known', items };
  }
}
