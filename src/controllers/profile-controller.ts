import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { willPass } from '../client/retry.js';
import { RetryTimer } from '../client/retry-timer.js';
import { SupportError } from '../client/support-error.js';
import type { Connection } from '../context/connection.js';
import type { Me } from '../contract/me.js';
import type { ServiceProfile } from '../contract/service.js';
import type { Language } from '../contract/values.js';

interface Source {
  readonly connection: Connection | undefined;
  readonly language: Language;
}

/**
 * What the endpoint offers and who is signed in: fetched when there is a connection, again in another language, and by itself
 * after the connection failed.
 */
export class ProfileController implements ReactiveController {
  service: ServiceProfile | undefined;
  me: Me | undefined;
  /** Both, for who takes them together. */
  get known(): Pick<ProfileController, 'service' | 'me'> {
    const { service, me } = this;
    return { service, me };
  }

  /** Resolves when it is known what the last question brought. */
  settled = Promise.resolve();
  /** Whether an answer is still to come. */
  pending = false;
  /** Why there is no service profile, or no word of who is signed in. */
  error: SupportError | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #source: () => Source;
  readonly #retries = new RetryTimer(() => (this.settled = this.#ask()));
  #asked: Source | undefined;

  constructor(host: ReactiveControllerHost, source: () => Source) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.error) void this.load();
  }

  hostDisconnected(): void {
    this.#retries.stop();
  }

  hostUpdate(): void {
    const source = this.#source();
    if (source.connection === this.#asked?.connection && source.language === this.#asked?.language)
      return;
    if (source.connection !== this.#asked?.connection) this.service = this.me = undefined;
    this.#asked = source;
    void this.load();
  }

  /** Asks, and shows that an answer is to come. */
  load(): Promise<void> {
    this.#retries.stop();
    this.error = undefined;
    this.pending = Boolean(this.#asked?.connection);
    return (this.settled = this.#ask());
  }

  /** What failed before is shown until it is known what the answer is now. */
  async #ask(): Promise<void> {
    const asked = this.#asked;
    if (!asked?.connection) return;
    const { connection, language } = asked;
    try {
      // Both at once: who is signed in is asked as soon as the service says that it can tell.
      const asking = connection.me(language);
      asking.catch(() => undefined);
      const service = await connection.service(language);
      if (asked !== this.#asked) return;
      this.service = service;
      this.#host.requestUpdate();
      const me = await asking;
      if (asked !== this.#asked) return;
      this.me = me;
      this.error = undefined;
      this.#retries.stop();
    } catch (thrown) {
      if (asked !== this.#asked) return;
      const error = SupportError.from(thrown);
      this.error = error;
      if (willPass(error)) this.#retries.failed(error.retryAfter);
    }
    this.pending = false;
    this.#host.requestUpdate();
  }
}
