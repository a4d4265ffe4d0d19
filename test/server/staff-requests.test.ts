import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { after, before, describe, it } from 'node:test';
import {
  changeStaffRequest,
  getAttachment,
  getRequest,
  getService,
  getStaffAttachment,
  getStaffRequest,
  listRequests,
  listStaffRequests,
  putAttachment,
  putMessage,
  putStaffAttachment,
  putStaffMessage,
  submitRequest,
  type RequestDetails,
  type SupportRequest,
} from '../../src/contract/index.js';
import { onOneDatabase } from './tools/databases.js';
import { png } from './tools/pictures.js';
import { sampleRequest, upload } from './tools/samples.js';
import { problemOf, TestEndpoint } from './tools/test-endpoint.js';

const proposal = 'Työ on maksullista: tilikausien korjaus, arvio 2 tuntia à 140 €.';

onOneDatabase("The staff's side of requests", (storage) => {
  let endpoint: TestEndpoint;
  let now = new Date('2026-01-05T07:05:00Z');

  before(async () => {
    endpoint = await TestEndpoint.open({ storage: await storage(), now: () => now });
  });
  after(() => endpoint.close());

  /** A request of main-user's, or another customer's. */
  async function sent(
    changes: Partial<SupportRequest> = {},
    as: 'main-user' | 'other-tenant' = 'main-user',
  ): Promise<{ id: string }> {
    const id = randomUUID();
    await endpoint.get(submitRequest, { as, params: { id }, body: sampleRequest(changes) });
    return { id };
  }

  const seen = (params: { id: string }): Promise<RequestDetails> =>
    endpoint.get(getRequest, { as: 'main-user', params });
  const answer = (params: { id: string }, body: object, messageId = randomUUID()) =>
    endpoint.ask(putStaffMessage, { as: 'agent', params: { ...params, messageId }, body });
  const reply = (params: { id: string }, body: object) =>
    endpoint.ask(putMessage, {
      as: 'main-user',
      params: { ...params, messageId: randomUUID() },
      body,
    });
  const change = (params: { id: string }, body: object) =>
    endpoint.get(changeStaffRequest, { as: 'agent', params, body });

  describe('reading', () => {
    it('shows the requests of all customers, newest first, with who sent them and for whom', async () => {
      const first = await sent({ summary: 'ensimmäinen' });
      const second = await sent({ summary: 'toinen' }, 'other-tenant');
      const { items } = await endpoint.get(listStaffRequests, { as: 'agent' });
      assert.deepEqual(
        items.slice(0, 2).map(({ id, tenant, sender }) => [id, tenant, sender]),
        [
          [second.id, 'tenant-2', 'Olli Öhman'],
          [first.id, 'tenant-1', 'Maija Mäkelä'],
        ],
      );
    });

    it('shows those of one customer, and those that stand at one status', async () => {
      const request = await sent();
      await change(request, { status: 'resolved' });
      const { items } = await endpoint.get(listStaffRequests, {
        as: 'developer',
        query: { tenant: 'tenant-1', status: 'resolved' },
      });
      assert.deepEqual(
        items.map(({ id }) => id),
        [request.id],
      );
      const others = await endpoint.get(listStaffRequests, {
        as: 'developer',
        query: { tenant: 'tenant-2', status: 'resolved' },
      });
      assert.deepEqual(others.items, []);
    });

    it('shows open critical ones by themselves, whatever came after them, and the companies by their names', async () => {
      const critical = await sent({ critical: true, companyNumbers: ['1234', '999999'] });
      const resolved = await sent({ critical: true });
      await change(resolved, { status: 'resolved' });
      await sent();
      const { items } = await endpoint.get(listStaffRequests, {
        as: 'agent',
        query: { critical: 'open' },
      });
      assert.deepEqual(
        items.map(({ id, critical: isCritical }) => [id, isCritical]),
        [[critical.id, true]],
      );
      const { companies } = await endpoint.get(getStaffRequest, { as: 'agent', params: critical });
      assert.deepEqual(companies, [{ number: '1234', name: 'Kahvila Kulma Oy' }]);
    });

    it('goes on page by page until the last', async () => {
      for (let count = 0; count < 30; count += 1) await sent({}, 'other-tenant');
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await endpoint.get(listStaffRequests, {
          as: 'agent',
          query: { tenant: 'tenant-2', ...(cursor && { cursor }) },
        });
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor);
      assert.equal(new Set(ids).size, ids.length);
      assert.ok(ids.length >= 30);
    });

    it('shows one whole, with what was confirmed beforehand: the name and the time are the endpoint’s', async () => {
      const { chargeableWork: offered } = await endpoint.get(getService, {
        query: { language: 'fi' },
      });
      const given = {
        ...(offered ?? assert.fail('Nothing is offered')),
        name: 'Joku muu',
        confirmedAt: '2020-01-01T00:00:00Z',
      };
      const id = randomUUID();
      const body = sampleRequest({ chargeableWork: given, diagnostics: 'F-4711' });
      const put = (changes: Partial<SupportRequest> = {}) =>
        endpoint.ask(submitRequest, {
          as: 'main-user',
          params: { id },
          body: { ...body, ...changes },
        });
      assert.deepEqual([(await put()).status, (await put()).status], [201, 200]);
      assert.equal((await put({ description: 'Muuta' })).status, 409);
      const read = await seen({ id });
      assert.deepEqual(read.chargeableWork, {
        ...given,
        name: 'Maija Mäkelä',
        confirmedAt: now.toISOString(),
      });
      const { tenant } = await endpoint.get(getStaffRequest, { as: 'agent', params: { id } });
      assert.equal(tenant, 'tenant-1');
    });

    it('takes no other text or version as a confirmation than the profile’s', async () => {
      const { chargeableWork: offered } = await endpoint.get(getService, {
        query: { language: 'sv' },
      });
      const confirmed = {
        ...(offered ?? assert.fail('Nothing is offered')),
        name: 'Maija Mäkelä',
        confirmedAt: '2026-01-05T07:00:00Z',
      };
      const put = (changes: object) =>
        endpoint.ask(submitRequest, {
          as: 'main-user',
          params: { id: randomUUID() },
          body: sampleRequest({ chargeableWork: { ...confirmed, ...changes } }),
        });
      for (const changes of [{ text: 'En maksa mitään.' }, { version: '2020-01' }])
        assert.deepEqual(problemOf(await put(changes)).errors, [
          { pointer: '/chargeableWork', code: 'notAllowed' },
        ]);
      assert.equal((await put({})).status, 201);
    });

    it('shows one whole, with every field', async () => {
      const body = sampleRequest({ diagnostics: 'F-4711' });
      const request = await sent(body);
      const { tenant, ...details } = await endpoint.get(getStaffRequest, {
        as: 'agent',
        params: request,
      });
      const { language: _, ...content } = body;
      assert.equal(tenant, 'tenant-1');
      assert.deepEqual({ ...details, ...content }, details);
    });

    it('says that there is none where there is none', async () => {
      const asked = await endpoint.ask(getStaffRequest, {
        as: 'agent',
        params: { id: randomUUID() },
      });
      assert.equal(problemOf(asked).code, 'notFound');
    });
  });

  describe('a change', () => {
    it('of the status appears at the customer, in their language, with who made it', async () => {
      const request = await sent();
      now = new Date(now.getTime() + 1000);
      await change(request, { status: 'inProgress' });
      const { status, statusLabel, updatedAt, timeline } = await endpoint.get(getRequest, {
        as: 'main-user',
        params: request,
        query: { language: 'en' },
      });
      assert.deepEqual(
        [status, statusLabel, updatedAt],
        ['inProgress', 'In progress', now.toISOString()],
      );
      assert.deepEqual(
        timeline.map(({ kind, text, author }) => ({ kind, text, author })),
        [{ kind: 'status', text: 'In progress', author: { name: 'Laura Niemi', side: 'support' } }],
      );
    });

    it('to what it is already changes nothing', async () => {
      const request = await sent();
      await change(request, { status: 'inProgress' });
      const before = await seen(request);
      now = new Date(now.getTime() + 1000);
      await change(request, { status: 'inProgress' });
      assert.deepEqual(await seen(request), before);
    });

    it("gives the HelpDesk's own number, which the customer sees beside ours", async () => {
      const request = await sent();
      await change(request, { helpDeskNumber: 'HD-77123' });
      const { number, helpDeskNumber, timeline } = await seen(request);
      assert.match(number ?? '', /^FIV-/);
      assert.equal(helpDeskNumber, 'HD-77123');
      assert.deepEqual(timeline, []);
    });

    it('changes the ETag of the request and of the list, and nothing else does', async () => {
      const request = await sent();
      const tags = async () => {
        const one = await endpoint.ask(getRequest, { as: 'main-user', params: request });
        const list = await endpoint.ask(listRequests, { as: 'main-user' });
        return [one, list].map(({ headers }) => headers.get('ETag') ?? '');
      };
      const before = await tags();
      assert.deepEqual(await tags(), before);
      const known = await endpoint.ask(listRequests, {
        as: 'main-user',
        headers: { 'If-None-Match': before[1] ?? '' },
      });
      assert.equal(known.status, 304);
      await change(request, { status: 'closed' });
      const changed = await tags();
      assert.ok(changed.every((tag, index) => tag !== before[index]));
    });

    it('to a status that there is not is refused', async () => {
      const refused = await endpoint.ask(changeStaffRequest, {
        as: 'agent',
        params: await sent(),
        body: { status: 'lost' },
      });
      assert.equal(problemOf(refused).code, 'validation');
    });
  });

  describe('an answer', () => {
    it('appears in the timeline of the customer, once however often it is sent', async () => {
      const request = await sent();
      const messageId = randomUUID();
      const body = { text: 'Avaa kausi kohdassa Perustiedot | Tilikaudet.', attachments: [] };
      const statuses = [
        await answer(request, body, messageId),
        await answer(request, body, messageId),
      ].map(({ status }) => status);
      assert.deepEqual(statuses, [201, 200]);
      const { timeline } = await seen(request);
      assert.deepEqual(
        timeline.map(({ kind, text, author: { side } }) => [kind, text, side]),
        [['message', body.text, 'support']],
      );
    });

    it('is never overwritten by other content, nor by the same words as a proposal', async () => {
      const request = await sent();
      const messageId = randomUUID();
      await answer(request, { text: 'Ensin näin.', attachments: [] }, messageId);
      const others = [
        { text: 'Sitten noin.' },
        { text: 'Ensin näin.', kind: 'chargeableProposal' },
      ];
      for (const other of others) {
        assert.equal(
          problemOf(await answer(request, { attachments: [], ...other }, messageId)).code,
          'conflict',
        );
      }
    });

    it('needs words or a file, and a proposal needs words', async () => {
      const request = await sent();
      for (const kind of ['message', 'chargeableProposal']) {
        const { errors } = problemOf(await answer(request, { kind, text: ' ', attachments: [] }));
        assert.deepEqual(errors, [{ pointer: '/text', code: 'required' }]);
      }
    });

    it('brings a file that the customer of the request reads byte for byte, and nobody else', async () => {
      const request = await sent();
      const attachmentId = randomUUID();
      const picture = png(4, 4);
      await endpoint.get(putStaffAttachment, {
        as: 'agent',
        params: { ...request, attachmentId },
        ...upload(picture),
      });
      assert.equal(
        (await answer(request, { text: '', attachments: [{ id: attachmentId, name: 'ohje.png' }] }))
          .status,
        201,
      );
      const read = (as: 'main-user' | 'other-tenant' | 'accountant') =>
        endpoint.ask(getAttachment, { as, params: { id: attachmentId } });
      assert.deepEqual((await read('main-user')).bytes, new Uint8Array(picture));
      for (const stranger of ['other-tenant', 'accountant'] as const)
        assert.equal((await read(stranger)).status, 404);
    });

    it('brings no file of a customer or of a colleague, and none that was uploaded for another customer', async () => {
      const request = await sent();
      const foreign = await sent({}, 'other-tenant');
      const [customers, colleagues, elsewhere] = [randomUUID(), randomUUID(), randomUUID()];
      await endpoint.get(putAttachment, {
        as: 'main-user',
        params: { id: customers },
        ...upload(png(2, 2)),
      });
      await endpoint.get(putStaffAttachment, {
        as: 'developer',
        params: { ...request, attachmentId: colleagues },
        ...upload(png(2, 2)),
      });
      await endpoint.get(putStaffAttachment, {
        as: 'agent',
        params: { ...foreign, attachmentId: elsewhere },
        ...upload(png(2, 2)),
      });
      for (const id of [customers, colleagues, elsewhere]) {
        const { errors } = problemOf(
          await answer(request, { text: 'x', attachments: [{ id, name: 'a.png' }] }),
        );
        assert.deepEqual(errors, [{ pointer: '/attachments/0/id', code: 'notFound' }]);
      }
    });
  });

  describe('a file', () => {
    it('of a request is read by staff byte for byte', async () => {
      const id = randomUUID();
      const picture = png(5, 5);
      await endpoint.get(putAttachment, { as: 'main-user', params: { id }, ...upload(picture) });
      await sent({ attachments: [{ id, name: 'tilikaudet.png' }] });
      const read = await endpoint.ask(getStaffAttachment, { as: 'agent', params: { id } });
      assert.deepEqual(read.bytes, new Uint8Array(picture));
      assert.match(read.headers.get('Content-Disposition') ?? '', /^attachment;/);
    });

    it('that can do more than be read says so before it is opened, also where that is packed or written in numbers', async () => {
      const packed = deflateSync('7 0 << /S /J#61vaScript /JS (app.alert(1)) >>').toString(
        'latin1',
      );
      const pdf = (inside: string) =>
        Buffer.from(`%PDF-1.7\n1 0 obj\n${inside}\nendobj\ntrailer\n<<>>\n%%EOF\n`, 'latin1');
      const documents = {
        plain: pdf('<< /Type /Catalog /OpenAction [3 0 R /Fit] >>'),
        launch: pdf('<< /S /La#75nch /F (cmd.exe) >>'),
        javaScript: pdf(
          `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
        ),
        embeddedFiles: pdf('<< /Names << /EmbeddedFiles 4 0 R >> >>'),
        unreadable: pdf('<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nxx\nendstream'),
      };
      const attachments = Object.keys(documents).map((name) => ({
        id: randomUUID(),
        name: `${name}.pdf`,
      }));
      for (const [index, content] of Object.values(documents).entries())
        await endpoint.get(putAttachment, {
          as: 'main-user',
          params: { id: attachments[index]?.id ?? '' },
          ...upload(content, 'application/pdf'),
        });
      const request = await sent({ attachments });
      const told = await endpoint.get(getStaffRequest, { as: 'agent', params: request });
      assert.deepEqual(
        told.attachments.map(({ name, activeContent }) => [name, activeContent]),
        Object.keys(documents).map((name) => [
          `${name}.pdf`,
          name === 'plain' ? undefined : [name],
        ]),
      );
    });

    it('that belongs to no request looks to staff exactly like one that never was', async () => {
      const id = randomUUID();
      await endpoint.get(putAttachment, { as: 'main-user', params: { id }, ...upload(png(2, 2)) });
      const unbound = await endpoint.ask(getStaffAttachment, { as: 'agent', params: { id } });
      const never = await endpoint.ask(getStaffAttachment, {
        as: 'agent',
        params: { id: randomUUID() },
      });
      assert.equal(unbound.status, 404);
      assert.deepEqual(unbound.bytes, never.bytes);
    });
  });

  describe('what waits for the customer', () => {
    it('goes on when they reply', async () => {
      for (const status of ['waitingForCustomer', 'resolved', 'closed'] as const) {
        const request = await sent();
        await change(request, { status });
        await reply(request, { text: 'Tässä vielä tieto.', attachments: [] });
        assert.equal((await seen(request)).status, 'inProgress', status);
      }
    });

    it('stays where it is when somebody only adds something', async () => {
      for (const status of ['received', 'inProgress'] as const) {
        const request = await sent();
        await change(request, { status });
        await reply(request, { text: 'Tarkennan vielä.', attachments: [] });
        assert.equal((await seen(request)).status, status);
      }
    });

    it('for chargeable work goes on when they confirm: the words, who and when stay in the timeline [guide 1.1]', async () => {
      const request = await sent();
      const proposalId = randomUUID();
      await answer(
        request,
        { kind: 'chargeableProposal', text: proposal, attachments: [] },
        proposalId,
      );
      assert.equal((await seen(request)).status, 'awaitingConfirmation');
      await reply(request, { text: 'Kuinka kauan se kestää?', attachments: [] });
      assert.equal((await seen(request)).status, 'awaitingConfirmation');

      await reply(request, { text: 'Vahvistan.', attachments: [], confirms: proposalId });
      const { status, timeline } = await seen(request);
      assert.equal(status, 'inProgress');
      const [proposed, , confirmed] = timeline;
      assert.deepEqual(
        [proposed?.id, proposed?.kind, proposed?.text],
        [proposalId, 'chargeableProposal', proposal],
      );
      assert.deepEqual(
        [confirmed?.confirms, confirmed?.author.name, confirmed?.at],
        [proposalId, 'Maija Mäkelä', now.toISOString()],
      );
    });

    it('for chargeable work goes on when they decline, and why stays in the timeline', async () => {
      const request = await sent();
      const [first, second] = [randomUUID(), randomUUID()];
      await answer(request, { kind: 'chargeableProposal', text: proposal, attachments: [] }, first);
      const declined = { text: 'Teemme sen itse.', attachments: [], declines: first };
      const both = await reply(request, { ...declined, confirms: first });
      assert.deepEqual(problemOf(both).errors, [{ pointer: '/declines', code: 'notAllowed' }]);
      assert.equal((await reply(request, declined)).status, 201);
      const { status, timeline } = await seen(request);
      assert.deepEqual(
        [status, timeline.at(-1)?.declines, timeline.at(-1)?.text],
        ['inProgress', first, 'Teemme sen itse.'],
      );
      const again = await reply(request, { text: '', attachments: [], confirms: first });
      assert.deepEqual(problemOf(again).errors, [{ pointer: '/confirms', code: 'notAllowed' }]);
      await answer(
        request,
        { kind: 'chargeableProposal', text: proposal, attachments: [] },
        second,
      );
      assert.equal((await reply(request, { ...declined, text: '', declines: second })).status, 201);
    });

    it('for chargeable work is answered by the latest proposal alone', async () => {
      const request = await sent();
      const [older, latest] = [randomUUID(), randomUUID()];
      for (const id of [older, latest])
        await answer(request, { kind: 'chargeableProposal', text: proposal, attachments: [] }, id);
      for (const field of ['confirms', 'declines']) {
        const refused = await reply(request, { text: '', attachments: [], [field]: older });
        assert.deepEqual(problemOf(refused).errors, [{ pointer: `/${field}`, code: 'notAllowed' }]);
      }
      const { status, timeline } = await seen(request);
      assert.equal(status, 'awaitingConfirmation');
      assert.equal(timeline.filter(({ kind }) => kind === 'message').length, 0);
      await reply(request, { text: '', attachments: [], confirms: latest });
      assert.equal((await seen(request)).status, 'inProgress');
    });
  });
});
