import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  getAttachment,
  getMe,
  getService,
  listArticles,
  listRequests,
  putAttachment,
  removeAttachment,
  submitRequest,
} from '../../src/contract/index.js';
import { readBytes } from '../../server/src/http/body.js';
import { ProblemError } from '../../server/src/http/problem-error.js';
import { CallerAddress } from '../../server/src/limits/address.js';
import { BodyRoom } from '../../server/src/limits/body-room.js';
import { Pace } from '../../server/src/limits/pace.js';
import { Turns } from '../../server/src/limits/turns.js';
import { openDatabase } from '../../server/src/storage/database.js';
import { purgeCounts } from '../../server/src/limits/counter.js';
import { anyDatabase, onOneDatabase } from './tools/databases.js';
import { png, pngOfSize } from './tools/pictures.js';
import { hasPostgres, newDatabase } from './tools/postgres.js';
import { sampleRequest, upload } from './tools/samples.js';
import { workOf } from './tools/statements.js';
import { problemOf, TestEndpoint, type Answer } from './tools/test-endpoint.js';

const times = <T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

const submit = (endpoint: TestEndpoint, as: 'main-user' | 'other-tenant' = 'main-user') =>
  endpoint.ask(submitRequest, { as, params: { id: randomUUID() }, body: sampleRequest() });

const put = (endpoint: TestEndpoint, id: string, bytes: Uint8Array) =>
  endpoint.ask(putAttachment, { as: 'main-user', params: { id }, ...upload(bytes) });

/** How often each status came. */
const tally = (answers: readonly Answer[]): Record<number, number> => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

/** A refusal tells which limit it was and when to come back. */
function assertRefused(answer: Answer | undefined, seconds: number, limit: RegExp): void {
  assert.ok(answer);
  assert.equal(answer.status, 429);
  const { code, detail } = problemOf(answer);
  assert.equal(code, 'rateLimited');
  assert.match(detail ?? '', limit);
  const after = Number(answer.headers.get('Retry-After'));
  assert.ok(Number.isInteger(after) && after >= 1 && after <= seconds, `Retry-After: ${after}`);
}

onOneDatabase('Whoever asks for more than anybody needs', (storage) => {
  let endpoint: TestEndpoint;
  before(async () => {
    endpoint = await TestEndpoint.open({
      storage: await storage(),
      limits: {
        calls: 60,
        searches: 10,
        submissions: 5,
        waitingFiles: 10,
        waitingMegabytes: 25,
      },
    });
  });
  after(() => endpoint.close());

  it('is refused further requests for ten minutes at most, while others go on sending theirs', async () => {
    const answers = await times(8, () => submit(endpoint));
    assert.deepEqual(tally(answers), { 201: 5, 429: 3 });
    assertRefused(
      answers.find(({ status }) => status === 429),
      600,
      /submissions/,
    );
    assert.equal((await submit(endpoint, 'other-tenant')).status, 201);
    assert.equal((await endpoint.ask(listRequests, { as: 'main-user' })).status, 200);
  });

  it('is refused further searches, and finds again what else there is', async () => {
    const query = { q: 'tilikausi', product: 'fivaldi' };
    const answers = await times(12, () => endpoint.ask(listArticles, { as: 'accountant', query }));
    assert.deepEqual(tally(answers), { 200: 10, 429: 2 });
    assert.equal((await endpoint.ask(getMe, { as: 'accountant' })).status, 200);
  });

  it('is refused a file beyond those that wait for their request, until one of them is removed', async () => {
    const ids = Array.from({ length: 11 }, () => randomUUID());
    const answers = await times(11, (index) => put(endpoint, ids[index] ?? '', png()));
    assert.deepEqual(tally(answers), { 201: 10, 429: 1 });
    const refused = answers.findIndex(({ status }) => status === 429);
    assertRefused(answers[refused], 24 * 3600, /wait for their request/);
    const [kept, other] = ids.filter((_, index) => index !== refused);
    // The same file again needs no other place.
    assert.equal((await put(endpoint, other ?? '', png())).status, 200);
    await endpoint.ask(removeAttachment, { as: 'main-user', params: { id: kept ?? '' } });
    assert.equal((await put(endpoint, ids[refused] ?? '', png())).status, 201);
    for (const id of ids) await endpoint.ask(removeAttachment, { as: 'main-user', params: { id } });
  });

  it('is refused a file when those that wait are too large together', async () => {
    const large = pngOfSize(9 * 1024 * 1024);
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    const answers: Answer[] = [];
    for (const id of ids) answers.push(await put(endpoint, id, large));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201, 429],
    );
    const kept = await endpoint.ask(getAttachment, {
      as: 'main-user',
      params: { id: ids[0] ?? '' },
    });
    assert.equal(kept.status, 200);
  });

  it('is refused everything for a minute at most, by whichever way they come', async () => {
    const answers = await times(70, () => endpoint.ask(getMe, { as: 'agent' }));
    const { 429: refused = 0 } = tally(answers);
    assert.ok(refused > 0);
    assertRefused(
      answers.find(({ status }) => status === 429),
      60,
      /calls/,
    );
    assertRefused(await endpoint.ask(getMe, { as: 'agent' }), 60, /calls/);
    assert.equal((await endpoint.ask(getMe, { as: 'developer' })).status < 429, true);
  });
});

describe('The limits of an address', () => {
  it('hold for calls without a sign-in and with false ones, and not for the people beside', async () => {
    const endpoint = await TestEndpoint.open({ limits: { unsignedCalls: 60 } });
    const from = { address: '192.0.2.7' };
    const asks = [
      () => endpoint.ask(getService, { from }),
      () => endpoint.ask(getMe, { as: { token: 'false' }, from }),
      () => endpoint.ask(getMe, { from }),
    ];
    const answers = await times(90, (index) => asks[index % 3]?.() ?? assert.fail());
    assert.equal(tally(answers)[429], 30);
    assert.equal((await endpoint.ask(getMe, { as: 'main-user', from })).status, 200);
    const elsewhere = { address: '192.0.2.8' };
    assert.equal((await endpoint.ask(getService, { from: elsewhere })).status, 200);
    await endpoint.close();
  });

  it('hold for everybody behind it together', async () => {
    const endpoint = await TestEndpoint.open({ limits: { addressCalls: 60 } });
    const from = { address: '192.0.2.7' };
    const users = ['main-user', 'accountant', 'other-tenant'] as const;
    const answers = await times(66, (index) =>
      endpoint.ask(getMe, { as: users[index % 3] ?? 'main-user', from }),
    );
    assert.deepEqual(tally(answers), { 200: 60, 429: 6 });
    await endpoint.close();
  });

  it('count by the caller behind trusted proxies, whatever the caller made up', () => {
    const addresses = new CallerAddress(['10.0.0.0/8', '2001:db8:1::/48']);
    const cases: readonly (readonly [string, string | null, string])[] = [
      ['203.0.113.9', null, '203.0.113.9'],
      ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
      ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
      ['::ffff:10.0.0.2', '1.1.1.1, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
      ['10.0.0.2', 'nonsense', '10.0.0.2'],
      ['10.0.0.2', '198.51.100.1, nonsense', '10.0.0.2'],
      ['10.0.0.2', '10.0.0.3', '10.0.0.3'],
      ['2001:db8:1::5', '2001:db8:aaaa:1:2:3:4:5', '2001:db8:aaaa:1'],
      ['2001:db8:aaaa:1::ffff', null, '2001:db8:aaaa:1'],
      ['fe80::1%eth0', null, 'fe80:0:0:0'],
    ];
    for (const [peer, forwarded, expected] of cases)
      assert.equal(addresses.of(peer, forwarded), expected, `${peer} ${forwarded}`);
  });
});

describe('A body on its way', () => {
  const stream = (chunks: readonly Uint8Array[], ends: boolean) =>
    new Request('http://support.test', {
      method: 'PUT',
      duplex: 'half',
      body: new ReadableStream<Uint8Array>({
        start(controller) {
          for (const chunk of chunks) controller.enqueue(chunk);
          if (ends) controller.close();
        },
      }),
    } as RequestInit);
  const slowness = { patience: 50, bytesPerSecond: 1000 };

  it('is given up when it hardly comes', async () => {
    const slow = stream([new Uint8Array(10)], false);
    await assert.rejects(
      readBytes(slow, 1000, { slowness }),
      (error) => error instanceof ProblemError && error.code === 'unavailable',
    );
    const quick = stream([new Uint8Array(500)], true);
    assert.equal((await readBytes(quick, 1000, { slowness })).byteLength, 500);
  });

  it('is read no further until it is its turn', async () => {
    const told: number[] = [];
    // Ten times as long as somebody may be slow, which they are not.
    const slowness = { patience: 5, bytesPerSecond: 1_000_000 };
    const pace = (bytes: number) => {
      told.push(bytes);
      return 50;
    };
    const began = performance.now();
    const request = stream([new Uint8Array(10), new Uint8Array(20)], true);
    const reading = readBytes(request, 1000, { slowness, pace });
    await new Promise(setImmediate);
    assert.deepEqual(told, [10]);
    assert.equal((await reading).byteLength, 30);
    assert.deepEqual(told, [10, 20]);
    assert.ok(performance.now() - began > 90);
  });

  const MEGABYTE = 1024 * 1024;

  it('has a place beside those of one person who takes all they get', async () => {
    const room = new BodyRoom(10, 40, 50);
    const first = await times(3, () => room.enter('a', 10 * MEGABYTE));
    assert.deepEqual(
      first.map((entered) => typeof entered),
      ['function', 'function', 'string'],
    );
    assert.equal(first[2], 'person');
    const other = await room.enter('b', 10 * MEGABYTE);
    assert.ok(typeof other === 'function');
    assert.ok(typeof (await room.enter('c', 10 * MEGABYTE)) === 'function');
    assert.equal(await room.enter('d', 10 * MEGABYTE), 'memory');
    assert.equal(typeof (await room.enter('d', 1000)), 'function');
    // Who leaves twice leaves once.
    other();
    other();
    assert.equal(room.taken, 30 * MEGABYTE);
    assert.equal(typeof (await room.enter('d', 10 * MEGABYTE)), 'function');
  });

  it('is one of a few for each person', async () => {
    const room = new BodyRoom(2, 40, 50);
    const entered = await times(3, () => room.enter('a', 100));
    assert.deepEqual(
      entered.map((one) => typeof one),
      ['function', 'function', 'string'],
    );
    assert.equal(typeof (await room.enter('b', 100)), 'function');
  });
});

describe('The bodies of one person', () => {
  const ofMillisecond = 1000;

  it('are read at once up to a burst, and then at a pace that the other people do not share', () => {
    const pace = new Pace(1000 * ofMillisecond, 5000 * ofMillisecond);
    assert.equal(pace.add('a', 3000 * ofMillisecond), 0);
    assert.equal(pace.add('a', 2000 * ofMillisecond), 0);
    const next = pace.add('a', 1000 * ofMillisecond);
    assert.ok(next > 900 && next <= 1000, `${next} ms`);
    const after = pace.add('a', 1000 * ofMillisecond);
    assert.ok(after > 1900 && after <= 2000, `${after} ms`);
    assert.equal(pace.add('b', 5000 * ofMillisecond), 0);
  });
});

describe('Calls of one person that come at once', () => {
  it('are worked on a few at a time and in order, and hold up nobody else, also where one of them fails', async () => {
    const turns = new Turns(2);
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const call = (person: string, name: string) =>
      turns.take(person, () => {
        begun.push(name);
        return new Promise<string>((resolve, reject) => {
          ends.set(name, () => (name === 'a2' ? reject(new Error(name)) : resolve(name)));
        });
      });
    const end = async (name: string) => {
      ends.get(name)?.();
      await new Promise(setImmediate);
    };
    const called = Promise.allSettled(['a1', 'a2', 'a3', 'a4'].map((name) => call('a', name)));
    const other = call('b', 'b1');
    assert.deepEqual(begun, ['a1', 'a2', 'b1']);
    await end('b1');
    assert.equal(await other, 'b1');
    await end('a2');
    assert.deepEqual(begun, ['a1', 'a2', 'b1', 'a3']);
    await end('a1');
    await end('a3');
    await end('a4');
    const outcomes = await called;
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
    );
  });
});

describe('What callers have done', () => {
  it('is no statement of the database until it is much', async () => {
    const endpoint = await TestEndpoint.open();
    const bare = await workOf(() => endpoint.ask(listRequests, { as: 'main-user' }));
    const many = await workOf(async () => {
      for (let count = 0; count < 100; count += 1)
        await endpoint.ask(listRequests, { as: 'main-user' });
    });
    assert.ok(many.statements - 100 * bare.statements <= 1, `${many.statements} statements`);
    await endpoint.close();
  });

  it('is forgotten when the window is over, and names nobody', async () => {
    const storage = await anyDatabase();
    const { db, close } = await openDatabase(storage);
    await db
      .insertInto('call_counts')
      .values([
        { key: 'calls:old', points: 1, expire: '1000' },
        { key: 'calls:new', points: 1, expire: String(Date.now() + 60_000) },
      ])
      .execute();
    await purgeCounts(db);
    const left = await db.selectFrom('call_counts').select('key').execute();
    assert.deepEqual(left, [{ key: 'calls:new' }]);
    await close();
  });
});

if (hasPostgres) {
  describe('Two instances on one PostgreSQL', () => {
    it('hold one limit together, and a flood is refused without asking the database', async () => {
      const storage = { kind: 'postgres', url: await newDatabase() } as const;
      const open = () => TestEndpoint.open({ storage, limits: { calls: 100 } });
      const instances = [await open(), await open()];
      const token = instances[0]?.token('main-user') ?? '';
      const ask = (index: number) =>
        instances[index % 2]?.ask(getMe, { as: { token } }) ?? assert.fail();
      let passed = 0;
      for (let count = 0; count < 140; count += 2) {
        const answers = await times(2, (index) => ask(count + index));
        passed += answers.filter(({ status }) => status === 200).length;
        if (answers.every(({ status }) => status === 429)) break;
      }
      assert.ok(passed >= 80 && passed <= 120, `${passed} passed`);
      const { statements } = await workOf(() => times(50, ask));
      assert.equal(statements, 0);
      const { db, close } = await openDatabase(storage);
      const rows = await db.selectFrom('call_counts').select('key').execute();
      assert.ok(rows.length > 0);
      assert.ok(rows.every(({ key }) => !key.includes('main-user') && !key.includes('tenant')));
      await close();
      for (const instance of instances) await instance.close();
    });
  });
}
