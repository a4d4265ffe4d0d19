import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Relay } from '../../server/src/relay/relay.js';
import { openDatabase, type OpenDatabase } from '../../server/src/storage/database.js';
import { claimNext, enqueueReply, nextDue, settleHeld } from '../../server/src/storage/outbox.js';
import { insertRequest, type Key } from '../../server/src/storage/requests.js';
import type { Database } from '../../server/src/storage/tables.js';
import { onEachDatabase } from './tools/databases.js';
import { Mailbox } from './tools/mailbox.js';
import { sampleRequest } from './tools/samples.js';

const noon = new Date('2026-01-05T12:00:00Z');
const after = (seconds: number): Date => new Date(noon.getTime() + seconds * 1_000);

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
  beforeEach(async () => {
    ({ db, close } = await openDatabase(await storage()));
  });
  afterEach(() => close());

  it('gives a mail to one, and to the next when its time of being held is over', async () => {
    const { id } = await put(db);
    assert.equal((await claimNext(db, noon, after(10)))?.request, id);
    assert.equal(await claimNext(db, after(9), after(19)), undefined);
    const next = await claimNext(db, after(10), after(20));
    assert.deepEqual([next?.request, next?.attempts], [id, 2]);
  });

  it('lets nobody end a mail that another one holds by now', async () => {
    await put(db);
    const slow = (await claimNext(db, noon, after(10))) ?? assert.fail();
    const quick = (await claimNext(db, after(10), after(20))) ?? assert.fail();
    await settleHeld(db, slow, { state: 'failed', problem: '550' });
    assert.equal(await claimNext(db, after(11), after(21)), undefined, 'it is still held');
    await settleHeld(db, quick, { state: 'sent' });
    assert.deepEqual(await db.selectFrom('outbox').select(['state', 'problem']).execute(), [
      { state: 'sent', problem: null },
    ]);
  });

  it('has nothing due before the mail of the request that a reply waits for', async () => {
    const request = await put(db);
    const held = (await claimNext(db, noon, after(10))) ?? assert.fail();
    await settleHeld(db, held, { next_at: after(3_600), problem: 'ECONNREFUSED' });
    await db
      .transaction()
      .execute((trx) => enqueueReply(trx, request, 'o', randomUUID(), after(1)));
    assert.deepEqual(await nextDue(db), after(3_600));
    assert.equal(await claimNext(db, after(2), after(12)), undefined);
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
    });
    for (let patience = 0; !mailbox.mails.length && patience < 500; patience += 1) await wait(20);
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
