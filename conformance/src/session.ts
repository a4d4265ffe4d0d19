import { setTimeout as pause } from 'node:timers/promises';
import {
  getMe,
  listCompanies,
  submitRequest,
  type Me,
  type Operation,
  type Permission,
  type ServiceProfile,
  type SupportRequest,
} from '../../src/contract/index.js';
import { told, type Answer } from './answer.js';
import { Broken, given, NotChecked } from './check.js';
import type { Options } from './options.js';
import { testRequest } from './samples.js';

export type Fetch = (request: Request) => Promise<Response>;

/** Who asks: the person of `--token`, the one of `--other-token`, nobody, or whoever holds a token of our making. */
export type Asker = 'person' | 'other' | 'nobody' | { readonly token: string };

export interface Asked {
  readonly as?: Asker;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** JSON, or bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that was sent, and what the endpoint said to it. */
export interface Sent {
  readonly id: string;
  readonly body: SupportRequest;
  readonly answer: Answer;
}

/** Milliseconds. */
export const TIMEOUT = 30_000;
const ATTEMPTS = 4;
const LONGEST_WAIT = 60;

/** Seconds from a `Retry-After` of either form; nothing where it has neither. */
export function retryAfterSeconds(value: string, now = Date.now()): number | undefined {
  if (/^\d+$/.test(value.trim())) return Number(value);
  const isDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(
    value.trim(),
  );
  return isDate ? Math.max(0, (Date.parse(value) - now) / 1000) : undefined;
}

/** One run against one endpoint: how it is asked, and what its checks have in common. */
export class Session {
  readonly options: Options;
  readonly #fetch: Fetch;
  /** What `GET /service` said, once it has. */
  profile: ServiceProfile | undefined;
  /** Every `Retry-After` that came, with what was asked. */
  readonly retryAfters: { readonly asked: string; readonly value: string }[] = [];
  readonly #sent: Sent[] = [];
  #companies: Promise<Partial<SupportRequest>> | undefined;
  readonly #people = new Map<Asker, Promise<Me | undefined>>();

  constructor(options: Options, fetch: Fetch) {
    this.options = options;
    this.#fetch = fetch;
  }

  get isSignedIn(): boolean {
    return this.options.token !== undefined || Object.keys(this.options.headers).length > 0;
  }

  offers(capability: string): boolean {
    return this.profile?.capabilities.includes(capability) ?? false;
  }

  #credentials(as: Asker): Record<string, string> {
    const { token, otherToken, headers } = this.options;
    if (as === 'nobody') return {};
    if (typeof as === 'object') return { Authorization: `Bearer ${as.token}` };
    if (as === 'other')
      return otherToken === undefined ? {} : { Authorization: `Bearer ${otherToken}` };
    return { ...(token !== undefined && { Authorization: `Bearer ${token}` }), ...headers };
  }

  /** Asks an operation of the contract. */
  ask(
    row: Operation,
    { as = 'person', params = {}, query = {}, body, headers }: Asked = {},
  ): Promise<Answer> {
    const path = row.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const wanted = Object.entries(query).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const search = wanted.length ? `?${new URLSearchParams(wanted).toString()}` : '';
    const isRaw = body instanceof Uint8Array;
    return this.fetch(path + search, {
      method: row.method,
      headers: {
        ...this.#credentials(as),
        ...(body !== undefined && !isRaw && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isRaw ? new Uint8Array(body) : JSON.stringify(body) }),
    });
  }

  /** Asks whatever it is, and waits as a widget would where the endpoint says that it is busy. */
  async fetch(path: string, init: RequestInit): Promise<Answer> {
    const asked = `${init.method ?? 'GET'} ${path}`;
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.#exchange(path, init, asked);
      const value = response.headers.get('Retry-After');
      if (value !== null) this.retryAfters.push({ asked, value });
      const wait = value === null ? 1 : (retryAfterSeconds(value) ?? 1);
      const isBusy = response.status === 429 || response.status === 503;
      if (!isBusy || attempt === ATTEMPTS || wait > LONGEST_WAIT) return response;
      await pause(wait * 1000);
    }
  }

  async #exchange(path: string, init: RequestInit, asked: string): Promise<Answer> {
    try {
      // The contract knows no redirects: one that comes is an answer like any other, and a wrong one.
      const request = new Request(this.options.endpoint + path, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT),
      });
      const response = await this.#fetch(request);
      const bytes = new Uint8Array(await response.arrayBuffer());
      return {
        asked,
        status: response.status,
        headers: response.headers,
        bytes,
        text: new TextDecoder().decode(bytes),
      };
    } catch (error) {
      throw new Broken('an answer', `${asked} got none: ${reasonOf(error)}`);
    }
  }

  /** What `GET /me` says of a person; nothing where the endpoint doesn't offer it or it is broken, which its own check tells. */
  me(as: 'person' | 'other'): Promise<Me | undefined> {
    const known = this.#people.get(as) ?? this.#findMe(as);
    this.#people.set(as, known);
    return known;
  }

  async #findMe(as: 'person' | 'other'): Promise<Me | undefined> {
    if (!this.offers('me')) return undefined;
    try {
      return told(getMe, await this.ask(getMe, { as }));
    } catch (error) {
      if (error instanceof Broken) return undefined;
      throw error;
    }
  }

  /** Whether a person may do something; nothing where the endpoint doesn't say so. */
  async may(as: 'person' | 'other', permission: Permission): Promise<boolean | undefined> {
    return (await this.me(as))?.permissions.includes(permission);
  }

  /** Companies that the person may act for, where the endpoint names them, in another order than it does. */
  async #companyNumbers(): Promise<Partial<SupportRequest>> {
    if (!this.offers('companies')) return {};
    try {
      const [one, two, three] = told(listCompanies, await this.ask(listCompanies)).items;
      const mixed = [two, three, one].flatMap((company) => company?.number ?? []);
      return mixed.length ? { companyNumbers: mixed } : {};
    } catch (error) {
      if (error instanceof Broken) return {};
      throw error;
    }
  }

  /** Sends a support request that says that it is a test. */
  async send(changes: Partial<SupportRequest> = {}): Promise<Sent> {
    this.#companies ??= this.#companyNumbers();
    const body = testRequest(this.profile, { ...(await this.#companies), ...changes });
    const id = crypto.randomUUID();
    const sent = { id, body, answer: await this.ask(submitRequest, { params: { id }, body }) };
    if (submitRequest.statuses.some((status) => status === sent.answer.status))
      this.#sent.push(sent);
    return sent;
  }

  /** The test requests that the endpoint has taken, the oldest first; as many as are wanted, sent now where there are fewer. */
  async sent(count: number): Promise<readonly Sent[]> {
    while (this.#sent.length < count) {
      const before = this.#sent.length;
      await this.send().catch((error: unknown) => {
        if (!(error instanceof Broken)) throw error;
      });
      if (this.#sent.length === before) throw new NotChecked('no request could be sent');
    }
    return this.#sent;
  }

  async firstSent(): Promise<Sent> {
    return given((await this.sent(1))[0], 'no request could be sent');
  }
}

/** Why no answer came; fetch hides the reason in the cause. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
