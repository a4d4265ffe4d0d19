import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import * as z from 'zod/mini';
import {
  askAdvisoryAccess,
  operations,
  submitRequest,
  type Operation,
} from '../../src/contract/index.js';
import { runs } from '../tools/runs.js';
import { sampleAsk } from './tools/advisory.js';
import { databaseWithTables, hasPostgres } from './tools/postgres.js';
import { sampleRequest } from './tools/samples.js';
import { statementsOf, type Statement } from './tools/statements.js';
import { TestEndpoint, type Asked } from './tools/test-endpoint.js';

const ROWS = runs(100_000, 20_000);
/** So many rows may be read for an answer, which has a page of 25 at most. */
const MOST = 500;

/** What tells whether anybody has changed a customer's log by hand, and so reads all of that log. */
const lookedThrough: ReadonlySet<string> = new Set(['getAdvisoryCheckpoint', 'getAdvisoryReceipt']);

/** Half of them the company's in which the demonstration's people are, half of those one person's; almost all are over. */
const FILL: readonly { readonly text: string; readonly value?: 'content' | 'known' }[] = [
  {
    value: 'content',
    text: `insert into support_requests (tenant, owner, id, staff_id, serial, number, subject, status, sender, content, created_at, updated_at)
   select case when n % 2 = 0 then 'tenant-1' else 't-' || n % 100 end, case when n % 4 = 0 then 'main-user' else 'o-' || n % 50 end,
     id, id, nextval('support_requests_serial_seq'), 'FILL-' || n, 'Aihe', 'closed', 'Maija', $1::jsonb, now(), now()
   from (select n, gen_random_uuid() as id from generate_series(1, ${ROWS}) n) as ids`,
  },
  {
    text: `insert into timeline (tenant, request_owner, request_id, side, author, id, kind, author_name, content, created_at)
   select tenant, owner, id, 'customer', owner, id, 'message', 'Maija', '{"text":"Lisää","attachments":[]}', now() from support_requests`,
  },
  {
    text: `insert into attachments (tenant, owner, id, staff_id, type, bytes, digest, content, created_at, request_owner, request_id)
   select tenant, owner, id, id, 'image/png', 1, 'x', '\\x00', now(), owner, id from support_requests`,
  },
  {
    text: `insert into outbox (tenant, owner, request, state, next_at, created_at, sent_at)
   select tenant, owner, id, 'sent', now(), now(), now() from support_requests`,
  },
  {
    text: `insert into advisory_access (id, tenant, asker, asker_name, asker_unit, digest, version, state, created_at, lapses_at)
   select id, tenant, 'agent', 'Laura', 'tuki', id::text, 1, 'ended', now(), now() from support_requests`,
  },
  {
    value: 'known',
    text: `insert into advisory_versions (request, version, granted_kind, granted_id, granted_name, access, environment, reason, from_at, until_at,
     companies, areas, company_count, area_count)
   select id, 1, 'person', 'agent', 'Laura', 'view', '{"id":"a","name":"A"}', 'Syy', now(), now(),
     '[{"number":"1234","name":"A"}]', '[{"id":"kirjanpito","name":{"fi":"Kirjanpito"}}]', 1, 1 from advisory_access where id <> all($1::uuid[])`,
  },
  {
    value: 'known',
    text: `insert into advisory_history (request, version, at, act, by, by_name)
   select id, 1, now(), 'asked', 'agent', 'Laura' from advisory_access where id <> all($1::uuid[])`,
  },
];

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Plan[];
}

/** How many rows a plan has read from each table. */
function* readBy(plan: Plan): Generator<{ readonly table: string; readonly rows: number }> {
  const table = plan['Relation Name'];
  const rows =
    plan['Actual Rows'] +
    (plan['Rows Removed by Filter'] ?? 0) +
    (plan['Rows Removed by Index Recheck'] ?? 0);
  if (table !== undefined)
    yield { table: `${plan['Node Type']} of ${table}`, rows: rows * plan['Actual Loops'] };
  for (const part of plan.Plans ?? []) yield* readBy(part);
}

/** Each value that a query parameter may have, and a text where it may have any. */
function* queriesOf(row: Operation): Generator<Record<string, string>> {
  const needed: Record<string, Record<string, string>> = {
    listArticles: { q: 'tilikausi' },
    checkAccess: { tenant: 'tenant-1', company: '1234', area: 'kirjanpito', access: 'view' },
    getAdvisoryConsistency: { from: '1', size: '1' },
  };
  const base = needed[row.name] ?? {};
  yield base;
  if (!row.query) return;
  const { properties = {} } = z.toJSONSchema(row.query, { io: 'input', unrepresentable: 'any' });
  const texts: Record<string, readonly string[]> = {
    cursor: [String(ROWS / 2)],
    tenant: ['tenant-1', 't-1', 'nobody'],
    q: ['a', 'kahvila'],
  };
  const choices = Object.entries(properties)
    .filter(([name]) => name !== 'language' && !(name in base))
    .map(([name, schema]) => {
      const { enum: names = [], const: only } = schema as z.core.JSONSchema.JSONSchema;
      const values = only === undefined ? [...names, ...(texts[name] ?? [])] : [only];
      return [undefined, ...values].map((value) =>
        value === undefined ? {} : { [name]: String(value) },
      );
    });
  const all = choices.reduce<Record<string, string>[]>(
    (queries, more) => queries.flatMap((query) => more.map((one) => ({ ...query, ...one }))),
    [base],
  );
  yield* all;
}

if (hasPostgres)
  describe(`A database of ${ROWS} requests`, () => {
    let endpoint: TestEndpoint;
    let client: pg.Client;
    const params = { id: randomUUID() };

    before(async () => {
      const url = await databaseWithTables();
      endpoint = await TestEndpoint.open({
        storage: { kind: 'postgres', url },
        limits: { calls: 1_000_000, searches: 1_000_000 },
      });
      client = new pg.Client({ connectionString: url });
      await client.connect();
      // The demonstration's own request for access has all that belongs to it.
      const { rows: known } = await client.query<{ id: string }>('select id from advisory_access');
      const values = { content: JSON.stringify(sampleRequest()), known: known.map(({ id }) => id) };
      for (const { text, value } of FILL) await client.query(text, value ? [values[value]] : []);
      await client.query('analyze');
      await endpoint.get(submitRequest, { as: 'main-user', params, body: sampleRequest() });
      const from = Date.now();
      await endpoint.get(askAdvisoryAccess, {
        as: 'agent',
        params,
        body: sampleAsk({
          from: new Date(from).toISOString(),
          until: new Date(from + 3_600_000).toISOString(),
        }),
      });
    });
    after(async () => {
      await client.end();
      await endpoint.close();
    });

    /** What is read to answer a call, by the plans of its questions. */
    async function readFor(row: Operation, call: Asked): Promise<string[]> {
      const asked = await statementsOf(() => endpoint.ask(row, call));
      const large: string[] = [];
      const isQuestion = ({ text }: Statement) =>
        /^\s*(?:\/\*.*\*\/\s*)?(?:select|with)\b/.test(text) &&
        !/\b(?:insert|update|delete) /.test(text);
      for (const { text, values } of asked.filter(isQuestion)) {
        const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
          `explain (analyze, format json) ${text}`,
          [...values],
        );
        const [told] = rows[0]?.['QUERY PLAN'] ?? [];
        for (const { table, rows: read } of told ? readBy(told.Plan) : [])
          if (read > MOST) large.push(`${read} rows by ${table} for ${text}`);
      }
      return large;
    }

    const questions = Object.values<Operation>(operations).filter(
      ({ method, name }) => method === 'GET' && !lookedThrough.has(name),
    );
    for (const row of questions)
      it(`answers ${row.name} from a few rows, whatever is asked for`, async () => {
        for (const query of queriesOf(row))
          for (const as of row.audience === 'staff'
            ? (['agent'] as const)
            : (['main-user', 'accountant'] as const)) {
            const large = await readFor(row, { as, params, query });
            assert.deepEqual(large, [], `${as} ${JSON.stringify(query)}`);
          }
      });
  });
