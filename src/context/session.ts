import { HttpClient, type SendOptions, type SupportClient } from '../client/client.js';
import { reportFault } from '../client/report-fault.js';
import { SupportError } from '../client/support-error.js';
import { haveSameHolder } from '../client/token-claims.js';
import { getMe, type Me } from '../contract/me.js';
import type { InputOf, Operation, OutputOf } from '../contract/operation.js';
import { getService, type ServiceProfile } from '../contract/service.js';
import type { Language } from '../contract/values.js';
import { rememberedProfile, rememberProfile } from './remembered-profile.js';
import type { ConnectionChoice } from './settings.js';

/**
 * How a connection has ended: `other` where another person is signed in, `unsure` where nothing tells whether they are the
 * one from before.
 */
export type End = 'other' | 'unsure';

/** The connection, as far as a session needs it. */
export interface SessionHost {
  readonly choice: ConnectionChoice;
  readonly end: End | undefined;
  /** Aborts with the end. */
  readonly signal: AbortSignal;
  finish(end: End): void;
  service(language: Language): Promise<ServiceProfile>;
}

const announces = (profile: ServiceProfile | undefined): boolean =>
  Boolean(profile?.capabilities.includes('me'));

/**
 * What goes on over a connection once the client is loaded. When another person may be signed in, that is found out before anything
 * else is asked, and where they are another one the connection ends.
 */
export class Session implements SupportClient {
  /** What the endpoint has answered so far: nothing, what anyone may ask for, or also what is for one person. */
  answered: 'nothing' | 'anyone' | 'person' = 'nothing';
  readonly #host: SessionHost;
  readonly #onSignInRequired: () => void;
  #http: HttpClient | undefined;
  #me: Promise<Me> | undefined;
  /** Who is signed in, as the endpoint last told. */
  #person: Me | undefined;
  #isDoubtful = false;
  #hasNews = false;
  #finding: Promise<void> | undefined;

  constructor(host: SessionHost, onSignInRequired: () => void) {
    this.#host = host;
    this.#onSignInRequired = onSignInRequired;
  }

  forgetToken(): void {
    this.#http?.forgetToken();
  }

  /** @param isNews whether who is signed in is to be found out anew even where it is being found out */
  doubt(isNews: boolean): void {
    if (this.answered === 'nothing') return;
    if (this.#finding) this.#hasNews ||= isNews;
    else this.#isDoubtful = true;
    void this.#findOut()?.catch(() => undefined);
  }

  /** @throws SupportError `aborted` once the person has gone, also in place of an answer that was for them alone */
  async send<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options: SendOptions = {},
  ): Promise<OutputOf<O>> {
    const client = this.#client;
    if (operation.audience === 'anyone') {
      const answer = await client.send(operation, input, options);
      if (this.answered === 'nothing') this.answered = 'anyone';
      return answer;
    }
    this.#check();
    await this.#findOut();
    this.#check();
    const { signal } = this.#host;
    try {
      const answer = await client.send(operation, input, {
        ...options,
        signal: options.signal ? AbortSignal.any([options.signal, signal]) : signal,
      });
      this.#check();
      this.answered = 'person';
      return answer;
    } catch (thrown) {
      this.#check();
      // Whoever signs in next may be somebody else.
      if (SupportError.from(thrown).code === 'unauthenticated') {
        this.#isDoubtful = this.answered === 'person';
      }
      throw thrown;
    }
  }

  async askService(language: Language): Promise<ServiceProfile> {
    const service = await this.send(getService, {}, { language });
    const { endpoint } = this.#host.choice;
    if (endpoint) rememberProfile(endpoint, language, service);
    return service;
  }

  /** What the endpoint offered when it was last reached, on this visit or before. */
  lastService(language: Language): ServiceProfile | undefined {
    const { endpoint } = this.#host.choice;
    return endpoint
      ? getService.response.safeParse(rememberedProfile(endpoint, language)).data
      : undefined;
  }

  /**
   * Who is signed in, or nothing where the endpoint can't tell (capability `me`). Asked beside the profile where the one of the
   * last visit announced it; what the profile says today decides all the same.
   */
  async me(language: Language): Promise<Me | undefined> {
    const service = this.#host.service(language);
    // It is awaited later, after another failure perhaps.
    service.catch(() => undefined);
    if (!announces(this.lastService(language)) && !announces(await service)) return undefined;
    const me = (this.#me ??= this.send(getMe, {}).then((person) => (this.#person = person)));
    me.catch(() => {
      if (this.#me === me) this.#me = undefined;
    });
    return announces(await service) ? me : undefined;
  }

  get #client(): SupportClient {
    const { client } = this.#host.choice;
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
      : this.#overHttp;
  }

  get #overHttp(): HttpClient {
    const host = this.#host;
    this.#http ??= new HttpClient(
      {
        ...host.choice,
        endpoint: host.choice.endpoint ?? '',
        get accessToken() {
          return host.choice.accessToken;
        },
      },
      this.#onSignInRequired,
      (token, former) => this.#verifyPerson(token, former),
    );
    return this.#http;
  }

  #check(): void {
    if (this.#host.end) throw new SupportError('aborted', 'Another person has signed in');
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
        const { client, accessToken } = this.#host.choice;
        if (client || !accessToken) await this.#compare(this.#client);
        else await this.#overHttp.renewToken();
      } while (this.#hasNews);
    } catch (thrown) {
      this.#isDoubtful = true;
      throw thrown;
    }
    this.#check();
  }

  /** Called with a new token before anything is sent with it. */
  async #verifyPerson(token: string, former: string | undefined): Promise<void> {
    if (this.answered === 'nothing') return;
    const isSame = former === undefined ? undefined : haveSameHolder(former, token);
    if (isSame === false) this.#host.finish('other');
    else if (this.#person) {
      const { endpoint = '', ...choice } = this.#host.choice;
      await this.#compare(new HttpClient({ ...choice, endpoint, accessToken: token }));
    } else if (!isSame && this.answered === 'person') this.#host.finish('unsure');
    this.#check();
  }

  /** Whether the endpoint tells of the same person as before. Where it told of nobody, there is nothing to compare. */
  async #compare(client: SupportClient): Promise<void> {
    const known = this.#person;
    if (!known) return;
    const { signal } = this.#host;
    const me = await client.send(getMe, {}, { signal });
    if (me.id !== known.id || me.tenant !== known.tenant) this.#host.finish('other');
    this.#person = me;
    this.#me = Promise.resolve(me);
  }
}
