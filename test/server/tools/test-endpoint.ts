import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { toldProblem, type Operation, type ToldProblem } from '../../../src/contract/index.js';
import { demoUserNames, type DemoUserName } from '../../../server/src/demo-data/users.js';
import {
  createEndpoint,
  type Caller,
  type Endpoint,
  type EndpointOptions,
} from '../../../server/src/endpoint.js';
import { anyDatabase } from './databases.js';

const base = '/api/support';
export const origin = 'http://support.test';

/** The codes that any operation may answer with. */
const everywhere = [
  'unauthenticated',
  'forbidden',
  'rateLimited',
  'notSupported',
  'unavailable',
  'internal',
];

export interface Asked {
  /** A user of the demonstration, or a token of one's own; nobody without it. */
  readonly as?: DemoUserName | { readonly token: string } | undefined;
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** JSON, or bytes as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly from?: Caller | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Uint8Array;
}

export const pathOf = (row: Operation, params: Readonly<Record<string, string>> = {}): string =>
  row.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? randomUUID()),
  );

async function read(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    text: new TextDecoder().decode(bytes),
  };
}

export const problemOf = ({ text }: Answer): ToldProblem => z.parse(toldProblem, JSON.parse(text));

/** Nothing leaves the endpoint but what its row in the contract says. */
function checkAgainst(row: Operation, answer: Answer): void {
  if (answer.status === 304) return;
  if (answer.status < 300) {
    assert.ok(row.statuses.includes(answer.status), `${row.name} answered ${answer.status}`);
    if (typeof row.response === 'object') z.parse(row.response, JSON.parse(answer.text));
    return;
  }
  assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
  const { code, status } = problemOf(answer);
  assert.equal(status, answer.status);
  assert.ok([...row.problems, ...everywhere].includes(code), `${row.name} answered ${code}`);
}

/** One person of a test sends in a minute what others send in a year. */
export const busyPeople = { submissions: 100_000, uploadMegabytes: 100_000 } as const;

/** An endpoint in this process, asked as a browser would. */
export class TestEndpoint {
  readonly #endpoint: Endpoint;
  readonly #tokens = new Map<DemoUserName, string>();

  private constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
  }

  static async open(options: Partial<EndpointOptions> = {}): Promise<TestEndpoint> {
    const endpoint = await createEndpoint({
      storage: options.storage ?? (await anyDatabase()),
      signIn: { kind: 'demo' },
      basePath: base,
      ...options,
      limits: { ...busyPeople, ...options.limits },
    });
    const opened = new TestEndpoint(endpoint);
    if (options.signIn?.kind !== 'oidc') await opened.#signInAll();
    return opened;
  }

  async #signInAll(): Promise<void> {
    for (const user of demoUserNames) this.#tokens.set(user, await this.signIn(user));
  }

  /** A new token, for when the clock has been moved. */
  async signIn(user: DemoUserName): Promise<string> {
    const { text } = await this.fetch('/demo/token', {
      method: 'POST',
      body: JSON.stringify({ user }),
      headers: { 'Content-Type': 'application/json' },
    });
    return z.parse(z.object({ token: z.string() }), JSON.parse(text)).token;
  }

  token(user: DemoUserName): string {
    return this.#tokens.get(user) ?? assert.fail(`${user} isn't signed in`);
  }

  /** Whatever is asked, as it is. */
  async fetch(path: string, init: RequestInit = {}, from?: Caller): Promise<Answer> {
    return read(await this.#endpoint.fetch(new Request(`${origin}${base}${path}`, init), from));
  }

  /** Asks an operation, and holds the answer to the contract. */
  async ask(
    row: Operation,
    { as, params, query, body, headers, from }: Asked = {},
  ): Promise<Answer> {
    const token = typeof as === 'string' ? this.token(as) : as?.token;
    const isRaw = body instanceof Uint8Array;
    const search = query ? `?${new URLSearchParams(query).toString()}` : '';
    const sent =
      body === undefined ? undefined : isRaw ? new Uint8Array(body) : JSON.stringify(body);
    const init = {
      method: row.method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && !isRaw && { 'Content-Type': 'application/json' }),
        ...(sent !== undefined && { 'Content-Length': String(Buffer.byteLength(sent)) }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    };
    const answer = await this.fetch(pathOf(row, params) + search, init, from);
    checkAgainst(row, answer);
    return answer;
  }

  /** Asks for what must succeed, and gives what came, parsed. */
  async get<S extends z.ZodMiniType>(
    row: Operation & { readonly response: S },
    asked: Asked,
  ): Promise<z.output<S>> {
    const { status, text } = await this.ask(row, asked);
    assert.ok(status < 300, `${row.name} answered ${status}: ${text}`);
    return z.parse(row.response, JSON.parse(text));
  }

  health(): ReturnType<Endpoint['health']> {
    return this.#endpoint.health();
  }

  close(): Promise<void> {
    return this.#endpoint.close();
  }
}
