import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  getAttachment,
  getRequest,
  putAttachment,
  putMessage,
  removeAttachment,
  submitRequest,
} from '../../src/contract/index.js';
import { onOneDatabase } from './tools/databases.js';
import {
  jpeg,
  pdf,
  png,
  pngOfSize,
  webpExtended,
  webpLossless,
  webpLossy,
} from './tools/pictures.js';
import { contentDigest, sampleRequest, upload } from './tools/samples.js';
import { problemOf, TestEndpoint } from './tools/test-endpoint.js';

const HOUR = 60 * 60 * 1000;
const MEGABYTE = 1024 * 1024;

onOneDatabase('Uploading and answering', (storage) => {
  let endpoint: TestEndpoint;
  let now = new Date('2026-01-05T07:05:00Z');

  before(async () => {
    endpoint = await TestEndpoint.open({ storage: await storage(), now: () => now });
  });
  after(() => endpoint.close());

  describe('an attachment', () => {
    const put = (id: string, bytes: Uint8Array, type?: string) =>
      endpoint.ask(putAttachment, { as: 'main-user', params: { id }, ...upload(bytes, type) });
    const submit = (...ids: string[]) =>
      endpoint.ask(submitRequest, {
        as: 'main-user',
        params: { id: randomUUID() },
        body: sampleRequest({ attachments: ids.map((id) => ({ id, name: 'kuva.png' })) }),
      });

    it('comes back as it was sent, as a download that runs nothing', async () => {
      const kinds: [Uint8Array, string][] = [
        [png(), 'image/png'],
        [jpeg(4, 3), 'image/jpeg'],
        [webpLossy(4, 3), 'image/webp'],
        [webpLossless(4, 3), 'image/webp'],
        [webpExtended(4, 3), 'image/webp'],
        [pdf(), 'application/pdf'],
      ];
      for (const [bytes, type] of kinds) {
        const id = randomUUID();
        const { body, headers } = upload(bytes, type);
        const kept = await endpoint.get(putAttachment, {
          as: 'main-user',
          params: { id },
          body,
          headers,
        });
        assert.deepEqual(kept, {
          id,
          type,
          bytes: bytes.length,
          digest: contentDigest(bytes).slice('sha-256=:'.length, -1),
        });
        const read = await endpoint.ask(getAttachment, { as: 'main-user', params: { id } });
        assert.deepEqual(read.bytes, new Uint8Array(bytes));
        assert.equal(read.headers.get('Content-Type'), type);
        assert.match(
          read.headers.get('Content-Disposition') ?? '',
          /^attachment; filename="[\w-]+\.(png|jpg|webp|pdf)"$/,
        );
        assert.equal(read.headers.get('X-Content-Type-Options'), 'nosniff');
        assert.equal(read.headers.get('Content-Security-Policy'), "sandbox; default-src 'none'");
        assert.equal(read.headers.get('Cache-Control'), 'no-store');
      }
    });

    it('sent again is the same one, and other bytes never take its place', async () => {
      const id = randomUUID();
      assert.equal((await put(id, png(2, 2, 1))).status, 201);
      assert.equal((await put(id, png(2, 2, 1))).status, 200);
      assert.equal(problemOf(await put(id, png(2, 2, 2))).code, 'conflict');
    });

    it('may be as large as the limit, and not a byte more', async () => {
      assert.equal((await put(randomUUID(), pngOfSize(10 * MEGABYTE))).status, 201);
      assert.equal(
        problemOf(await put(randomUUID(), pngOfSize(10 * MEGABYTE + 1))).code,
        'tooLarge',
      );
    });

    it('can be removed until a request has it', async () => {
      const [free, bound] = [randomUUID(), randomUUID()];
      await put(free, png());
      await put(bound, png());
      assert.equal((await submit(bound)).status, 201);
      const remove = (id: string) =>
        endpoint.ask(removeAttachment, { as: 'main-user', params: { id } });
      assert.equal((await remove(free)).status, 204);
      assert.equal((await remove(free)).status, 404);
      assert.equal(problemOf(await remove(bound)).code, 'conflict');
    });

    it('lapses after a day without a request, and then counts as never sent', async () => {
      const id = randomUUID();
      await put(id, png(2, 2, 3));
      now = new Date(now.getTime() + 24 * HOUR);
      const fresh = { token: await endpoint.signIn('main-user') };
      assert.equal((await endpoint.ask(getAttachment, { as: fresh, params: { id } })).status, 404);
      assert.equal(
        (await endpoint.ask(removeAttachment, { as: fresh, params: { id } })).status,
        404,
      );
      const submitted = await endpoint.ask(submitRequest, {
        as: fresh,
        params: { id: randomUUID() },
        body: sampleRequest({ attachments: [{ id, name: 'kuva.png' }] }),
      });
      assert.deepEqual(problemOf(submitted).errors, [
        { pointer: '/attachments/0/id', code: 'notFound' },
      ]);
      assert.equal(
        (await endpoint.ask(putAttachment, { as: fresh, params: { id }, ...upload(png(2, 2, 4)) }))
          .status,
        201,
      );
      now = new Date(now.getTime() - 24 * HOUR);
    });

    it('of a request never lapses', async () => {
      const id = randomUUID();
      await put(id, png());
      await submit(id);
      now = new Date(now.getTime() + 48 * HOUR);
      const fresh = { token: await endpoint.signIn('main-user') };
      assert.equal((await endpoint.ask(getAttachment, { as: fresh, params: { id } })).status, 200);
      now = new Date(now.getTime() - 48 * HOUR);
    });

    it('belongs to one request, once, and only to its owner', async () => {
      const [mine, bound, theirs] = [randomUUID(), randomUUID(), randomUUID()];
      await put(mine, png());
      await put(bound, png());
      await submit(bound);
      await endpoint.ask(putAttachment, {
        as: 'other-tenant',
        params: { id: theirs },
        ...upload(png()),
      });
      const wrong = await submit(mine, bound, theirs, randomUUID(), mine);
      assert.equal(wrong.status, 422);
      assert.deepEqual(problemOf(wrong).errors, [
        { pointer: '/attachments/1/id', code: 'notFound' },
        { pointer: '/attachments/2/id', code: 'notFound' },
        { pointer: '/attachments/3/id', code: 'notFound' },
        { pointer: '/attachments/4/id', code: 'notAllowed' },
      ]);
      assert.equal(
        (await submit(mine)).status,
        201,
        'a refused request leaves the attachment free',
      );
    });

    it('wanted by twenty requests at once goes to one of them', async () => {
      const [one, other] = [randomUUID(), randomUUID()];
      await put(one, png());
      await put(other, png());
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => (i % 2 ? submit(one, other) : submit(other, one))),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [
        201,
        ...Array<number>(19).fill(422),
      ]);
    });

    it('that is refused takes no request with it that is sent at the same time', async () => {
      const ids = Array.from({ length: 20 }, (): string => randomUUID());
      const answers = await Promise.all(
        ids.map((id, i) => {
          const attachments = i % 2 ? [{ id: randomUUID(), name: 'puuttuu.png' }] : [];
          return endpoint.ask(submitRequest, {
            as: 'main-user',
            params: { id },
            body: sampleRequest({ attachments }),
          });
        }),
      );
      assert.deepEqual(
        answers.map(({ status }) => status),
        ids.map((_, i) => (i % 2 ? 422 : 201)),
      );
      const found = await Promise.all(
        ids.map((id) => endpoint.ask(getRequest, { as: 'main-user', params: { id } })),
      );
      assert.deepEqual(
        found.map(({ status }) => status),
        ids.map((_, i) => (i % 2 ? 404 : 200)),
      );
    });

    it('stays with its request when that is sent again', async () => {
      const [id, request] = [randomUUID(), randomUUID()];
      await put(id, png());
      const asked = {
        as: 'main-user',
        params: { id: request },
        body: sampleRequest({ attachments: [{ id, name: 'kuva.png', caption: 'Virhe' }] }),
      } as const;
      const statuses = [
        (await endpoint.ask(submitRequest, asked)).status,
        (await endpoint.ask(submitRequest, asked)).status,
      ];
      assert.deepEqual(statuses, [201, 200]);
      const details = await endpoint.get(getRequest, { as: 'main-user', params: { id: request } });
      assert.deepEqual(details.attachments, [{ id, name: 'kuva.png', caption: 'Virhe' }]);
    });

    it('is one of at most ten, and of 25 MB together', async () => {
      const ids = Array.from({ length: 11 }, () => randomUUID());
      for (const id of ids) await put(id, png());
      assert.deepEqual(problemOf(await submit(...ids)).errors, [
        { pointer: '/attachments', code: 'tooMany' },
      ]);
      assert.equal((await submit(...ids.slice(1))).status, 201);

      const large = Array.from({ length: 3 }, () => randomUUID());
      for (const [salt, id] of large.entries()) await put(id, pngOfSize(9 * MEGABYTE, salt));
      const tooMuch = await submit(...large);
      assert.equal(problemOf(tooMuch).code, 'tooLarge');
    });
  });

  describe('a message', () => {
    const request = randomUUID();

    before(async () => {
      await endpoint.get(submitRequest, {
        as: 'main-user',
        params: { id: request },
        body: sampleRequest(),
      });
    });
    const put = (messageId: string, body: unknown) =>
      endpoint.ask(putMessage, { as: 'main-user', params: { id: request, messageId }, body });

    it('stands in the timeline of its request, with its picture', async () => {
      const [id, picture] = [randomUUID(), randomUUID()];
      await endpoint.get(putAttachment, {
        as: 'main-user',
        params: { id: picture },
        ...upload(png()),
      });
      const attachments = [{ id: picture, name: 'lisäkuva.png' }];
      assert.equal((await put(id, { text: 'Tässä vielä kuva.', attachments })).status, 201);
      const { timeline } = await endpoint.get(getRequest, {
        as: 'main-user',
        params: { id: request },
      });
      const found = timeline.find((item) => item.id === id);
      assert.deepEqual(
        { ...found, at: '' },
        {
          id,
          at: '',
          kind: 'message',
          author: { name: 'Maija Mäkelä', side: 'customer' },
          text: 'Tässä vielä kuva.',
          attachments,
        },
      );
    });

    it('sent ten times at once is one message', async () => {
      const id = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => put(id, { text: 'Kerran vain', attachments: [] })),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [
        ...Array<number>(9).fill(200),
        201,
      ]);
      const { timeline } = await endpoint.get(getRequest, {
        as: 'main-user',
        params: { id: request },
      });
      assert.equal(timeline.filter((item) => item.id === id).length, 1);
      assert.equal(problemOf(await put(id, { text: 'Toista', attachments: [] })).code, 'conflict');
    });

    it('says something', async () => {
      const { errors } = problemOf(await put(randomUUID(), { text: '  ', attachments: [] }));
      assert.deepEqual(errors, [{ pointer: '/text', code: 'required' }]);
    });

    it('confirms or declines only what support has proposed', async () => {
      for (const field of ['confirms', 'declines']) {
        const { errors } = problemOf(
          await put(randomUUID(), { text: '', attachments: [], [field]: randomUUID() }),
        );
        assert.deepEqual(errors, [{ pointer: `/${field}`, code: 'notFound' }]);
      }
    });

    it('with an attachment that is not there is not kept', async () => {
      const id = randomUUID();
      const { errors } = problemOf(
        await put(id, { text: 'Kuva', attachments: [{ id: randomUUID(), name: 'x.png' }] }),
      );
      assert.deepEqual(errors, [{ pointer: '/attachments/0/id', code: 'notFound' }]);
      const { timeline } = await endpoint.get(getRequest, {
        as: 'main-user',
        params: { id: request },
      });
      assert.ok(!timeline.some((item) => item.id === id));
    });
  });
});
