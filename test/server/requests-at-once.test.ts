import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { openDatabase, type OpenDatabase } from '../../server/src/storage/database.js';
import { RequestInserts } from '../../server/src/storage/request-inserts.js';
import type { NewRequest } from '../../server/src/storage/requests.js';
import { anyDatabase } from './tools/databases.js';
import { sampleRequest } from './tools/samples.js';
import { workOf } from './tools/statements.js';

const request = (given: Partial<NewRequest> = {}): NewRequest => ({
  tenant: 't',
  owner: 'o',
  id: randomUUID(),
  subject: 'Aihe',
  sender: 'Maija',
  content: sampleRequest(),
  isRelayed: true,
  now: new Date(),
  ...given,
});

const many = (count: number): NewRequest[] => Array.from({ length: count }, () => request());

describe('Requests that come at the same time', () => {
  let opened: OpenDatabase;
  before(async () => {
    opened = await openDatabase(await anyDatabase());
  });
  after(() => opened.close());

  const stored = async () => {
    const { db } = opened;
    const requests = await db.selectFrom('support_requests').select(['owner', 'id']).execute();
    const mails = await db.selectFrom('outbox').select('request').execute();
    return { requests: requests.length, mails: mails.length };
  };

  it('are stored by a few statements, each with a number and a mail of its own', async () => {
    const inserts = new RequestInserts(opened.db);
    const before = await stored();
    let numbers: unknown[] = [];
    const { statements } = await workOf(async () => {
      const rows = await Promise.all(many(60).map((one) => inserts.insert(one)));
      numbers = rows.map((row) => row?.number);
    });
    assert.ok(!numbers.includes(undefined));
    assert.equal(new Set(numbers).size, 60);
    assert.ok(statements < 6, `${statements} statements`);
    const { requests, mails } = await stored();
    assert.deepEqual([requests - before.requests, mails - before.mails], [60, 60]);
  });

  it('are stored where one of them can not be, and only that one is refused', async () => {
    const inserts = new RequestInserts(opened.db);
    const before = await stored();
    const unstorable = request({ sender: 'NUL \0' });
    const [wrong, ...others] = await Promise.allSettled(
      [unstorable, ...many(9)].map((one) => inserts.insert(one)),
    );
    assert.equal(wrong?.status, 'rejected');
    assert.ok(others.every(({ status }) => status === 'fulfilled'));
    assert.equal((await stored()).requests - before.requests, 9);
  });

  it('are one where they have one key, and only one is told that it came first', async () => {
    const inserts = new RequestInserts(opened.db);
    const before = await stored();
    const [first, ...others] = many(3);
    assert.ok(first);
    const sent = [first, first, ...others, first];
    const rows = await Promise.all(sent.map((one) => inserts.insert(one)));
    assert.equal(rows.filter((row) => row !== undefined).length, 3);
    assert.equal((await stored()).requests - before.requests, 3);
  });
});
