import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { Journal } from '../../server/src/advisory-log/journal.js';
import { SigningKeys } from '../../server/src/advisory-log/signing-keys.js';
import { seedDemo } from '../../server/src/demo-data/seed.js';
import { settle } from '../../server/src/storage/advisory-access.js';
import { openDatabase, type OpenDatabase } from '../../server/src/storage/database.js';
import { hours, morning } from './tools/advisory.js';
import { onOneDatabase } from './tools/databases.js';
import { testKeys } from './tools/signing-keys.js';

onOneDatabase('The data of the demonstration', (storage) => {
  let opened: OpenDatabase;
  let journal: Journal;

  before(async () => {
    opened = await openDatabase(await storage());
    journal = new Journal(await SigningKeys.from(testKeys));
  });
  after(() => opened.close());

  const states = async () =>
    (await opened.db.selectFrom('advisory_access').select('state').orderBy('serial').execute()).map(
      ({ state }) => state,
    );

  it('have one pending request, however many instances start at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => seedDemo(opened.db, journal, morning)));
    assert.deepEqual(await states(), ['pending']);
  });

  it('have the same pending request after a restart, and another one when it has lapsed', async () => {
    await seedDemo(opened.db, journal, hours(71));
    assert.deepEqual(await states(), ['pending']);
    await seedDemo(opened.db, journal, hours(72));
    assert.deepEqual(await states(), ['lapsed', 'pending']);
  });

  it('lapse by the job of the endpoint, without a question from anybody', async () => {
    await settle(opened.db, journal, hours(1000));
    assert.deepEqual(await states(), ['lapsed', 'lapsed']);
  });
});
