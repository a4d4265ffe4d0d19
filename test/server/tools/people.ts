import { pathOf } from './test-endpoint.js';
import { demoToken } from './program.js';
import type { Operation } from '../../../src/contract/index.js';
import type { DemoUserName } from '../../../server/src/demo-data/users.js';

/** What came of a call, by the network: 0 where the connection broke. */
export interface Outcome {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** Limits that no test reaches. */
export const unlimited = {
  LIMIT_CALLS: '9999999',
  LIMIT_ADDRESS_CALLS: '9999999',
  LIMIT_UNSIGNED_CALLS: '9999999',
  LIMIT_SUBMISSIONS: '9999999',
  LIMIT_AT_ONCE: '9999999',
} as const;

/** Somebody who calls running programs. */
export class Person {
  readonly #token: string;

  private constructor(token: string) {
    this.#token = token;
  }

  /** @param address of any of the programs that share a database */
  static async signIn(address: string, user: DemoUserName = 'main-user'): Promise<Person> {
    return new Person(await demoToken(address, user));
  }

  async ask(
    address: string,
    row: Operation,
    asked: {
      readonly params?: Readonly<Record<string, string>>;
      readonly query?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    } = {},
  ): Promise<Outcome> {
    const search = asked.query ? `?${new URLSearchParams(asked.query).toString()}` : '';
    try {
      const response = await fetch(`${address}/api/support${pathOf(row, asked.params)}${search}`, {
        method: row.method,
        headers: {
          Authorization: `Bearer ${this.#token}`,
          ...(asked.body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
      });
      return {
        status: response.status,
        retryAfter: response.headers.get('Retry-After'),
        text: await response.text(),
      };
    } catch {
      return { status: 0, retryAfter: null, text: '' };
    }
  }
}

/** Starts further calls until `isOver`, so many at a time. */
export async function inCircles(
  count: number,
  isOver: () => boolean,
  act: (index: number) => Promise<unknown>,
): Promise<void> {
  const circle = async (index: number) => {
    while (!isOver()) await act(index);
  };
  await Promise.all(Array.from({ length: count }, (_, index) => circle(index)));
}

/** How often each status came, as it is printed. */
export class Tally {
  readonly #counts = new Map<number, number>();

  add({ status }: Outcome): void {
    this.#counts.set(status, (this.#counts.get(status) ?? 0) + 1);
  }

  of(status: number): number {
    return this.#counts.get(status) ?? 0;
  }

  get all(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  toString(): string {
    return [...this.#counts]
      .sort(([a], [b]) => a - b)
      .map(([status, count]) => `${status || 'broken'}: ${count}`)
      .join(', ');
  }
}
