import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import {
  askAdvisoryAccess,
  getAttachment,
  getMe,
  getRequest,
  listRequests,
  putAttachment,
  putMessage,
  submitRequest,
} from '../../src/contract/index.js';
import { sampleAsk } from './tools/advisory.js';
import { newKey, OidcProvider } from './tools/oidc-provider.js';
import { png } from './tools/pictures.js';
import { sampleRequest, upload } from './tools/samples.js';
import { problemOf, TestEndpoint } from './tools/test-endpoint.js';

const maija = {
  sub: 'maija',
  tenant: 'ayras',
  roles: ['mainUser'],
  name: 'Maija Mäkelä',
  email: 'maija@ayras.fi',
};

describe("Somebody with an OpenID provider's token", () => {
  let provider: OidcProvider;
  let endpoint: TestEndpoint;

  before(async () => {
    provider = await OidcProvider.start();
    endpoint = await TestEndpoint.open({
      signIn: provider.signIn,
    });
  });
  after(async () => {
    await endpoint.close();
    await provider.stop();
  });

  const ask = async (claims: object, changes?: Parameters<OidcProvider['token']>[1]) =>
    endpoint.ask(getMe, { as: { token: await provider.token({ ...maija, ...claims }, changes) } });

  it('is told to come back later while the provider is out of reach', async () => {
    for (const failure of [
      { status: 500, body: 'no' },
      { status: 200, body: '<html>' },
      {
        status: 200,
        body: '{"issuer":"https://other.example","jwks_uri":"https://other.example"}',
      },
    ]) {
      provider.failure = failure;
      const answer = await ask({});
      assert.deepEqual(
        [problemOf(answer).code, answer.headers.get('Retry-After')],
        ['unavailable', '5'],
      );
    }
    provider.failure = undefined;
    assert.equal((await ask({})).status, 200);
  });

  it('is who the token says, with what their roles bring', async () => {
    const all = [
      'primaryContact',
      'advisoryAccessGranter',
      'companyRequestsViewer',
      'settingsManager',
      'unheardOf',
    ];
    const me = await endpoint.get(getMe, {
      as: { token: await provider.token({ ...maija, roles: all }) },
    });
    assert.deepEqual(
      [me.id, me.tenant, me.name, me.email, me.helpDeskAccount],
      ['maija', 'ayras', 'Maija Mäkelä', 'maija@ayras.fi', 'unknown'],
    );
    assert.deepEqual(me.permissions, [
      'submitRequests',
      'grantAdvisoryAccess',
      'viewCompanyRequests',
      'manageSettings',
    ]);
  });

  it('is refused with a token for another audience, of another issuer, or past its time', async () => {
    for (const changes of [
      { aud: 'other' },
      { issuer: 'https://other.example' },
      { expires: '-1m' },
    ])
      assert.equal((await ask({}, changes)).status, 401);
  });

  it('is known where the token is for several audiences, ours among them', async () => {
    assert.equal((await ask({}, { aud: ['other', 'support'] })).status, 200);
    assert.equal((await ask({}, { aud: ['other', 'another'] })).status, 401);
    assert.equal((await ask({}, { aud: [] })).status, 401);
  });

  it('is refused without a tenant, or with claims of another kind', async () => {
    for (const claims of [
      { tenant: undefined },
      { tenant: '' },
      { tenant: 7 },
      { tenant: 'a\0b' },
      { sub: undefined },
      { sub: '' },
      { sub: 7 },
      { sub: ['maija'] },
      { sub: '\ud800' },
      { nbf: Math.floor(Date.now() / 1000) + 3600 },
      { nbf: '0' },
      { iat: 'yesterday' },
      { sub: 'x'.repeat(201) },
      { tenant: ['ayras', 'virta'] },
      { tenant: { ayras: true } },
      { roles: {} },
      { roles: 7 },
      { roles: { mainUser: false } },
    ]) {
      assert.equal((await ask(claims)).status, 401, JSON.stringify(claims));
    }
  });

  it('has their roles however the provider writes them', async () => {
    const forms: readonly (readonly [claims: object, permissions: readonly string[]])[] = [
      [{ roles: 'mainUser' }, ['submitRequests']],
      [{ roles: 'mainUser settingsManager' }, ['submitRequests', 'manageSettings']],
      [{ roles: 'settingsManager,mainUser' }, ['submitRequests', 'manageSettings']],
      [{ roles: ['mainUser', 7, null, { name: 'settingsManager' }] }, ['submitRequests']],
      [{ roles: undefined, realm_access: { roles: ['mainUser'] } }, ['submitRequests']],
      [{ roles: [], realm_access: { roles: ['mainUser'] } }, []],
      [{ roles: undefined }, []],
      [{ roles: null }, []],
      [{ roles: '' }, []],
    ];
    for (const [claims, permissions] of forms) {
      const as = { token: await provider.token({ ...maija, ...claims }) };
      const me = await endpoint.get(getMe, { as });
      assert.deepEqual(me.permissions, permissions, JSON.stringify(claims));
    }
    const nowhere = { roles: undefined, realm_access: { roles: 'customerService' } };
    assert.equal((await ask(nowhere)).status, 403, 'who is staff is no customer');
  });

  it('is not refused because of a name or an address of an odd form', async () => {
    for (const [claims, name, email] of [
      [{ name: null, email: null }, '', ''],
      [{ name: '', email: ['maija@ayras.fi'] }, '', ''],
      [
        { name: undefined, given_name: 'Maija', family_name: 'Mäkelä' },
        'Maija Mäkelä',
        maija.email,
      ],
      [{ tenant: ['ayras'] }, maija.name, maija.email],
    ] as const) {
      const as = { token: await provider.token({ ...maija, ...claims }) };
      const me = await endpoint.get(getMe, { as });
      assert.deepEqual([me.name, me.email, me.tenant], [name, email, 'ayras']);
    }
  });

  it('is staff and nothing else with a staff role', async () => {
    assert.equal((await ask({ roles: ['mainUser', 'customerService'] })).status, 403);
  });

  it('asks for advisory access from customer service or product development, and from nowhere else', async () => {
    const ask = async (claims: object) => {
      const token = await provider.token({ sub: 'laura', name: 'Laura Niemi', ...claims });
      return (
        await endpoint.ask(askAdvisoryAccess, {
          as: { token },
          params: { id: randomUUID() },
          body: sampleAsk({ tenant: 'ayras', until: '9999-12-31T00:00:00Z' }),
        })
      ).status;
    };
    for (const roles of [['customerService'], ['productDevelopment', 'unheardOf']])
      assert.equal(await ask({ roles }), 201);
    for (const roles of [['sales'], ['consultant', 'visma'], ['CustomerService'], []]) {
      assert.equal(await ask({ roles }), 401);
      assert.equal(await ask({ roles, tenant: 'visma' }), 403);
    }
  });

  it('has no demo sign-in', async () => {
    const answer = await endpoint.fetch('/demo/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"user":"main-user"}',
    });
    assert.equal(answer.status, 404);
  });
});

describe("Somebody with a token of a provider's other key", () => {
  let provider: OidcProvider;
  let endpoint: TestEndpoint;
  let moved = 0;

  beforeEach(async () => {
    moved = 0;
    provider = await OidcProvider.start();
    endpoint = await TestEndpoint.open({
      signIn: { ...provider.signIn, keysHours: 2 },
      now: () => new Date(Date.now() + moved),
    });
  });
  afterEach(async () => {
    await endpoint.close();
    await provider.stop();
  });

  const hours = (count: number) => count * 3_600_000;
  const asked = async (changes?: Parameters<OidcProvider['token']>[1]) => {
    const token = await provider.token(maija, { expires: '2d', ...changes });
    return (await endpoint.ask(getMe, { as: { token } })).status;
  };

  it('is known also where the token or the key does not say which key that is', async () => {
    const [named, nameless, foreign] = [await newKey('key-2'), await newKey(), await newKey()];
    provider.keys = [...provider.keys, named, nameless];
    for (const key of provider.keys)
      for (const kid of [key.jwk.kid, '']) assert.equal(await asked({ key, kid }), 200);
    assert.equal(await asked({ key: nameless, kid: 'key-9' }), 200);
    assert.equal(await asked({ key: named, kid: 'key-1' }), 401);
    for (const kid of ['', 'key-1', 'key-9']) assert.equal(await asked({ key: foreign, kid }), 401);
  });

  it('is known beside keys of odd forms, which are for somebody else, and by an issuer with a slash or without', async () => {
    const [right] = provider.keys;
    const odd = async (kid: unknown) => {
      const { privateKey, jwk } = await newKey();
      return { privateKey, jwk: { ...jwk, kid } } as typeof right & object;
    };
    const numbered = await odd(7);
    provider.keys = [{ jwk: null } as unknown as typeof numbered, await odd(null), numbered];
    const slashed = await TestEndpoint.open({
      signIn: { ...provider.signIn, issuer: `${provider.issuer}/` },
    });
    const by = async (kid: string, issuer?: string) => {
      const token = await provider.token(maija, { key: numbered, kid, ...(issuer && { issuer }) });
      return (await slashed.ask(getMe, { as: { token } })).status;
    };
    assert.deepEqual([await by('7'), await by('7', `${provider.issuer}/`)], [200, 200]);
    assert.deepEqual([await by('8'), await by('7', `${provider.issuer}/other`)], [401, 401]);
    await slashed.close();
    provider.keys = right ? [right] : [];
  });

  it('is known from the moment of a token whose provider has a clock that goes half a minute before ours', async () => {
    const from = (ahead: number) =>
      provider.token({ ...maija, nbf: (Date.now() + moved + ahead) / 1000 });
    const by = async (token: string) => (await endpoint.ask(getMe, { as: { token } })).status;
    assert.deepEqual([await by(await from(30_000)), await by(await from(180_000))], [200, 401]);
  });

  it('is known as soon as the provider has changed its key, and no more once it has taken one away', async () => {
    const [old] = provider.keys;
    const former = await provider.token(maija, { expires: '2d' });
    const by = async (token: string) => (await endpoint.ask(getMe, { as: { token } })).status;
    assert.equal(await by(former), 200);
    for (const kid of ['key-3', '']) {
      moved += 60_000;
      const key = await newKey(kid || undefined);
      provider.keys = [key];
      assert.equal(await asked({ key, kid }), 200);
    }
    assert.deepEqual([await by(former), await asked({ key: old })], [401, 401]);
  });

  it('is still known while the provider is away, for as long as was set', async () => {
    const token = await provider.token(maija, { expires: '2d' });
    const again = async () => (await endpoint.ask(getMe, { as: { token } })).status;
    assert.equal(await asked(), 200);
    provider.failure = { status: 503, body: 'away' };
    moved = hours(1.9);
    assert.deepEqual([await asked(), await again()], [200, 200]);
    assert.equal(await asked({ key: await newKey('key-4') }), 503, 'its key cannot be asked for');
    moved = hours(2.1);
    assert.equal(await asked(), 503);
    provider.failure = undefined;
    moved = hours(2.2);
    assert.equal(await asked(), 200);
  });

  it('is signed out when the token ends, however often it was taken before', async () => {
    const token = await provider.token(maija, { expires: '1h' });
    const again = async () => (await endpoint.ask(getMe, { as: { token } })).status;
    assert.deepEqual([await again(), await again()], [200, 200]);
    moved = hours(1.1);
    assert.equal(await again(), 401);
  });
});

describe('Somebody whose provider keeps its claims elsewhere', () => {
  it('is who they are by the names that were set', async () => {
    const provider = await OidcProvider.start();
    for (const [claims, roles, tenant] of [
      [
        { 'https://visma.example/roles': ['mainUser'], org: { id: 'ayras' } },
        'https://visma.example/roles',
        'org.id',
      ],
      [
        { resource_access: { 'support.widgets': { roles: 'mainUser' } }, tid: 'ayras' },
        'resource_access.support.widgets.roles',
        'tid',
      ],
    ] as const) {
      const endpoint = await TestEndpoint.open({
        signIn: { ...provider.signIn, claims: { roles, tenant } },
      });
      const token = await provider.token({ sub: 'maija', ...claims });
      const me = await endpoint.get(getMe, { as: { token } });
      assert.deepEqual([me.tenant, me.permissions], ['ayras', ['submitRequests']]);
      const without = await provider.token({ ...maija, roles: ['customerService'] });
      assert.equal((await endpoint.ask(getMe, { as: { token: without } })).status, 401);
      await endpoint.close();
    }
    await provider.stop();
  });
});

describe('A colleague', () => {
  let provider: OidcProvider;
  let endpoint: TestEndpoint;
  const people = { maija: '', colleague: '', viewer: '', stranger: '' };
  const [request, picture] = [randomUUID(), randomUUID()];

  before(async () => {
    provider = await OidcProvider.start();
    endpoint = await TestEndpoint.open({
      signIn: provider.signIn,
    });
    people.maija = await provider.token(maija);
    people.colleague = await provider.token({ ...maija, sub: 'colleague', name: 'Kaisa' });
    people.viewer = await provider.token({
      ...maija,
      sub: 'viewer',
      name: 'Veikko',
      roles: ['mainUser', 'companyRequestsViewer'],
    });
    people.stranger = await provider.token({
      ...maija,
      sub: 'viewer',
      tenant: 'virta',
      roles: ['mainUser', 'companyRequestsViewer'],
    });
    await ask(putAttachment, 'maija', picture, upload(png(2, 2, 1)));
    await ask(submitRequest, 'maija', request, {
      body: sampleRequest({ attachments: [{ id: picture, name: 'kuva.png' }] }),
    });
  });
  after(async () => {
    await endpoint.close();
    await provider.stop();
  });

  const ask = (
    row: Parameters<TestEndpoint['ask']>[0],
    who: keyof typeof people,
    id: string,
    more: object = {},
  ) =>
    endpoint.ask(row, { as: { token: people[who] }, params: { id, messageId: request }, ...more });

  it("without the permission finds nothing at the other's ids", async () => {
    for (const who of ['colleague', 'stranger'] as const) {
      for (const row of [getRequest, getAttachment]) {
        const foreign = await ask(
          row,
          who,
          who === 'stranger' ? request : row === getRequest ? request : picture,
        );
        const never = await ask(row, who, randomUUID());
        assert.equal(foreign.status, 404);
        assert.deepEqual(foreign.bytes, never.bytes);
      }
    }
  });

  it("with the permission sees the company's requests, their sender and their pictures", async () => {
    const details = await endpoint.get(getRequest, {
      as: { token: people.viewer },
      params: { id: request },
    });
    assert.equal(details.sender, 'Maija Mäkelä');
    const { items } = await endpoint.get(listRequests, {
      as: { token: people.viewer },
      query: { scope: 'company' },
    });
    assert.deepEqual(
      items.map(({ id, sender }) => [id, sender]),
      [[request, 'Maija Mäkelä']],
    );
    assert.equal((await ask(getAttachment, 'viewer', picture)).status, 200);
    assert.deepEqual(
      (await endpoint.get(listRequests, { as: { token: people.viewer } })).items,
      [],
    );
  });

  it('may use the same ids for things of their own', async () => {
    assert.equal(
      (await ask(putAttachment, 'colleague', picture, upload(png(2, 2, 2)))).status,
      201,
    );
    const body = sampleRequest({
      summary: 'aivan muuta',
      attachments: [{ id: picture, name: 'oma.png' }],
    });
    assert.equal((await ask(submitRequest, 'colleague', request, { body })).status, 201);
    const mine = await endpoint.get(getRequest, {
      as: { token: people.maija },
      params: { id: request },
    });
    assert.equal(mine.summary, sampleRequest().summary);
    assert.deepEqual(
      (await ask(getAttachment, 'maija', picture)).bytes,
      new Uint8Array(png(2, 2, 1)),
    );
  });

  it('who answers a request is read by its sender, picture and all', async () => {
    const shown = randomUUID();
    await ask(putAttachment, 'viewer', shown, upload(png(2, 2, 3)));
    const body = { text: 'Minullakin on tämä.', attachments: [{ id: shown, name: 'toinen.png' }] };
    assert.equal((await ask(putMessage, 'viewer', request, { body })).status, 201);
    const { timeline } = await endpoint.get(getRequest, {
      as: { token: people.maija },
      params: { id: request },
    });
    assert.deepEqual(
      timeline.map(({ author, text }) => [author.name, text]),
      [['Veikko', 'Minullakin on tämä.']],
    );
    assert.equal((await ask(getAttachment, 'maija', shown)).status, 200);
    assert.equal((await ask(getAttachment, 'stranger', shown)).status, 404);
  });
});
