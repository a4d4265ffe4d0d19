import type { SendOptions, SupportClient } from '../client/client.js';
import { notLoaded } from '../client/support-error.js';
import type { Me } from '../contract/me.js';
import type { Capability, InputOf, Operation, OutputOf } from '../contract/operation.js';
import type { ServiceProfile } from '../contract/service.js';
import type { Language } from '../contract/values.js';
import type { End, Session, SessionHost } from './session.js';
import { sameChoiceAgain, sameUser, type ConnectionChoice } from './settings.js';

/** The client, and the rows of the contract that every element begins with. */
export const loadClient = () => import('./connection.lazy.js').catch(notLoaded);

/**
 * A way to the endpoint for one person, and what every widget of a page asks it for first, asked once. Everything that is
 * known of the person hangs on it: for another person this connection ends and a new one begins. What goes on over it is its
 * session's, which is loaded with the client and the schemas when they are first needed, so that nothing waits for them to be
 * painted.
 */
export class Connection implements SupportClient, SessionHost {
  /** Set for good once the person has gone; from then on nothing is sent, and no answer is given. */
  end: End | undefined;
  #choice: ConnectionChoice;
  readonly #onSignInRequired: () => void;
  readonly #onEnd: (() => void) | undefined;
  readonly #ended = new AbortController();
  /** Missing until it is loaded; until then nothing has been sent. */
  #session: Session | undefined;
  readonly #services = new Map<Language, Promise<ServiceProfile>>();

  /** @param former the one of the person before, which may have been at the same endpoint */
  constructor(
    choice: ConnectionChoice,
    onSignInRequired: () => void,
    onEnd?: () => void,
    former?: Connection,
  ) {
    this.#choice = choice;
    this.#onSignInRequired = onSignInRequired;
    this.#onEnd = onEnd;
    // What the endpoint offers is the same for everybody.
    if (former?.end) for (const known of former.#services) this.#keep(...known);
  }

  get choice(): ConnectionChoice {
    return this.#choice;
  }

  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /** Goes on with what the host says now, where that is the same choice again and for the same person. */
  follows(choice: ConnectionChoice): boolean {
    if (this.end || !sameChoiceAgain(this.#choice, choice)) return false;
    const { accessToken, userId } = this.#choice;
    if (!sameUser(this.#choice, choice)) {
      this.finish('other');
      return false;
    }
    // Who takes the token away signs the person out.
    if (accessToken && !choice.accessToken && this.#session?.answered === 'person') {
      this.finish('unsure');
      return false;
    }
    this.#choice = { ...choice, userId: choice.userId ?? userId };
    const isNewToken = accessToken !== choice.accessToken;
    if (isNewToken) this.#session?.forgetToken();
    if (isNewToken || (userId && !choice.userId)) this.doubt(true);
    // A token that is given as a text may tell at once that it is another person's.
    return !this.signal.aborted;
  }

  /**
   * The person who is signed in may be another by now.
   *
   * @param isNews whether that is to be found out anew even where it is being found out
   */
  doubt(isNews = false): void {
    if (!this.end) this.#session?.doubt(isNews);
  }

  /** Nothing of the person is left here. */
  finish(end: End): void {
    if (this.end) return;
    this.end = end;
    this.#ended.abort();
    this.#onEnd?.();
  }

  /** @throws SupportError `aborted` once the person has gone, also in place of an answer that was for them alone */
  async send<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options?: SendOptions,
  ): Promise<OutputOf<O>> {
    return (await this.#open()).send(operation, input, options);
  }

  /** The service profile with its texts in `language`. A failure is not kept: asking again tries again. */
  service(language: Language): Promise<ServiceProfile> {
    const known = this.#services.get(language);
    if (known) return known;
    const asked = this.#open().then((session) => session.askService(language));
    this.#keep(language, asked);
    return asked;
  }

  /** Has the profile asked for again by whoever needs it next: it is known to have changed. */
  forgetService(): void {
    this.#services.clear();
  }

  /** What the endpoint offered when it was last reached, on this visit or before. */
  async lastService(language: Language): Promise<ServiceProfile | undefined> {
    return (await this.#open()).lastService(language);
  }

  /** Who is signed in, or nothing where the endpoint can't tell (capability `me`). */
  async me(language: Language): Promise<Me | undefined> {
    return (await this.#open()).me(language);
  }

  async #open(): Promise<Session> {
    if (this.#session) return this.#session;
    const { Session } = await loadClient();
    return (this.#session ??= new Session(this, this.#onSignInRequired));
  }

  #keep(language: Language, asked: Promise<ServiceProfile>): void {
    this.#services.set(language, asked);
    asked.catch(() => this.#services.delete(language));
  }
}

/** What is not among the capabilities is not called. */
export const has = (service: ServiceProfile, capability: Capability): boolean =>
  service.capabilities.includes(capability);
