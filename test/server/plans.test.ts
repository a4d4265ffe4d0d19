import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { CompiledQuery, sql } from 'kysely';
import { openDatabase } from '../../server/src/storage/database.js';
import {
  INSERT,
  insertRequest,
  insertTimelineItem,
  listRequests,
  requestAt,
} from '../../server/src/storage/requests.js';
import type { Database } from '../../server/src/storage/tables.js';
import { hasPostgres, newDatabase } from './tools/postgres.js';
import { sampleRequest } from './tools/samples.js';

const SENT = 400;
const owner = { tenant: 't', owner: 'o' };

/** How many rows and entries of indexes the database has read of the requests. */
async function readOf(db: Database): Promise<number> {
  await sql`select pg_stat_force_next_flush()`.execute(db);
  await sql`select pg_stat_clear_snapshot()`.execute(db);
  const { rows } = await sql<{ read: string }>`
    select coalesce(sum(seq_tup_read), 0)
      + (select coalesce(sum(idx_tup_read), 0) from pg_stat_user_indexes where relname = 'support_requests') as read
    from pg_stat_user_tables where relname = 'support_requests'`.execute(db);
  return Number(rows[0]?.read);
}

if (hasPostgres)
  describe('A database that has no statistics yet', () => {
    it('reads a few rows for each request of one person, however many they have sent', async () => {
      const { db, close } = await openDatabase({ kind: 'postgres', url: await newDatabase() });
      // Statistics come by themselves after a minute, or never where that is switched off.
      await sql`alter table support_requests set (autovacuum_enabled = false)`.execute(db);
      const now = new Date();
      const send = async () => {
        const key = { ...owner, id: randomUUID() };
        await insertRequest(db, {
          ...key,
          subject: 'Aihe',
          sender: 'Maija',
          content: sampleRequest(),
          isRelayed: true,
          now,
        });
        await requestAt(db, key);
        await db.transaction().execute((trx) =>
          insertTimelineItem(trx, key, {
            id: randomUUID(),
            kind: 'message',
            side: 'customer',
            author: 'o',
            authorName: 'Maija',
            content: { text: 'Lisätieto', attachments: [] },
            now,
          }),
        );
      };
      for (let sent = 0; sent < SENT; sent += 1) await send();
      const read = await readOf(db);
      assert.ok(read < 20 * SENT, `${read} rows were read for ${SENT} requests`);

      // So many that one page is worth an index.
      await sql`
        insert into support_requests (tenant, owner, id, staff_id, serial, number, subject, status, sender, content, created_at, updated_at)
        select 't', 'o', id, id, nextval('support_requests_serial_seq'), id::text, '', 'received', '', '{}', now(), now()
        from (select gen_random_uuid() as id from generate_series(1, 5000)) as ids`.execute(db);
      const before = await readOf(db);
      const { items, next } = await listRequests(db, owner);
      const older = await listRequests(db, { ...owner, before: next });
      assert.deepEqual([items.length, older.items.length], [25, 25]);
      const listed = (await readOf(db)) - before;
      assert.ok(listed < 100, `${listed} rows were read for two pages`);

      // As large as that of a company after years.
      await sql`update pg_class set relpages = greatest(relpages, 1), reltuples = 10000000 where relname = 'support_requests'`.execute(
        db,
      );
      const { rows } = await db.executeQuery<{
        'QUERY PLAN': [{ Plan: { 'Total Cost': number } }];
      }>(CompiledQuery.raw(`explain (format json) ${INSERT}`, ['[]']));
      const cost = rows[0]?.['QUERY PLAN'][0].Plan['Total Cost'] ?? Infinity;
      assert.ok(cost < 10_000, `storing requests seems to cost ${cost}, and 100000 is compiled`);
      await close();
    });
  });
