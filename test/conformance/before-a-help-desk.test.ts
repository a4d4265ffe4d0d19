import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  bring,
  submit,
  type HelpDesk,
  type Key,
  type Row,
  type Surroundings,
  type Table,
} from '../../docs/samples/before-a-help-desk.js';
import {
  defaultContact,
  defaultLinks,
  fieldErrors,
  submitRequest,
  supportRequest,
  type ServiceProfile,
  type SupportRequest,
} from '../../src/contract/index.js';
import { sampleRequest } from '../server/tools/samples.js';
import { answered, problem } from './breaks/changes.js';
import type { Pass } from './proxy.js';
import { address, base, documentIn, run } from './tools.js';

const MINUTE = 60_000;
const SEARCH_LAG = 5 * MINUTE;

const service: ServiceProfile = {
  contract: 1,
  capabilities: [],
  products: [
    {
      id: 'fivaldi',
      name: { fi: 'Visma Fivaldi' },
      applications: [{ id: 'kirjanpito', name: { fi: 'Kirjanpito' } }],
    },
  ],
  contact: defaultContact,
  links: defaultLinks,
  polling: { approval: 5, badge: 30 },
};

/** A help desk as they are: it knows no ids but its own, its search lags behind, and its answers get lost. */
class FakeDesk implements HelpDesk {
  readonly tickets: {
    readonly externalId: string;
    readonly number: string;
    readonly at: number;
  }[] = [];
  /** How the next calls to `create` go. */
  readonly faults: ('refuses' | 'loses its answer')[] = [];
  now = 0;

  async create({ externalId }: { readonly externalId: string }): Promise<string> {
    await Promise.resolve();
    const fault = this.faults.shift();
    if (fault === 'refuses') throw new Error('503');
    const number = `HD-${this.tickets.length + 1}`;
    this.tickets.push({ externalId, number, at: this.now });
    if (fault) throw new Error('socket hang up');
    return number;
  }

  find(wanted: string): Promise<string | undefined> {
    return Promise.resolve(
      this.tickets.find(
        ({ externalId, at }) => externalId === wanted && at + SEARCH_LAG <= this.now,
      )?.number,
    );
  }
}

/** What a database does by a unique key and one `update … where … returning`. */
class FakeTable implements Table {
  readonly #rows = new Map<string, Row & { leasedUntil: number }>();
  readonly #desk: FakeDesk;

  constructor(desk: FakeDesk) {
    this.#desk = desk;
  }

  async reserve(key: Key, request: SupportRequest) {
    const name = JSON.stringify(key);
    const isNew = !this.#rows.has(name);
    const row = this.#rows.get(name) ?? {
      request,
      createdAt: new Date(),
      attempts: 0,
      number: null,
      status: 'received',
      leasedUntil: -1,
    };
    this.#rows.set(name, row);
    return Promise.resolve({ row, isNew });
  }

  async lease(key: Key, minutes: number) {
    const row = this.#rows.get(JSON.stringify(key));
    if (!row || row.number !== null || row.leasedUntil > this.#desk.now)
      return Promise.resolve(undefined);
    const leased = {
      ...row,
      attempts: row.attempts + 1,
      leasedUntil: this.#desk.now + minutes * MINUTE,
    };
    this.#rows.set(JSON.stringify(key), leased);
    return Promise.resolve(leased);
  }

  async keepNumber(key: Key, number: string) {
    const row = this.#rows.get(JSON.stringify(key));
    if (row) this.#rows.set(JSON.stringify(key), { ...row, number });
    return Promise.resolve();
  }
}

function open(): Surroundings & { readonly desk: FakeDesk } {
  const desk = new FakeDesk();
  return { desk, table: new FakeTable(desk), service };
}

const newKey = (): Key => ({ tenant: 'tenant-1', owner: 'main-user', id: crypto.randomUUID() });

/** The job of every minute, for an hour. */
async function anHour(key: Key, around: ReturnType<typeof open>): Promise<void> {
  for (let minute = 0; minute < 60; minute += 1) {
    around.desk.now += MINUTE;
    await bring(key, around).catch(() => undefined);
  }
}

describe('A contract before a help desk', () => {
  it('answers 201 with the number of the ticket, and 200 to the same again', async () => {
    const [around, key] = [open(), newKey()];
    const first = await submit(key, sampleRequest(), around);
    assert.deepEqual([first?.status, first?.body.number], [201, 'HD-1']);
    const again = await submit(key, sampleRequest(), around);
    assert.deepEqual(again, { status: 200, body: first?.body });
    assert.equal(
      await submit(key, sampleRequest({ description: 'Jotain muuta' }), around),
      undefined,
    );
  });

  it('makes one ticket of ten requests at once', async () => {
    const [around, key] = [open(), newKey()];
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => submit(key, sampleRequest(), around)),
    );
    assert.equal(around.desk.tickets.length, 1);
    assert.deepEqual(answers.map((answer) => answer?.status).sort(), [
      ...Array<number>(9).fill(200),
      201,
    ]);
  });

  it('keeps what the help desk does not take, and brings it later', async () => {
    const [around, key] = [open(), newKey()];
    around.desk.faults.push('refuses', 'refuses');
    const first = await submit(key, sampleRequest(), around);
    assert.deepEqual([first?.status, first?.body.number], [202, null]);
    await anHour(key, around);
    assert.equal((await submit(key, sampleRequest(), around))?.body.number, 'HD-1');
  });

  it('finds the ticket whose answer got lost, although the search knows it only later', async () => {
    const [around, key] = [open(), newKey()];
    around.desk.faults.push('loses its answer');
    assert.equal((await submit(key, sampleRequest(), around))?.status, 202);
    await anHour(key, around);
    assert.equal(around.desk.tickets.length, 1);
    assert.equal((await submit(key, sampleRequest(), around))?.body.number, 'HD-1');
  });

  it('keeps the same id of two people apart', async () => {
    const [around, key] = [open(), newKey()];
    await submit(key, sampleRequest(), around);
    await submit(
      { ...key, owner: 'somebody-else' },
      sampleRequest({ summary: 'jotain muuta' }),
      around,
    );
    assert.equal(new Set(around.desk.tickets.map(({ externalId }) => externalId)).size, 2);
  });

  it('stands on its page as it is tested', () => {
    const docs = join(import.meta.dirname, '../../docs');
    const [, shown = ''] =
      /```ts\n(.*?)```/s.exec(readFileSync(join(docs, 'before-a-help-desk.md'), 'utf8')) ?? [];
    const sample = readFileSync(join(docs, 'samples/before-a-help-desk.ts'), 'utf8');
    assert.ok(shown.length > 500 && sample.endsWith(shown));
  });

  it('is a whole endpoint with GET /service beside it, which keeps the contract', async () => {
    const around = open();
    const path = new RegExp(`^${base}${submitRequest.path.replace('{id}', '([^/]+)')}$`);
    const tag = '"1"';
    const endpoint: Pass = async (request) => {
      const { pathname } = new URL(request.url);
      if (request.method === 'GET' && pathname === `${base}/service`) {
        if (request.headers.get('If-None-Match') === tag)
          return new Response(null, { status: 304, headers: { ETag: tag } });
        return new Response(JSON.stringify(service), {
          headers: { 'Content-Type': 'application/json', ETag: tag },
        });
      }
      const id = path.exec(pathname)?.[1];
      if (request.method !== 'PUT' || id === undefined) return problem(404, 'notFound');
      const owner = /^Bearer (person|other)$/.exec(request.headers.get('Authorization') ?? '')?.[1];
      if (owner === undefined) return problem(401, 'unauthenticated');
      const body: unknown = await request.json().catch(() => undefined);
      const { data, error } = supportRequest.safeParse(body);
      const refused = (errors: readonly object[]) =>
        answered(
          422,
          JSON.stringify({ title: 'Wrong', status: 422, code: 'validation', errors }),
          'application/problem+json',
        );
      if (!data) return refused(fieldErrors(error.issues, body));
      // Its profile offers none.
      if (data.chargeableWork) return refused([{ pointer: '/chargeableWork', code: 'notAllowed' }]);
      if (!submitRequest.params.safeParse({ id }).success) return problem(422, 'validation');
      const answer = await submit({ tenant: 'tenant-1', owner, id }, data, around);
      return answer
        ? answered(answer.status, JSON.stringify(answer.body))
        : problem(409, 'conflict');
    };
    const ran = await run(
      endpoint,
      address,
      '--token',
      'person',
      '--other-token',
      'other',
      '--json',
    );
    const { checks, kept } = documentIn(ran);
    assert.deepEqual(
      checks.filter(({ outcome }) => outcome === 'broken'),
      [],
    );
    assert.ok(kept > 15);
    assert.equal(ran.code, 0);
  });
});
