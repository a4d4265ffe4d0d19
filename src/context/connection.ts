import type { SendOptions, SupportClient } from '../client/client.js';
import { notLoaded } from '../client/support-error.js';
import type { Me } from '../contract/me.js';
import type { Capability, InputOf, Operation, OutputOf } from '../contract/operation.js';
import type { ServiceProfile } from '../contract/service.js';
import type { Language } from '../contract/values.js';
import { sameChoiceAgain, type ConnectionChoice } from './settings.js';

const lazy = () => import('./lazy.js').catch(notLoaded);

/** Rows for who needs somebody to be signed in. */
export const people = () =>
  lazy()
    .then((loaded) => loaded.people())
    .catch(notLoaded);

/**
 * A client and what every widget of a page asks it for first, asked once. The client and the schemas are loaded when
 * they are first needed, so that nothing waits for them to be painted.
 */
export class Connection {
  #choice: ConnectionChoice;
  readonly #onSignInRequired: () => void;
  #client: Promise<SupportClient> | undefined;
  readonly #services = new Map<Language, Promise<ServiceProfile>>();
  #me: Promise<Me> | undefined;

  constructor(choice: ConnectionChoice, onSignInRequired: () => void) {
    this.#choice = choice;
    this.#onSignInRequired = onSignInRequired;
  }

  get choice(): ConnectionChoice {
    return this.#choice;
  }

  /** Goes on with what the host says now, where that is the same choice again. */
  follows(choice: ConnectionChoice): boolean {
    const same = sameChoiceAgain(this.#choice, choice);
    if (same) this.#choice = choice;
    return same;
  }

  get client(): Promise<SupportClient> {
    this.#client ??= this.#createClient().catch((error: unknown) => {
      this.#client = undefined;
      throw error;
    });
    return this.#client;
  }

  async #createClient(): Promise<SupportClient> {
    const { client, endpoint = '', accessToken } = this.#choice;
    if (client) return client;
    const { HttpClient } = await lazy();
    const latest = () => {
      const token = this.#choice.accessToken;
      return typeof token === 'function' ? token() : (token ?? '');
    };
    const settings = {
      ...this.#choice,
      endpoint,
      accessToken: typeof accessToken === 'function' ? latest : accessToken,
    };
    return new HttpClient(settings, this.#onSignInRequired);
  }

  async send<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options?: SendOptions,
  ): Promise<OutputOf<O>> {
    return (await this.client).send(operation, input, options);
  }

  /** The service profile with its texts in `language`. A failure is not kept: asking again tries again. */
  service(language: Language): Promise<ServiceProfile> {
    const known = this.#services.get(language);
    if (known) return known;
    const asked = lazy().then(({ getService }) => this.send(getService, {}, { language }));
    this.#services.set(language, asked);
    asked.catch(() => this.#services.delete(language));
    return asked;
  }

  /** Who is signed in, or nothing where the endpoint can't tell (capability `me`). */
  async me(language: Language): Promise<Me | undefined> {
    const rows = people();
    rows.catch(() => undefined);
    if (!has(await this.service(language), 'me')) return undefined;
    this.#me ??= rows.then(({ getMe }) => this.send(getMe, {}));
    this.#me.catch(() => (this.#me = undefined));
    return this.#me;
  }
}

/** What is not among the capabilities is not called. */
export const has = (service: ServiceProfile, capability: Capability): boolean =>
  service.capabilities.includes(capability);
