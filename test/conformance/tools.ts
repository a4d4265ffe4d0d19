import assert from 'node:assert/strict';
import { askAdvisoryAccess, submitRequest, type Operation } from '../../src/contract/index.js';
import type { DemoUserName } from '../../server/src/demo-data/users.js';
import { createEndpoint, type Endpoint, type EndpointOptions } from '../../server/src/endpoint.js';
import type { documentOf } from '../../conformance/src/report.js';
import { runProgram } from '../../conformance/src/program.js';
import { sampleAsk } from '../server/tools/advisory.js';
import { anyDatabase } from '../server/tools/databases.js';
import { sampleRequest } from '../server/tools/samples.js';
import { busyPeople } from '../server/tools/test-endpoint.js';
import type { Pass, Tokens } from './proxy.js';

export const base = '/api/support';
export const address = `https://support.test${base}`;
export const origin = 'https://portal.test';

const HOUR = 60 * 60 * 1000;
/** More than one page of the list holds. */
const REQUESTS = 30;

export type Document = ReturnType<typeof documentOf>;

export interface Ran {
  readonly code: 0 | 1 | 2;
  readonly output: string;
  readonly warnings: string;
}

/** The program, on a way to an endpoint of our own. */
export async function run(fetch: Pass, ...args: string[]): Promise<Ran> {
  const [printed, warned]: [string[], string[]] = [[], []];
  const code = await runProgram(args, {
    env: {},
    fetch,
    paint: (_, text) => text,
    print: (line) => printed.push(line),
    warn: (line) => warned.push(line),
  });
  return { code, output: printed.join('\n'), warnings: warned.join('\n') };
}

export const documentIn = ({ output }: Ran): Document => JSON.parse(output) as Document;
export const namesOf = (
  { checks }: Document,
  outcome: Document['checks'][number]['outcome'],
): string[] => checks.filter((check) => check.outcome === outcome).map(({ name }) => name);

/** The reference endpoint with requests in it, and whatever else a check wants to find. */
export class Stage {
  readonly #endpoint: Endpoint;
  readonly #tokens = new Map<DemoUserName, string>();

  private constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
  }

  static async open(storage?: EndpointOptions['storage']): Promise<Stage> {
    const stage = new Stage(
      await createEndpoint({
        // The check asks a thousand times in a minute, and would wait until it may go on.
        limits: { ...busyPeople, calls: 100_000, searches: 100_000 },
        storage: storage ?? (await anyDatabase()),
        signIn: { kind: 'demo' },
        sessionCookie: 'session',
        basePath: base,
        allowedOrigins: [origin],
      }),
    );
    for (const user of ['main-user', 'accountant', 'other-tenant', 'agent'] as const) {
      const answer = await stage.pass(
        new Request(`${address}/demo/token`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ user }),
        }),
      );
      stage.#tokens.set(user, ((await answer.json()) as { token: string }).token);
    }
    for (let sent = 0; sent < REQUESTS; sent += 1)
      await stage.put(submitRequest, 'main-user', sampleRequest());
    return stage;
  }

  readonly pass: Pass = async (request) => this.#endpoint.fetch(request);

  token(user: DemoUserName): string {
    return this.#tokens.get(user) ?? assert.fail(`${user} isn't signed in`);
  }

  get tokens(): Tokens {
    return { person: this.token('main-user'), other: this.token('other-tenant') };
  }

  /** A person who is signed in by a cookie, on a page of the endpoint's own host. */
  get cookie(): string[] {
    const headers = [
      `Cookie: session=${this.tokens.person}; XSRF-TOKEN=abc`,
      'X-XSRF-TOKEN: abc',
      `Origin: ${new URL(address).origin}`,
    ];
    return headers.flatMap((header) => ['--header', header]);
  }

  async put(row: Operation, as: DemoUserName, body: unknown): Promise<void> {
    const path = row.path.replace('{id}', crypto.randomUUID());
    const answer = await this.pass(
      new Request(address + path, {
        method: 'PUT',
        headers: { Authorization: `Bearer ${this.token(as)}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
    assert.equal(answer.status, 201, await answer.text());
  }

  /** Support asks for advisory access, so that there is something to decide on. */
  ask(): Promise<void> {
    return this.put(
      askAdvisoryAccess,
      'agent',
      sampleAsk({
        from: new Date().toISOString(),
        until: new Date(Date.now() + 48 * HOUR).toISOString(),
      }),
    );
  }

  /** Support looks into the books of one company of three, by a right that was granted for it. */
  async use(): Promise<void> {
    await this.ask();
    const ask = async (as: DemoUserName, path: string, init?: RequestInit) => {
      const headers = {
        Authorization: `Bearer ${this.token(as)}`,
        'Content-Type': 'application/json',
      };
      const answer = await this.pass(new Request(address + path, { ...init, headers }));
      assert.equal(answer.status, 200, await answer.clone().text());
      return answer.json() as Promise<{ items: { id: string; companyCount: number }[] }>;
    };
    const { items } = await ask('main-user', '/advisory-access?state=pending');
    const body = JSON.stringify({ version: 1, outcome: 'approved', companies: ['1234'] });
    const path = `/advisory-access/${items[0]?.id}/decision`;
    await ask('main-user', path, { method: 'PUT', body });
    const query = 'tenant=tenant-1&company=1234&area=kirjanpito&access=view';
    await ask('agent', `/staff/access-check?${query}`);
  }

  /** Everything that can be checked but what needs --decide. */
  get everything(): string[] {
    return [
      address,
      '--token',
      this.tokens.person,
      '--other-token',
      this.tokens.other,
      '--origin',
      origin,
    ];
  }

  close(): Promise<void> {
    return this.#endpoint.close();
  }
}
