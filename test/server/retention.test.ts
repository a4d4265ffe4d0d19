import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, it } from 'node:test';
import { openDatabase, type OpenDatabase } from '../../server/src/storage/database.js';
import { bindAttachments, insertAttachment } from '../../server/src/storage/attachments.js';
import { enqueueReply } from '../../server/src/storage/outbox.js';
import {
  changeRequest,
  insertRequest,
  insertTimelineItem,
  type Key,
  type NewTimelineItem,
} from '../../server/src/storage/requests.js';
import { deleteOldRequests } from '../../server/src/storage/retention.js';
import type { Database, RequestStatus } from '../../server/src/storage/tables.js';
import { emptyOfRequests, onEachDatabase } from './tools/databases.js';
import { sampleRequest } from './tools/samples.js';

const start = new Date('2026-01-05T12:00:00Z');
const onDay = (days: number): Date => new Date(start.getTime() + days * 24 * 60 * 60 * 1000);

const reply = (id: string): NewTimelineItem => ({
  id,
  kind: 'message',
  side: 'customer',
  author: 'o',
  authorName: 'Maija',
  content: { text: 'Kiitos', attachments: [] },
  now: start,
});

/** A request with a picture, an answer and mails, which came to `status` on that day. */
async function put(db: Database, status: RequestStatus, day: number): Promise<Key> {
  const key = { tenant: 't', owner: 'o', id: randomUUID() };
  const picture = { ...key, id: randomUUID() };
  await insertRequest(db, {
    ...key,
    subject: 'Aihe',
    sender: 'Maija',
    content: sampleRequest(),
    isRelayed: true,
    now: start,
  });
  await insertAttachment(db, {
    ...picture,
    type: 'image/png',
    digest: 'd',
    content: Buffer.from('png'),
    activeContent: [],
    now: start,
  });
  await db.transaction().execute(async (trx) => {
    const message = randomUUID();
    await bindAttachments(trx, key, [picture.id], key);
    await insertTimelineItem(trx, key, reply(message));
    await enqueueReply(trx, key, 'o', message, start);
    await changeRequest(trx, key, { status, now: onDay(day) });
  });
  return key;
}

onEachDatabase('Requests that are over', (storage) => {
  let db: Database;
  let close: OpenDatabase['close'];
  before(async () => {
    ({ db, close } = await openDatabase(await storage()));
  });
  beforeEach(() => emptyOfRequests(db));
  after(() => close());

  const idsIn = async () => {
    const [requests, timeline, attachments, outbox] = await Promise.all([
      db.selectFrom('support_requests').select('id').execute(),
      db.selectFrom('timeline').select('request_id as id').execute(),
      db.selectFrom('attachments').select('request_id as id').execute(),
      db.selectFrom('outbox').select('request as id').execute(),
    ]);
    return [requests, timeline, attachments, outbox].map(
      (rows) => new Set(rows.map(({ id }) => id)),
    );
  };

  it('are gone with all that belongs to them when their days are over, and no other is', async () => {
    await put(db, 'closed', 1);
    await put(db, 'resolved', 2);
    const late = await put(db, 'closed', 3);
    const open = await put(db, 'inProgress', 1);
    assert.equal(await deleteOldRequests(db, 30, onDay(32)), 2);
    const kept = new Set([late.id, open.id]);
    assert.deepEqual(await idsIn(), [kept, kept, kept, kept]);
  });

  it('are gone however many they are', async () => {
    const { id, ...owner } = await put(db, 'closed', 1);
    for (let more = 0; more < 450; more += 1)
      await insertRequest(db, {
        ...owner,
        id: randomUUID(),
        subject: 'Aihe',
        sender: 'Maija',
        content: sampleRequest(),
        isRelayed: false,
        now: start,
      });
    await db.updateTable('support_requests').set({ status: 'closed' }).execute();
    assert.equal(await deleteOldRequests(db, 30, onDay(40)), 451);
    assert.deepEqual((await idsIn())[0], new Set());
  });
});
