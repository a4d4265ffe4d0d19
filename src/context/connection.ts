import type { SendOptions, SupportClient } from '../client/client.js';
import type { Me } from '../contract/me.js';
import type { Capability, InputOf, Operation, OutputOf } from '../contract/operation.js';
import type { ServiceProfile } from '../contract/service.js';
import type { Language } from '../contract/values.js';
import type { ConnectionChoice } from './settings.js';

const lazy = () => import('./lazy.js');

/**
 * A client and what every widget of a page asks it for first, asked once. The client and the schemas are loaded when
 * they are first needed, so that nothing waits for them to be painted.
 */
export class Connection {
  readonly choice: ConnectionChoice;
  readonly #onSignInRequired: () => void;
  #client: Promise<SupportClient> | undefined;
  readonly #services = new Map<Language, Promise<ServiceProfile>>();
  #me: Promise<Me> | undefined;

  constructor(choice: ConnectionChoice, onSignInRequired: () => void) {
    this.choice = choice;
    this.#onSignInRequired = onSignInRequired;
  }

  get client(): Promise<SupportClient> {
    const { client } = this.choice;
    return (this.#client ??= client
      ? Promise.resolve(client)
      : lazy().then(
          ({ HttpClient }) => new HttpClient({ ...this.choice, endpoint: this.choice.endpoint ?? '' }, this.#onSignInRequired),
        ));
  }

  async send<O extends Operation>(operation: O, input: InputOf<O>, options?: SendOptions): Promise<OutputOf<O>> {
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
    if (!has(await this.service(language), 'me')) return undefined;
    this.#me ??= lazy().then(({ getMe }) => this.send(getMe, {}));
    this.#me.catch(() => (this.#me = undefined));
    return this.#me;
  }
}

/** What is not among the capabilities is not called. */
export const has = (service: ServiceProfile, capability: Capability): boolean => service.capabilities.includes(capability);
