import type { HttpClient, SendOptions, SupportClient } from '../client/client.js';
import { reportFault } from '../client/report-fault.js';
import { notLoaded, SupportError } from '../client/support-error.js';
import type { Me } from '../contract/me.js';
import type { Capability, InputOf, Operation, OutputOf } from '../contract/operation.js';
import type { ServiceProfile } from '../contract/service.js';
import type { Language } from '../contract/values.js';
import { rememberedProfile, rememberProfile } from './remembered-profile.js';
import { sameChoiceAgain, sameUser, type ConnectionChoice } from './settings.js';

/** The client, and the rows of the contract that every element begins with. */
export const loadClient = () => import('./connection.lazy.js').catch(notLoaded);

/**
 * How a connection has ended: `other` where another person is signed in, `unsure` where nothing tells whether they are the
 * one from before.
 */
export type End = 'other' | 'unsure';

/**
 * A way to the endpoint for one person, and what every widget of a page asks it for first, asked once. Everything that is
 * known of the person hangs on it: when another one may be signed in, that is found out before anything else is asked, and
 * for another person this connection ends and a new one begins. The client and the schemas are loaded when they are first
 * needed, so that nothing waits for them to be painted.
 */
export class Connection implements SupportClient {
  /** Set for good once the person has gone; from then on nothing is sent, and no answer is given. */
  end: End | undefined;
  #choice: ConnectionChoice;
  readonly #onSignInRequired: () => void;
  readonly #onEnd: (() => void) | undefined;
  readonly #ended = new AbortController();
  #http: Promise<HttpClient> | undefined;
  readonly #services = new Map<Language, Promise<ServiceProfile>>();
  #me: Promise<Me> | undefined;
  /** Who is signed in, as the endpoint last told. */
  #person: Me | undefined;
  /** What the endpoint has answered so far: nothing, what anyone may ask for, or also what is for one person. */
  #answered: 'nothing' | 'anyone' | 'person' = 'nothing';
  #isDoubtful = false;
  #hasNews = false;
  #finding: Promise<void> | undefined;

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

  /** Goes on with what the host says now, where that is the same choice again and for the same person. */
  follows(choice: ConnectionChoice): boolean {
    if (this.end || !sameChoiceAgain(this.#choice, choice)) return false;
    const { accessToken, userId } = this.#choice;
    if (!sameUser(this.#choice, choice)) {
      this.finish('other');
      return false;
    }
    // Who takes the token away signs the person out.
    if (accessToken && !choice.accessToken && this.#answered === 'person') {
      this.finish('unsure');
      return false;
    }
    this.#choice = { ...choice, userId: choice.userId ?? userId };
    const isNewToken = accessToken !== choice.accessToken;
    if (isNewToken) void this.#http?.then((http) => http.forgetToken()).catch(() => undefined);
    if (isNewToken || (userId && !choice.userId)) this.doubt(true);
    return true;
  }

  /**
   * The person who is signed in may be another by now.
   *
   * @param isNews whether that is to be found out anew even where it is being found out
   */
  doubt(isNews = false): void {
    if (this.#answered === 'nothing' || this.end) return;
    if (this.#finding) this.#hasNews ||= isNews;
    else this.#isDoubtful = true;
    void this.#findOut()?.catch(() => undefined);
  }

  /** Nothing of the person is left here. */
  finish(end: End): void {
    if (this.end) return;
    this.end = end;
    this.#ended.abort();
    this.#onEnd?.();
  }

  async #client(): Promise<SupportClient> {
    const { client } = this.#choice;
    return client
      ? {
          send: async (operation, input, options) => {
            try {
              return await client.send(operation, input, options);
            } catch (thrown) {
              const isKnown = thrown instanceof Error && thrown.name === 'SupportError';
              if (!isKnown) reportFault(`The host's client threw for ${operation.name}`, thrown);
              throw thrown;
            }
          },
        }
      : this.#overHttp();
  }

  #overHttp(): Promise<HttpClient> {
    this.#http ??= this.#createClient().catch((error: unknown) => {
      this.#http = undefined;
      throw error;
    });
    return this.#http;
  }

  async #createClient(): Promise<HttpClient> {
    const { HttpClient } = await loadClient();
    const choice = () => this.#choice;
    const settings = {
      ...this.#choice,
      endpoint: this.#choice.endpoint ?? '',
      get accessToken() {
        return choice().accessToken;
      },
    };
    return new HttpClient(settings, this.#onSignInRequired, (token, former) =>
      this.#verifyPerson(token, former),
    );
  }

  /** @throws SupportError `aborted` once the person has gone, also in place of an answer that was for them alone */
  async send<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options: SendOptions = {},
  ): Promise<OutputOf<O>> {
    const client = await this.#client();
    if (operation.audience === 'anyone') {
      const answer = await client.send(operation, input, options);
      if (this.#answered === 'nothing') this.#answered = 'anyone';
      return answer;
    }
    this.#check();
    await this.#findOut();
    this.#check();
    const { signal } = this.#ended;
    try {
      const answer = await client.send(operation, input, {
        ...options,
        signal: options.signal ? AbortSignal.any([options.signal, signal]) : signal,
      });
      this.#check();
      this.#answered = 'person';
      return answer;
    } catch (thrown) {
      this.#check();
      // Whoever signs in next may be somebody else.
      if (SupportError.from(thrown).code === 'unauthenticated') {
        this.#isDoubtful = this.#answered === 'person';
      }
      throw thrown;
    }
  }

  /** The service profile with its texts in `language`. A failure is not kept: asking again tries again. */
  service(language: Language): Promise<ServiceProfile> {
    const known = this.#services.get(language);
    if (known) return known;
    const asked = this.#askService(language);
    this.#keep(language, asked);
    return asked;
  }

  async #askService(language: Language): Promise<ServiceProfile> {
    const { getService } = await loadClient();
    const service = await this.send(getService, {}, { language });
    const { endpoint } = this.#choice;
    if (endpoint) rememberProfile(endpoint, language, service);
    return service;
  }

  /** Has the profile asked for again by whoever needs it next: it is known to have changed. */
  forgetService(): void {
    this.#services.clear();
  }

  #keep(language: Language, asked: Promise<ServiceProfile>): void {
    this.#services.set(language, asked);
    asked.catch(() => this.#services.delete(language));
  }

  /** What the endpoint offered when it was last reached, on this visit or before. */
  async lastService(language: Language): Promise<ServiceProfile | undefined> {
    const { getService } = await loadClient();
    const { endpoint } = this.#choice;
    return endpoint
      ? getService.response.safeParse(rememberedProfile(endpoint, language)).data
      : undefined;
  }

  /**
   * Who is signed in, or nothing where the endpoint can't tell (capability `me`). Asked beside the profile where the one of the
   * last visit announced it; what the profile says today decides all the same.
   */
  async me(language: Language): Promise<Me | undefined> {
    const asked = this.service(language);
    // It is awaited later, after another failure perhaps.
    asked.catch(() => undefined);
    const { getMe } = await loadClient();
    const last = await this.lastService(language);
    const wasOffered = last && has(last, 'me');
    if (!wasOffered && !has(await asked, 'me')) return undefined;
    const me = (this.#me ??= this.send(getMe, {}).then((person) => (this.#person = person)));
    me.catch(() => {
      if (this.#me === me) this.#me = undefined;
    });
    return has(await asked, 'me') ? me : undefined;
  }

  #check(): void {
    if (this.end) throw new SupportError('aborted', 'Another person has signed in');
  }

  /** Finds out who is signed in, where that is in doubt. */
  #findOut(): Promise<void> | undefined {
    if (!this.#isDoubtful && !this.#finding) return undefined;
    this.#finding ??= this.#ask().finally(() => (this.#finding = undefined));
    return this.#finding;
  }

  async #ask(): Promise<void> {
    this.#isDoubtful = false;
    try {
      do {
        this.#hasNews = false;
        if (this.#choice.client || !this.#choice.accessToken)
          await this.#compare(await this.#client());
        else await (await this.#overHttp()).renewToken();
      } while (this.#hasNews);
    } catch (thrown) {
      this.#isDoubtful = true;
      throw thrown;
    }
    this.#check();
  }

  /** Called with a new token before anything is sent with it. */
  async #verifyPerson(token: string, former: string | undefined): Promise<void> {
    if (this.#answered === 'nothing') return;
    const { haveSameHolder, HttpClient } = await loadClient();
    const isSame = former === undefined ? undefined : haveSameHolder(former, token);
    if (isSame === false) this.finish('other');
    else if (this.#person) {
      const { endpoint = '', ...choice } = this.#choice;
      await this.#compare(new HttpClient({ ...choice, endpoint, accessToken: token }));
    } else if (!isSame && this.#answered === 'person') this.finish('unsure');
    this.#check();
  }

  /** Whether the endpoint tells of the same person as before. Where it told of nobody, there is nothing to compare. */
  async #compare(client: SupportClient): Promise<void> {
    const known = this.#person;
    if (!known) return;
    const { getMe } = await loadClient();
    const { signal } = this.#ended;
    const me = await client.send(getMe, {}, { signal });
    if (me.id !== known.id || me.tenant !== known.tenant) this.finish('other');
    this.#person = me;
    this.#me = Promise.resolve(me);
  }
}

/** What is not among the capabilities is not called. */
export const has = (service: ServiceProfile, capability: Capability): boolean =>
  service.capabilities.includes(capability);
