import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  getRequest,
  listRequests,
  putAttachment,
  submitRequest,
} from '../../src/contract/index.js';
import { openDatabase } from '../../server/src/storage/database.js';
import {
  findAttachment,
  insertAttachment,
  purgeLapsed,
} from '../../server/src/storage/attachments.js';
import { anyDatabase } from './tools/databases.js';
import { png } from './tools/pictures.js';
import { hasPostgres, newDatabase } from './tools/postgres.js';
import { sampleRequest, upload } from './tools/samples.js';
import { TestEndpoint } from './tools/test-endpoint.js';

if (hasPostgres) {
  describe('Several instances on one PostgreSQL', () => {
    let instances: TestEndpoint[];
    let open: () => Promise<TestEndpoint>;

    before(async () => {
      const url = await newDatabase();
      open = () => TestEndpoint.open({ storage: { kind: 'postgres', url } });
      instances = await Promise.all(Array.from({ length: 4 }, open));
    });
    after(() => Promise.all(instances.map((instance) => instance.close())));

    const nth = (n: number) => instances[n % instances.length] ?? assert.fail();
    const as = () => ({ token: nth(0).token('main-user') });

    it('start at once on an empty database, and take each other’s tokens', async () => {
      for (const instance of instances)
        assert.deepEqual((await instance.get(listRequests, { as: as() })).items, []);
    });

    it('make one request of fifty equal tries', async () => {
      const id = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          nth(n).ask(submitRequest, { as: as(), params: { id }, body: sampleRequest() }),
        ),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [
        ...Array<number>(49).fill(200),
        201,
      ]);
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
    });

    it('keep one of fifty different contents, and refuse the others', async () => {
      const id = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          nth(n).ask(submitRequest, {
            as: as(),
            params: { id },
            body: sampleRequest({ summary: `yritys ${n}` }),
          }),
        ),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [
        201,
        ...Array<number>(49).fill(409),
      ]);
    });

    it('give every request a number of its own', async () => {
      const receipts = await Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          nth(n).get(submitRequest, {
            as: as(),
            params: { id: randomUUID() },
            body: sampleRequest(),
          }),
        ),
      );
      assert.equal(new Set(receipts.map(({ number }) => number)).size, 40);
    });

    it('bind a picture that another one received', async () => {
      const [id, picture] = [randomUUID(), randomUUID()];
      await nth(0).get(putAttachment, { as: as(), params: { id: picture }, ...upload(png()) });
      const body = sampleRequest({ attachments: [{ id: picture, name: 'kuva.png' }] });
      await nth(1).get(submitRequest, { as: as(), params: { id }, body });
      assert.equal(
        (await nth(2).get(getRequest, { as: as(), params: { id } })).attachments.length,
        1,
      );
    });

    it('start again on what is there, one by one', async () => {
      const signedIn = as();
      const { items } = await nth(1).get(listRequests, { as: signedIn });
      await nth(0).close();
      instances[0] = await open();
      assert.deepEqual(
        (await nth(0).get(listRequests, { as: signedIn })).items.map(({ id }) => id),
        items.map(({ id }) => id),
      );
    });
  });
}

describe('An attachment that no request came for', () => {
  it('is gone from the database after a day, and a younger one is not', async () => {
    const { db, close } = await openDatabase(await anyDatabase());
    const now = new Date('2026-01-05T07:00:00Z');
    const keep = (id: string, hours: number) =>
      insertAttachment(db, {
        tenant: 't',
        owner: 'o',
        id,
        type: 'image/png',
        digest: id,
        content: png(),
        activeContent: [],
        now: new Date(now.getTime() - hours * 3_600_000),
      });
    const [old, young] = [randomUUID(), randomUUID()];
    await keep(old, 24);
    await keep(young, 23);
    await purgeLapsed(db, now);
    const left = await db.selectFrom('attachments').select('id').execute();
    assert.deepEqual(left, [{ id: young }]);
    assert.ok(await findAttachment(db, { tenant: 't', owner: 'o', id: young }, now));
    await close();
  });
});
