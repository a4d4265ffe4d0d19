import { SupportError } from '../../../client/support-error.js';
import { willPass } from '../../../client/retry.js';
import { RetryTimer } from '../../../client/retry-timer.js';
import { has, loadClient, type Connection } from '../../../context/connection.js';
import type { Incident } from '../../../contract/incidents.js';
import type { Language } from '../../../contract/values.js';

/** `none` where the endpoint tells of none. */
export type Incidents =
  | { readonly name: 'loading' | 'failed' | 'none' }
  | { readonly name: 'known'; readonly items: readonly Incident[] };

/** What a person has chosen; what is empty isn't chosen yet. */
interface IncidentQuery {
  readonly product: string;
  readonly application: string;
  readonly language: Language;
}

/** The open incident notices of what is chosen, asked for again when that changes [guide 1.2.1]. */
export class IncidentWatch {
  incidents: Incidents = { name: 'loading' };
  /** Whether they are shown in full. */
  open = false;
  #query: IncidentQuery | undefined;
  readonly #retries = new RetryTimer(() => void this.#load());

  /** @param changed called when something else is to be shown */
  constructor(
    readonly connection: Connection,
    readonly changed: () => void,
  ) {}

  /** Whether there is more to say than that there are none. */
  get hasNews(): boolean {
    const { incidents } = this;
    return (
      incidents.name === 'failed' || (incidents.name === 'known' && incidents.items.length > 0)
    );
  }

  /** Looks where the person is now. */
  follow(query: IncidentQuery): void {
    const last = this.#query;
    if (
      last?.product === query.product &&
      last.application === query.application &&
      last.language === query.language
    )
      return;
    this.#query = query;
    void this.load();
  }

  /** Nobody looks any more; whoever follows next begins anew. */
  stop(): void {
    this.#query = undefined;
    this.#retries.stop();
  }

  /** Asks, or asks again after a failure. */
  load(): Promise<void> {
    this.#retries.stop();
    return this.#load();
  }

  async #load(): Promise<void> {
    const query = this.#query;
    let error: SupportError | undefined;
    const incidents = await this.#ask(query).catch((thrown: unknown): Incidents => {
      error = SupportError.from(thrown);
      return { name: 'failed' };
    });
    // The person has moved on meanwhile.
    if (query !== this.#query) return;
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

  async #ask(query: IncidentQuery | undefined): Promise<Incidents> {
    if (!query) return { name: 'loading' };
    const { product, application, language } = query;
    if (!has(await this.connection.service(language), 'incidents')) return { name: 'none' };
    const { listIncidents } = await loadClient();
    const { items } = await this.connection.send(
      listIncidents,
      { query: { product, application } },
      { language },
    );
    return { name: 'known', items };
  }
}
