import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod/mini';
import {
  getMe,
  getService,
  listCompanies,
  operations,
  type Operation,
} from '../../src/contract/index.js';
import { onOneDatabase } from './tools/databases.js';
import { problemOf, TestEndpoint } from './tools/test-endpoint.js';

onOneDatabase('A person', (storage) => {
  let endpoint: TestEndpoint;

  before(async () => {
    endpoint = await TestEndpoint.open({ storage: await storage() });
  });
  after(() => endpoint.close());

  it('learns who they are, what they may do and whom to turn to', async () => {
    const maija = { name: 'Maija Mäkelä', email: 'maija.makela@ayras.fi' };
    assert.deepEqual(await endpoint.get(getMe, { as: 'main-user' }), {
      id: 'main-user',
      tenant: 'tenant-1',
      ...maija,
      phone: '040 123 4567',
      company: { number: '1001', name: 'Tilitoimisto Äyräs Oy' },
      userIds: ['ayras-maija'],
      companyCount: 42,
      permissions: [
        'submitRequests',
        'grantAdvisoryAccess',
        'viewCompanyRequests',
        'manageSettings',
      ],
      helpDeskAccount: 'yes',
      mainUsers: [maija],
      granters: [{ name: 'Kaisa Korhonen', email: 'kaisa.korhonen@ayras.fi' }, maija],
    });
    const accountant = await endpoint.get(getMe, { as: 'accountant' });
    assert.deepEqual(
      [accountant.name, accountant.permissions, accountant.mainUsers],
      ['Aino Virtanen', [], [maija]],
    );
  });

  it('finds a company by its number or its name, whatever the case', async () => {
    const find = async (q: string) =>
      (await endpoint.get(listCompanies, { as: 'accountant', query: { q } })).items.map(
        ({ name }) => name,
      );
    assert.deepEqual(await find('1234'), ['Kahvila Kulma Oy']);
    assert.deepEqual(await find('äÄnekosken'), ['Äänekosken Sähkö Ky']);
    assert.deepEqual(await find(' ÖHMAN '), ['Rakennus Öhman Oy']);
    for (const encoded of ['o\u0308hman', 'rakennus\u00a0öhman', '\u200böhman'])
      assert.deepEqual(await find(encoded), ['Rakennus Öhman Oy'], JSON.stringify(encoded));
    assert.deepEqual(await find('ei ole'), []);
  });

  it('sees the companies of their own office only', async () => {
    const names = async (as: 'main-user' | 'other-tenant') =>
      (await endpoint.get(listCompanies, { as })).items.map(({ name }) => name);
    assert.equal((await names('main-user')).length, 42);
    assert.equal((await names('other-tenant')).length, 3);
    assert.deepEqual((await names('main-user')).slice(0, 3), [
      'Kahvila Kulma Oy',
      'Äänekosken Sähkö Ky',
      'Rakennus Öhman Oy',
    ]);
  });
});

describe('The endpoint', () => {
  let endpoint: TestEndpoint;

  before(async () => {
    endpoint = await TestEndpoint.open();
  });
  after(() => endpoint.close());

  it('says without sign-in what it offers, in three languages', async () => {
    const texts = await Promise.all(
      ['fi', 'en', 'sv'].map(async (language) =>
        (await endpoint.get(getService, { query: { language } })).chargeableWork?.text.slice(0, 12),
      ),
    );
    assert.deepEqual(texts, ['Vahvistan, e', 'I confirm th', 'Jag bekräfta']);
    const { contract, capabilities, products, contact } = await endpoint.get(getService, {});
    assert.deepEqual(
      [contract, capabilities],
      [
        1,
        [
          'me',
          'companies',
          'incidents',
          'articles',
          'attachments',
          'follow',
          'advisoryAccess',
          'advisoryReceipts',
          'advisoryNotices',
          'advisorySettings',
          'remoteSupport',
        ],
      ],
    );
    assert.equal(products[0]?.applications.length, 16);
    assert.ok(products[0]?.applications.every(({ id }) => /^[a-z-]+$/.test(id)));
    assert.deepEqual([contact.phone, contact.email], ['0107 562 170', 'asiakaspalvelu@visma.com']);
  });

  it('answers an unchanged profile with 304', async () => {
    const { headers } = await endpoint.ask(getService, {});
    const tag = headers.get('ETag') ?? '';
    for (const known of [tag, tag.replace('W/', ''), tag.replace(/"$/, '-gzip"'), '*']) {
      assert.equal(
        (await endpoint.ask(getService, { headers: { 'If-None-Match': known } })).status,
        304,
      );
    }
    assert.equal(
      (await endpoint.ask(getService, { headers: { 'If-None-Match': '"other"' } })).status,
      200,
    );
  });

  it('describes every operation in OpenAPI, below its own address', async () => {
    const { text } = await endpoint.fetch('/openapi.json');
    const described = z.object({
      openapi: z.string(),
      servers: z.array(z.object({ url: z.string() })),
      paths: z.record(
        z.string(),
        z.record(
          z.string(),
          z.object({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) }),
        ),
      ),
      components: z.object({
        schemas: z.record(z.string(), z.unknown()),
        securitySchemes: z.unknown(),
      }),
    });
    const { openapi, servers, paths, components } = z.parse(described, JSON.parse(text));
    assert.match(openapi, /^3\.1/);
    assert.deepEqual(servers, [{ url: '/api/support' }]);
    for (const row of Object.values<Operation>(operations)) {
      const found = paths[row.path]?.[row.method.toLowerCase()];
      assert.equal(found?.operationId, row.name);
      assert.ok(row.statuses.every((status) => String(status) in found.responses));
    }
    for (const [, reference = ''] of text.matchAll(/"\$ref":"([^"]+)"/g))
      assert.ok(reference.replace('#/components/schemas/', '') in components.schemas, reference);
  });

  it('answers with a problem where there is nothing', async () => {
    for (const path of ['/nothing', '/', '/support-requests/a/b/c']) {
      const answer = await endpoint.fetch(path);
      assert.equal(problemOf(answer).code, 'notFound');
      assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
    }
  });

  it('protects every answer by its headers', async () => {
    const answers = [
      await endpoint.fetch('/service'),
      await endpoint.fetch('/me'),
      await endpoint.fetch('/nothing'),
      await endpoint.ask(getMe, { as: 'main-user' }),
    ];
    for (const proto of ['https', 'HTTPS, http'])
      assert.match(
        (await endpoint.fetch('/service', { headers: { 'X-Forwarded-Proto': proto } })).headers.get(
          'Strict-Transport-Security',
        ) ?? '',
        /^max-age=\d{8}/,
      );
    for (const { headers } of answers) {
      assert.equal(headers.get('Strict-Transport-Security'), null);
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
      assert.match(headers.get('Content-Security-Policy') ?? '', /^default-src 'none'/);
    }
    assert.deepEqual(
      answers.map(({ headers }) => headers.get('Cache-Control')),
      ['private, no-cache', 'no-store', 'no-store', 'no-store'],
    );
  });

  it('gives a demo token to nobody that it does not know', async () => {
    for (const user of ['root', '__proto__', 1, null]) {
      const answer = await endpoint.fetch('/demo/token', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ user }),
      });
      assert.equal(problemOf(answer).code, 'validation');
    }
  });
});
