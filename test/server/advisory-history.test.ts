import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { sql } from 'kysely';
import { Journal } from '../../server/src/advisory-log/journal.js';
import { SigningKeys } from '../../server/src/advisory-log/signing-keys.js';
import { seedDemo } from '../../server/src/demo-data/seed.js';
import { openDatabase, type OpenDatabase } from '../../server/src/storage/database.js';
import { morning } from './tools/advisory.js';
import { onOneDatabase } from './tools/databases.js';
import { testKeys } from './tools/signing-keys.js';

onOneDatabase('What was asked, decided and done', (storage) => {
  let opened: OpenDatabase;

  before(async () => {
    opened = await openDatabase(await storage());
    await seedDemo(opened.db, new Journal(await SigningKeys.from(testKeys)), morning);
    await sql`
      insert into advisory_decisions (request, version, outcome, by, by_name, at, digest)
      select request, version, 'approved', 'main-user', 'Maija Mäkelä', now(), '' from advisory_versions`.execute(
      opened.db,
    );
  });
  after(() => opened.close());

  const contents = async () => {
    const tables = ['advisory_versions', 'advisory_decisions', 'advisory_history'] as const;
    return Promise.all(tables.map((table) => opened.db.selectFrom(table).selectAll().execute()));
  };

  const statements = (table: string): readonly string[] => [
    `update ${table} set version = version`,
    `update ${table} set version = 2 where false`,
    `delete from ${table}`,
    `delete from ${table} where false`,
    `truncate ${table}`,
    `truncate ${table} cascade`,
    `with gone as (delete from ${table} returning *) select * from gone`,
    // As whoever replays another database's changes, for whom ordinary triggers don't fire.
    `do $$ begin set local session_replication_role = replica; delete from ${table}; end $$`,
  ];

  for (const table of ['advisory_versions', 'advisory_decisions', 'advisory_history']) {
    it(`stays in ${table} whatever the table’s owner tells the database`, async () => {
      const before = await contents();
      assert.ok(before.every((rows) => rows.length === 1));
      for (const statement of statements(table)) {
        await assert.rejects(
          sql.raw(statement).execute(opened.db),
          /is append-only|referenced in a foreign key/,
          statement,
        );
      }
      assert.deepEqual(await contents(), before);
    });
  }

  it('does not go when the request itself is deleted', async () => {
    const before = await contents();
    await assert.rejects(sql`delete from advisory_access`.execute(opened.db), /foreign key/);
    await assert.rejects(
      sql`truncate advisory_access cascade`.execute(opened.db),
      /is append-only/,
    );
    await assert.rejects(sql`truncate advisory_access`.execute(opened.db), /foreign key/);
    assert.deepEqual(await contents(), before);
  });

  it('has one decision a version, also for whoever writes past the endpoint', async () => {
    const again = sql`insert into advisory_decisions select * from advisory_decisions`.execute(
      opened.db,
    );
    await assert.rejects(again, /duplicate key/);
    const upsert = sql`
      insert into advisory_decisions select * from advisory_decisions
      on conflict (request, version) do update set outcome = 'rejected'`.execute(opened.db);
    await assert.rejects(upsert, /is append-only/);
  });
});
