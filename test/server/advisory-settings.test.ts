import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { decodeJwt } from 'jose';
import { sql } from 'kysely';
import {
  getAdvisoryCheckpoint,
  getAdvisorySettings,
  putAdvisorySettings,
  readCheckpoint,
  settingsStatement,
} from '../../src/contract/index.js';
import { problemIn } from '../../server/src/advisory-log/audit.js';
import { openDatabase, type OpenDatabase } from '../../server/src/storage/database.js';
import type { Database } from '../../server/src/storage/tables.js';
import { AdvisoryDesk, morning } from './tools/advisory.js';
import { onOneDatabase } from './tools/databases.js';

onOneDatabase('The customer’s own rules of advisory access', (databases) => {
  let desk: AdvisoryDesk;
  let opened: OpenDatabase;

  before(async () => {
    const storage = await databases();
    desk = await AdvisoryDesk.open(storage);
    opened = await openDatabase(storage);
  });
  after(async () => {
    await opened.close();
    await desk.close();
  });

  const put = (body: object) => desk.endpoint.get(putAdvisorySettings, { as: 'main-user', body });
  const sizeOfLog = async () => {
    const { checkpoint } = await desk.endpoint.get(getAdvisoryCheckpoint, { as: 'main-user' });
    return readCheckpoint(checkpoint)?.size;
  };

  it('are four hours and one approver until the customer says otherwise', async () => {
    assert.deepEqual(await desk.endpoint.get(getAdvisorySettings, { as: 'main-user' }), {
      maxHours: 4,
      approversRequired: 1,
      changes: [],
    });
  });

  it('stand in the log, signed, with who changed them; what is put again changes nothing', async () => {
    const before = (await sizeOfLog()) ?? 0;
    await put({ approversRequired: 2 });
    await put({ approversRequired: 2 });
    const { changes } = await put({ maxHours: 8 });
    assert.equal(await sizeOfLog(), before + 2);
    const change = { at: morning.toISOString(), by: { name: 'Maija Mäkelä' } };
    assert.deepEqual(changes, [
      { ...change, maxHours: 8, approversRequired: 2 },
      { ...change, maxHours: 4, approversRequired: 2 },
    ]);
    const entries = await opened.db
      .selectFrom('advisory_log')
      .select('jws')
      .where('settings', 'is not', null)
      .orderBy('index')
      .execute();
    const said = entries.map(({ jws }) => settingsStatement.parse(decodeJwt(jws ?? '')));
    assert.deepEqual(said[1], {
      type: 'settings',
      tenant: 'tenant-1',
      at: morning.toISOString(),
      by: { id: 'main-user', name: 'Maija Mäkelä', side: 'customer' },
      settings: { maxHours: 8, approversRequired: 2 },
    });
  });

  it('can be written by nobody of support, nor by who only grants', async () => {
    for (const as of ['agent', 'developer', 'accountant', 'second-granter'] as const) {
      const body = { approversRequired: 1, tenant: 'tenant-1' };
      assert.equal((await desk.endpoint.ask(putAdvisorySettings, { as, body })).status, 403);
    }
    for (const body of [{ approversRequired: 0 }, { approversRequired: 3 }, { maxHours: 169 }])
      assert.equal(
        (await desk.endpoint.ask(putAdvisorySettings, { as: 'main-user', body })).status,
        422,
      );
    const { approversRequired } = await desk.endpoint.get(getAdvisorySettings, { as: 'main-user' });
    assert.equal(approversRequired, 2);
  });

  const tamperings: Readonly<Record<string, string>> = {
    'asks for one approver again':
      "update advisory_settings set approvers_required = 1 where tenant = 'tenant-1'",
    'raises the maximum': "update advisory_settings set max_hours = 168 where tenant = 'tenant-1'",
    'removes the rules': "delete from advisory_settings where tenant = 'tenant-1'",
    'alters a change': 'update advisory_settings_changes set approvers_required = 1',
    'adds a change': `insert into advisory_settings_changes (tenant, at, by, by_name, max_hours, approvers_required)
      values ('tenant-1', now(), 'main-user', 'Maija Mäkelä', 8, 1)`,
  };
  for (const [title, statement] of Object.entries(tamperings))
    it(`tell at the next checkpoint when somebody with the database ${title}`, async () => {
      assert.equal(await problemIn(opened.db, 'tenant-1'), undefined);
      const undone = new Error('undone');
      await assert.rejects(
        opened.db.transaction().execute(async (trx: Database) => {
          await sql`alter table advisory_settings_changes disable trigger append_only`.execute(trx);
          await sql.raw(statement).execute(trx);
          assert.notEqual(await problemIn(trx, 'tenant-1'), undefined);
          throw undone;
        }),
        undone,
      );
    });
});
