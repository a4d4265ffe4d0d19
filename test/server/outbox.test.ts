import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, it } from 'node:test';
import { Relay } from '../../server/src/relay/relay.js';
import { openDatabase, type OpenDatabase } from '../../server/src/storage/database.js';
import { claimNext, enqueueReply, nextDue, settleHeld } from '../../server/src/storage/outbox.js';
import { insertRequest, type Key } from '../../server/src/storage/requests.js';
import type { Database } from '../../server/src/storage/tables.js';
import { waitUntil } from '../tools/wait-until.js';
import { emptyOfRequests, onEachDatabase } from './tools/databases.js';
import { Mailbox } from './tools/mailbox.js';
import { sampleRequest } from './tools/samples.js';

const noon = new Date('2026-01-05T12:00:00Z');
const inSeconds = (seconds: number): Date => new Date(noon.getTime() + seconds * 1_000);

async function put(db: Database): Promise<Key> {
  const key = { tenant: 't', owner: 'o', id: randomUUID() };
  await insertRequest(db, {
    ...key,
    subject: 'Aihe',
    sender: 'Maija',
    content: sampleRequest(),
    isRelayed: true,
    now: noon,
  });
  return key;
}

onEachDatabase('The outbox', (storage) => {
  let db: Database;
  let close: OpenDatabase['close'];
  before(async () => {
    ({ db, close } = await openDatabase(await storage()));
  });
  beforeEach(() => emptyOfRequests(db));
  after(() => close());

  it('gives a mail to one, and to the next when its time of being held is over', async () => {
    const { id } = await put(db);
    assert.equal((await claimNext(db, noon, inSeconds(10)))?.request, id);
    assert.equal(await claimNext(db, inSeconds(9), inSeconds(19)), undefined);
    const next = await claimNext(db, inSeconds(10), inSeconds(20));
    assert.deepEqual([next?.request, next?.attempts], [id, 2]);
  });

  it('counts the patience for a mail from the first time that it is tried, however late that is', async () => {
    await put(db);
    const late = inSeconds(4 * 24 * 3_600);
    const first = await claimNext(db, late, late);
    const second = await claimNext(db, new Date(late.getTime() + 1), late);
    assert.deepEqual([first?.created_at, second?.created_at], [late, late]);
  });

  it('lets nobody end a mail that another one holds by now', async () => {
    await put(db);
    const slow = (await claimNext(db, noon, inSeconds(10))) ?? assert.fail();
    const quick = (await claimNext(db, inSeconds(10), inSeconds(20))) ?? assert.fail();
    await settleHeld(db, slow, { state: 'failed', problem: '550' });
    assert.equal(await claimNext(db, inSeconds(11), inSeconds(21)), undefined, 'it is still held');
    await settleHeld(db, quick, { state: 'sent' });
    assert.deepEqual(await db.selectFrom('outbox').select(['state', 'problem']).execute(), [
      { state: 'sent', problem: null },
    ]);
  });

  it('has nothing due before the mail of the request that a reply waits for', async () => {
    const request = await put(db);
    const held = (await claimNext(db, noon, inSeconds(10))) ?? assert.fail();
    await settleHeld(db, held, { next_at: inSeconds(3_600), problem: 'ECONNREFUSED' });
    await db
      .transaction()
      .execute((trx) => enqueueReply(trx, request, 'o', randomUUID(), inSeconds(1)));
    assert.deepEqual(await nextDue(db), inSeconds(3_600));
    assert.equal(await claimNext(db, inSeconds(2), inSeconds(12)), undefined);
  });

  it('brings the others past what no mail can be made of', async () => {
    const mailbox = await Mailbox.open();
    for (let broken = 0; broken < 3; broken += 1) await put(db);
    await db.updateTable('support_requests').set({ content: '{}' }).execute();
    const { id } = await put(db);
    const errors: object[] = [];
    const relay = new Relay({
      db,
      smtp: {
        url: mailbox.url,
        from: { name: '', address: 'a@visma.example' },
        to: 'b@visma.example',
        ca: await Mailbox.authority(),
      },
      now: () => noon,
      log: { info: () => {}, error: (facts) => errors.push(facts) },
      profile: () => ({ products: [] }),
    });
    await waitUntil(
      () => mailbox.mails.length > 0,
      'The mail behind the broken ones never arrived',
    );
    await relay.stop();
    await mailbox.close();
    assert.deepEqual(
      mailbox.mails.map(({ messageId }) => messageId?.split('.')[0]),
      [`<${id}`],
    );
    assert.equal(errors.length, 3);
    const [first] = await db
      .selectFrom('outbox')
      .select(['state', 'problem'])
      .orderBy('serial')
      .execute();
    assert.deepEqual(first, { state: 'waiting', problem: 'no mail could be made of it' });
  });
});
