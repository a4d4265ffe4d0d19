import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  getRequest,
  listRequests,
  submitRequest,
  type Language,
} from '../../src/contract/index.js';
import { onEachDatabase } from './tools/databases.js';
import { sampleRequest } from './tools/samples.js';
import { problemOf, TestEndpoint } from './tools/test-endpoint.js';

onEachDatabase('Sending and following', (storage) => {
  let endpoint: TestEndpoint;
  let now = new Date('2026-01-05T07:05:00Z');

  before(async () => {
    endpoint = await TestEndpoint.open({ storage: await storage(), now: () => now });
  });
  after(() => endpoint.close());

  describe('a support request', () => {
    const submit = (
      id: string,
      body = sampleRequest(),
      as: 'main-user' | 'other-tenant' = 'main-user',
    ) => endpoint.ask(submitRequest, { as, params: { id }, body });

    it('is received with a number, its subject and what happens next', async () => {
      const id = randomUUID();
      const receipt = await endpoint.get(submitRequest, {
        as: 'main-user',
        params: { id },
        body: sampleRequest(),
      });
      assert.match(receipt.number ?? '', /^FIV-2026-\d{4}$/);
      assert.deepEqual(receipt, {
        id,
        number: receipt.number,
        subject: 'Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu',
        status: 'received',
        statusLabel: 'Vastaanotettu',
        createdAt: '2026-01-05T07:05:00.000Z',
        nextStep: 'Asiakaspalvelu on nyt auki ja käsittelee tukipyynnöt saapumisjärjestyksessä.',
      });
    });

    it('starts its subject with "kiireellinen" when it is critical, in every language [guide 1.2.4]', async () => {
      for (const language of ['fi', 'en', 'sv'] as const) {
        const body = sampleRequest({ critical: true, language });
        const receipt = await endpoint.get(submitRequest, {
          as: 'main-user',
          params: { id: randomUUID() },
          body,
        });
        assert.equal(
          receipt.subject,
          'kiireellinen Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu',
        );
      }
    });

    it('says of a critical one that it is urgent, and that calling is quickest while the telephone is answered', async () => {
      const nextStep = async () =>
        (
          await endpoint.get(submitRequest, {
            as: 'main-user',
            params: { id: randomUUID() },
            body: sampleRequest({ critical: true }),
          })
        ).nextStep;
      assert.equal(
        await nextStep(),
        'Tukipyyntö on merkitty kiireelliseksi. Puhelinpalvelu on nyt auki: nopeimmin saat apua soittamalla 0107 562 170.',
      );
      now = new Date('2026-01-05T14:00:00Z');
      assert.equal(
        await nextStep(),
        'Tukipyyntö on merkitty kiireelliseksi. Käsittely alkaa, kun asiakaspalvelu avautuu keskiviikkona 7.1. klo 9.',
      );
    });

    it('says in the language asked for when the handling begins', async () => {
      now = new Date('2026-01-05T14:00:00Z');
      const id = randomUUID();
      await submit(id);
      const sentence = async (language: Language) =>
        (await endpoint.get(getRequest, { as: 'main-user', params: { id }, query: { language } }))
          .nextStep;
      assert.equal(
        await sentence('fi'),
        'Käsittely alkaa, kun asiakaspalvelu avautuu keskiviikkona 7.1. klo 9.',
      );
      assert.equal(
        await sentence('en'),
        'Customer service will handle your request when it opens on Wednesday 7 January at 09:00.',
      );
      assert.equal(
        await sentence('sv'),
        'Behandlingen börjar när kundtjänsten öppnar onsdag 7 januari kl. 9.',
      );
    });

    it('sent again with the same content is the same request', async () => {
      const id = randomUUID();
      const first = await submit(id);
      const reordered = Object.fromEntries(Object.entries(sampleRequest()).reverse());
      const again = await endpoint.ask(submitRequest, {
        as: 'main-user',
        params: { id: id.toUpperCase() },
        body: { ...reordered, summary: '  tilikauden avaaminen ei onnistu ', unheardOf: true },
      });
      assert.deepEqual([first.status, again.status], [201, 200]);
      assert.equal(again.text, first.text);
    });

    it('is never overwritten by other content', async () => {
      const id = randomUUID();
      await submit(id);
      const other = await submit(id, sampleRequest({ description: 'Jotain muuta' }));
      assert.equal(problemOf(other).code, 'conflict');
      const kept = await endpoint.get(getRequest, { as: 'main-user', params: { id } });
      assert.equal(kept.description, sampleRequest().description);
    });

    it('sent fifty times at once is one request with one number', async () => {
      const id = randomUUID();
      const answers = await Promise.all(Array.from({ length: 50 }, () => submit(id)));
      const statuses = answers.map(({ status }) => status).sort();
      assert.deepEqual(statuses, [...Array<number>(49).fill(200), 201]);
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
      const { items } = await endpoint.get(listRequests, { as: 'main-user' });
      assert.equal(items.filter((item) => item.id === id).length, 1);
    });

    it('of another tenant with the same id is a request of its own', async () => {
      const id = randomUUID();
      const mine = await submit(id);
      const theirs = await submit(
        id,
        sampleRequest({ summary: 'jotain aivan muuta' }),
        'other-tenant',
      );
      assert.deepEqual([mine.status, theirs.status], [201, 201]);
      const kept = await endpoint.get(getRequest, { as: 'main-user', params: { id } });
      assert.equal(kept.summary, sampleRequest().summary);
    });

    it('of somebody else looks exactly like one that never was', async () => {
      const id = randomUUID();
      await submit(id);
      for (const as of ['other-tenant', 'accountant'] as const) {
        const foreign = await endpoint.ask(getRequest, { as, params: { id } });
        const never = await endpoint.ask(getRequest, { as, params: { id: randomUUID() } });
        assert.equal(foreign.status, 404);
        assert.deepEqual(foreign.bytes, never.bytes);
      }
    });

    it('is read back whole', async () => {
      const id = randomUUID();
      const body = sampleRequest({
        about: 'report',
        report: { name: 'Tase', criteria: '1–12/2025' },
        diagnostics: 'F-4711\n  kohdassa x',
        neededBy: '2026-01-09T10:00:00Z',
      });
      await submit(id, body);
      const details = await endpoint.get(getRequest, { as: 'main-user', params: { id } });
      const { language: _, ...sent } = body;
      assert.deepEqual({ ...details, ...sent }, details);
      assert.deepEqual(details.timeline, []);
    });

    it('needs only company numbers when it is the same as a known incident', async () => {
      const body = sampleRequest({
        relatedIncident: 'incident-1',
        userIds: [],
        description: '',
        contact: { company: '', name: '', phone: '', email: '' },
      });
      assert.equal((await submit(randomUUID(), body)).status, 201);
      const without = await submit(randomUUID(), { ...body, companyNumbers: [] });
      assert.deepEqual(problemOf(without).errors, [
        { pointer: '/companyNumbers', code: 'required' },
      ]);
    });

    it('is refused with every wrong field named', async () => {
      const body = sampleRequest({
        userIds: ['maija mäkelä'],
        companyNumbers: ['12a'],
        description: '',
        contact: { company: 'x', name: 'y', phone: 'z', email: 'ö' },
      });
      const { code, errors = [] } = problemOf(await submit(randomUUID(), body));
      assert.equal(code, 'validation');
      assert.deepEqual(errors.map(({ pointer }) => pointer).sort(), [
        '/companyNumbers/0',
        '/contact/email',
        '/contact/phone',
        '/description',
        '/userIds/0',
      ]);
    });

    it('with an id that is no UUID is refused', async () => {
      const { errors } = problemOf(await submit('1'));
      assert.deepEqual(errors, [{ pointer: '#path/id', code: 'format' }]);
    });
  });

  describe('the list of requests', () => {
    const ids = Array.from({ length: 60 }, (): string => randomUUID());

    before(async () => {
      for (const id of ids)
        await endpoint.ask(submitRequest, {
          as: 'other-tenant',
          params: { id },
          body: sampleRequest(),
        });
    });

    async function all(query: Record<string, string>) {
      const found = [];
      let cursor: string | undefined;
      do {
        const page = await endpoint.get(listRequests, {
          as: 'other-tenant',
          query: { ...query, ...(cursor !== undefined && { cursor }) },
        });
        assert.ok(page.items.length <= 25);
        found.push(...page.items);
        cursor = page.next;
      } while (cursor !== undefined);
      return found;
    }

    it('gives page after page, newest first, none twice', async () => {
      const found = (await all({})).map(({ id }) => id);
      assert.deepEqual(found.slice(0, ids.length), ids.toReversed());
      assert.equal(new Set(found).size, found.length);
    });

    it('can be filtered by status', async () => {
      assert.deepEqual(await all({ status: 'received' }), await all({}));
      assert.deepEqual(await all({ status: 'closed' }), []);
    });

    it("is the company's only for who may see that", async () => {
      assert.deepEqual(await all({ scope: 'company' }), await all({}));
      const refused = await endpoint.ask(listRequests, {
        as: 'accountant',
        query: { scope: 'company' },
      });
      assert.equal(problemOf(refused).code, 'forbidden');
      const own = await endpoint.get(listRequests, { as: 'accountant', query: {} });
      assert.deepEqual(own.items, []);
    });

    it('holds nothing of another tenant', async () => {
      for (const scope of ['own', 'company']) {
        const { items } = await endpoint.get(listRequests, { as: 'main-user', query: { scope } });
        assert.ok(items.length > 0 && !items.some(({ id }) => ids.includes(id)));
      }
    });

    it('refuses a cursor that it never gave', async () => {
      for (const cursor of ['x', '-1', '1e9', '99999999999999999999', "1' or 1=1"]) {
        const { errors } = problemOf(
          await endpoint.ask(listRequests, { as: 'other-tenant', query: { cursor } }),
        );
        assert.deepEqual(errors, [{ pointer: '#query/cursor', code: 'format' }]);
      }
    });

    it('refuses a language that it does not speak', async () => {
      const { errors } = problemOf(
        await endpoint.ask(listRequests, { as: 'other-tenant', query: { language: 'de' } }),
      );
      assert.deepEqual(errors, [{ pointer: '#query/language', code: 'format' }]);
    });

    it('answers an unchanged request with 304, and a changed one anew', async () => {
      const asked = { as: 'other-tenant', params: { id: ids[0] ?? '' } } as const;
      const { headers } = await endpoint.ask(getRequest, asked);
      const tag = headers.get('ETag') ?? '';
      const again = await endpoint.ask(getRequest, {
        ...asked,
        headers: { 'If-None-Match': `"x", ${tag}` },
      });
      assert.deepEqual([again.status, again.text, again.headers.get('ETag')], [304, '', tag]);
      assert.equal(again.headers.get('Cache-Control'), 'no-store');
      const swedish = await endpoint.ask(getRequest, {
        ...asked,
        query: { language: 'sv' },
        headers: { 'If-None-Match': tag },
      });
      assert.equal(swedish.status, 200);
    });
  });
});
