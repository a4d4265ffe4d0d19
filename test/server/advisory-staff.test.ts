import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  amendAdvisoryAccess,
  askAdvisoryAccess,
  checkAccess,
  getAdvisoryAccess,
  getAdvisoryReceipt,
  getStaffAdvisoryAccess,
  listAdvisoryAccess,
  listAdvisoryUses,
  listStaffAdvisoryAccess,
  putAdvisorySettings,
  reportAdvisoryUse,
  withdrawAdvisoryAccess,
  type Operation,
} from '../../src/contract/index.js';
import { verifyReceipt } from '../../verify/src/verify-receipt.js';
import { describe as describeReceipt } from '../../verify/src/words.js';
import { AdvisoryDesk, hours, isoHours, manyCompanies, sampleAsk } from './tools/advisory.js';
import { anyDatabase, onOneDatabase } from './tools/databases.js';
import { OidcProvider } from './tools/oidc-provider.js';
import { TestEndpoint } from './tools/test-endpoint.js';

onOneDatabase('Staff who asks for advisory access', (storage) => {
  let desk: AdvisoryDesk;

  before(async () => {
    desk = await AdvisoryDesk.open(await storage());
  });
  after(() => desk.close());

  it('makes one request of the same one sent again, and no other under its id', async () => {
    const params = { id: randomUUID() };
    const ask = (body: unknown, as: 'agent' | 'developer' = 'agent') =>
      desk.endpoint.ask(askAdvisoryAccess, { as, params, body });
    assert.equal((await ask(sampleAsk())).status, 201);
    desk.moveTo(9);
    assert.equal((await ask(sampleAsk())).status, 200);
    desk.moveTo(0);
    assert.equal((await ask(sampleAsk({ access: 'change' }))).status, 409);
    assert.equal((await ask(sampleAsk(), 'developer')).status, 409);
  });

  it('asks for itself or for a unit, never in another person’s name', async () => {
    const grantedTo = async (
      kind: 'person' | 'unit',
      name: string,
      as: 'agent' | 'developer' = 'agent',
    ) => (await desk.ask({ grantedTo: { kind, name } }, as)).grantedTo;
    assert.deepEqual(await grantedTo('person', 'Mikko Salo'), {
      kind: 'person',
      name: 'Laura Niemi',
    });
    assert.deepEqual(await grantedTo('unit', 'product development'), {
      kind: 'unit',
      name: 'Tuotekehitys',
    });
    assert.deepEqual(await grantedTo('unit', 'Visman tuki', 'developer'), {
      kind: 'unit',
      name: 'Tuotekehitys',
    });
  });

  it('names companies as the customer does, each once', async () => {
    const { companies } = await desk.ask({
      companies: [
        { number: '1234', name: 'Aivan Muu Oy' },
        { number: '77', name: 'Uusi Oy' },
        { number: '77', name: 'Uusi Oy' },
      ],
    });
    assert.deepEqual(companies, [
      { number: '1234', name: 'Kahvila Kulma Oy' },
      { number: '77', name: 'Uusi Oy' },
    ]);
  });

  it('can’t ask for nothing, nor for a time that is over', async () => {
    const refused = (changes: object) =>
      desk.refused(askAdvisoryAccess, randomUUID(), { ...sampleAsk(), ...changes }, 'agent');
    assert.equal(await refused({ companies: [] }), '422 validation: /companies required');
    assert.equal(await refused({ areas: [] }), '422 validation: /areas required');
    assert.equal(await refused({ reason: ' ' }), '422 validation: /reason required');
    assert.equal(
      await refused({ from: isoHours(-2), until: isoHours(-1) }),
      '422 validation: /until notAllowed',
    );
    assert.equal(
      await refused({ from: isoHours(3), until: isoHours(2) }),
      '422 validation: /until notAllowed',
    );
    assert.equal(
      await refused({ companies: [{ number: '12 34', name: 'x' }] }),
      '422 validation: /companies/0/number format',
    );
    assert.equal(
      await refused({
        reason: 'a\0b',
        environment: { id: '\0x', name: '\ud800x' },
        until: '9999-12-31T23:59:59.999Z',
      }),
      '201',
    );
    assert.equal(await refused({ from: '0000-01-01T00:00Z' }), '422 validation: /from notAllowed');
  });

  it('prolongs nothing, but asks anew for what was granted before', async () => {
    const granted = await desk.grant();
    assert.equal((await desk.ask({ extends: granted.id })).extends, granted.id);
    const refused = (id: string) =>
      desk.refused(askAdvisoryAccess, randomUUID(), sampleAsk({ extends: id }), 'agent');
    assert.equal(
      await refused((await desk.ask({ tenant: 'tenant-2' })).id),
      '422 validation: /extends notFound',
    );
    assert.equal(await refused((await desk.ask()).id), '422 validation: /extends notAllowed');
  });

  it('amends what is undecided: a new version, granted to the same', async () => {
    const { id } = await desk.ask({}, 'developer');
    const amended = await desk.amend(
      id,
      { companies: [{ number: '5678', name: 'Äänekosken Sähkö Ky' }], until: isoHours(2) },
      'developer',
    );
    assert.deepEqual(
      [amended.version, amended.companies.length, amended.until, amended.lapsesAt],
      [2, 1, isoHours(2), isoHours(2)],
    );
    assert.deepEqual(
      [amended.requestedBy.name, amended.grantedTo.name, amended.reason],
      ['Mikko Salo', 'Mikko Salo', sampleAsk().reason],
    );
    assert.deepEqual(
      amended.history.map(({ act, by, version }) => [act, by?.name, version]),
      [
        ['asked', 'Mikko Salo', 1],
        ['amended', 'Mikko Salo', 2],
      ],
    );
  });

  it('amends and withdraws only what it or its unit has asked', async () => {
    const { id } = await desk.ask();
    const mine = { kind: 'person', name: 'Mikko Salo' } as const;
    const refused = (row: Operation, body?: object) => desk.refused(row, id, body, 'developer');
    assert.equal(await refused(amendAdvisoryAccess, { grantedTo: mine }), '403 forbidden');
    assert.equal(await refused(withdrawAdvisoryAccess), '403 forbidden');
    const kept = await desk.read(id);
    assert.deepEqual(
      [kept.version, kept.state, kept.grantedTo.name],
      [1, 'pending', 'Laura Niemi'],
    );
  });

  it('can’t ask a customer whom the directory doesn’t know', async () => {
    const body = sampleAsk({ tenant: 'tenant-99' });
    assert.equal(
      await desk.refused(askAdvisoryAccess, randomUUID(), body, 'agent'),
      '422 validation: /tenant notFound',
    );
  });

  it('neither amends nor withdraws what is decided or over', async () => {
    const granted = await desk.grant();
    const [withdrawn, lapsed] = [await desk.ask(), await desk.ask({ until: isoHours(1) })];
    await desk.withdraw(withdrawn.id);
    assert.equal((await desk.withdraw(withdrawn.id)).state, 'withdrawn');
    desk.moveTo(1);
    const refused = (id: string) =>
      Promise.all([
        desk.refused(amendAdvisoryAccess, id, { reason: 'x' }, 'agent'),
        desk.refused(withdrawAdvisoryAccess, id, undefined, 'agent'),
      ]);
    assert.deepEqual(await refused(granted.id), ['409 decided', '409 decided']);
    assert.deepEqual(await refused(withdrawn.id), ['410 withdrawn', '200']);
    assert.deepEqual(await refused(lapsed.id), ['410 lapsed', '410 lapsed']);
    assert.deepEqual(await refused(randomUUID()), ['404 notFound', '404 notFound']);
    desk.moveTo(0);
  });

  it('sees what was asked of every customer, and what became of it', async () => {
    const [{ id }] = [await desk.grant({ tenant: 'tenant-1' })];
    await desk.ask({ tenant: 'tenant-2' });
    const list = (query: Record<string, string>) =>
      desk.endpoint.get(listStaffAdvisoryAccess, { as: 'developer', query });
    assert.deepEqual([...new Set((await list({})).items.map(({ tenant }) => tenant))].sort(), [
      'tenant-1',
      'tenant-2',
    ]);
    assert.ok(
      (await list({ tenant: 'tenant-2' })).items.every(({ tenant }) => tenant === 'tenant-2'),
    );
    assert.equal((await list({ state: 'active' })).items[0]?.id, id);
    const { tenant, decision } = await desk.endpoint.get(getStaffAdvisoryAccess, {
      as: 'developer',
      params: { id },
    });
    assert.deepEqual([tenant, decision?.outcome], ['tenant-1', 'approved']);
  });
});

describe('Staff whose colleague has asked', () => {
  it('amends the request, and the customer sees who asks now', async () => {
    const provider = await OidcProvider.start();
    const endpoint = await TestEndpoint.open({
      signIn: provider.signIn,
    });
    const as = async (sub: string, role: string, name: string) => ({
      token: await provider.token({ sub, tenant: 'ayras', roles: [role], name }),
    });
    const params = { id: randomUUID() };
    // Nobody keeps a directory here, so the customer is whoever the provider knows.
    const [from, until] = [new Date().toISOString(), hours(4, new Date()).toISOString()];
    await endpoint.get(askAdvisoryAccess, {
      as: await as('laura', 'customerService', 'Laura Niemi'),
      params,
      body: sampleAsk({ tenant: 'ayras', from, until }),
    });
    await endpoint.get(amendAdvisoryAccess, {
      as: await as('olli', 'customerService', 'Olli Laine'),
      params,
      body: { reason: 'Olli jatkaa' },
    });
    const { requestedBy, grantedTo } = await endpoint.get(getAdvisoryAccess, {
      as: await as('maija', 'advisoryAccessGranter', 'Maija Mäkelä'),
      params,
    });
    assert.deepEqual(
      [requestedBy, grantedTo.name],
      [{ name: 'Olli Laine', unit: 'customer-service' }, 'Laura Niemi'],
    );
    await endpoint.close();
    await provider.stop();
  });
});

onOneDatabase('The access check', (storage) => {
  let desk: AdvisoryDesk;

  before(async () => {
    desk = await AdvisoryDesk.open(await storage());
  });
  after(() => desk.close());

  const no = { allowed: false };

  it('says no until somebody has granted', async () => {
    await desk.ask();
    assert.deepEqual(await desk.mayLook(), no);
  });

  it('says yes for just what was granted, and until when', async () => {
    const yes = { allowed: true, until: isoHours(2) };
    const { id } = await desk.grant(
      {},
      { companies: ['1234', '5678'], areas: ['kirjanpito'], until: isoHours(2) },
    );
    assert.deepEqual(await desk.mayLook(), yes);
    assert.deepEqual(await desk.mayLook({ company: '5678' }), yes);
    for (const changes of [
      { company: '9012' },
      { area: 'myyntireskontra' },
      { access: 'change' },
      { tenant: 'tenant-2' },
      { company: '12' },
      { company: '*' },
      { area: 'Kirjanpito' },
    ]) {
      assert.deepEqual(await desk.mayLook(changes), no, JSON.stringify(changes));
    }
    assert.deepEqual(await desk.mayLook({}, 'developer'), no);
    await desk.revoke(id);
    assert.deepEqual(await desk.mayLook(), no);
  });

  it('lets a unit’s people in where the unit was granted it, and who may change look', async () => {
    const { id } = await desk.grant({
      grantedTo: { kind: 'unit', name: 'Tuotekehitys' },
      access: 'change',
    });
    for (const access of ['view', 'change']) {
      assert.equal((await desk.mayLook({ access }, 'developer')).allowed, true);
      assert.equal((await desk.mayLook({ access }, 'agent')).allowed, false);
    }
    await desk.revoke(id);
  });

  it('holds neither before the grant begins nor after it ends, though no job has run', async () => {
    await desk.grant({ from: isoHours(1), until: isoHours(3) });
    const allowed: boolean[] = [];
    for (const hour of [0, 0.999, 1, 2.999, 3, 4]) {
      desk.moveTo(hour);
      allowed.push((await desk.mayLook()).allowed);
    }
    desk.moveTo(0);
    assert.deepEqual(allowed, [false, false, true, true, false, false]);
  });

  it('writes down each yes, for the customer to see, and no no', async () => {
    const { id } = await desk.grant();
    desk.moveTo(0.5);
    await desk.mayLook({ company: '5678', area: 'myyntireskontra' });
    await desk.mayLook({ company: '1' });
    const { usedAt, history } = await desk.read(id);
    const used = history.filter(({ act }) => act === 'used');
    assert.deepEqual(used, [
      {
        at: isoHours(0.5),
        act: 'used',
        by: { name: 'Laura Niemi' },
        version: 1,
        text: '5678 Äänekosken Sähkö Ky, Myyntireskontra',
        use: {
          company: { number: '5678', name: 'Äänekosken Sähkö Ky' },
          area: { id: 'myyntireskontra', name: { fi: 'Myyntireskontra' } },
          access: 'view',
        },
      },
    ]);
    assert.equal(usedAt, isoHours(0.5));
    const { items } = await desk.endpoint.get(listAdvisoryAccess, { as: 'main-user' });
    assert.equal(items.find((item) => item.id === id)?.usedAt, isoHours(0.5));
    await desk.revoke(id);
    desk.moveTo(0);
  });

  it('tells of one look at a company and a hundred at another in a line each', async () => {
    const { id } = await desk.grant();
    await desk.mayLook();
    for (let n = 0; n < 100; n += 1) {
      desk.moveTo(0.5 + n / 1000);
      await desk.mayLook({ company: '5678' });
    }
    const { history, earlierUses } = await desk.read(id);
    const lines = history.map(({ act, text, since, at, count }) => [act, text, since, at, count]);
    assert.deepEqual(lines.slice(2), [
      ['used', '1234 Kahvila Kulma Oy, Kirjanpito', undefined, isoHours(0), undefined],
      ['used', '5678 Äänekosken Sähkö Ky, Kirjanpito', isoHours(0.5), isoHours(0.599), 100],
    ]);
    assert.equal(earlierUses, undefined);
    await desk.revoke(id);
    desk.moveTo(0);
  });

  it('tells of the same in two hours in two lines, so that each has its day', async () => {
    const { id } = await desk.grant();
    for (const hour of [0.5, 0.6, 1.5]) {
      desk.moveTo(hour);
      await desk.mayLook();
    }
    const { history } = await desk.read(id);
    assert.deepEqual(
      history.slice(2).map(({ since, at, count }) => [since, at, count]),
      [
        [isoHours(0.5), isoHours(0.6), 2],
        [undefined, isoHours(1.5), undefined],
      ],
    );
    await desk.revoke(id);
    desk.moveTo(0);
  });

  it('lets the customer reach every use, page by page, and nobody else', async () => {
    const companies = manyCompanies(203);
    const { id } = await desk.grant({ companies });
    for (const { number } of companies) await desk.mayLook({ company: number });
    const { history, earlierUses } = await desk.read(id);
    const texts = history.filter(({ act }) => act === 'used').map(({ text }) => text);
    for (let cursor = earlierUses; cursor !== undefined;) {
      const query = { cursor };
      const page = await desk.endpoint.get(listAdvisoryUses, {
        as: 'main-user',
        params: { id },
        query,
      });
      texts.push(...page.items.map(({ text }) => text));
      cursor = page.next;
    }
    assert.deepEqual(
      [texts.length, new Set(texts).size, history[0]?.act],
      [companies.length, companies.length, 'asked'],
    );
    assert.equal(
      await desk.refused(listAdvisoryUses, id, undefined, 'other-tenant'),
      '404 notFound',
    );
    await desk.revoke(id);
  });

  it('takes the longest of several grants', async () => {
    await desk.grant({}, { until: isoHours(1) });
    const { endsAt } = await desk.grant({}, { until: isoHours(2) });
    await desk.grant({}, { until: isoHours(1.5) });
    assert.equal((await desk.mayLook()).until, endsAt);
  });

  it('knows a company by a number that was copied with something invisible, and asks under names that nothing turns', async () => {
    const { id } = await desk.ask({
      companies: [{ number: '\u202a1234\u202c', name: '\u202eKahvila\u200b Kulma Oy\u202c' }],
      environment: { id: 'ayras', name: 'Tili\u00adtoimisto' },
    });
    const { companies, environment } = await desk.decide(id, { version: 1, outcome: 'approved' });
    assert.deepEqual(
      [companies, environment.name],
      [[{ number: '1234', name: 'Kahvila Kulma Oy' }], 'Tilitoimisto'],
    );
    for (const company of ['1234\u200b', '１２３４'])
      assert.equal((await desk.mayLook({ company })).allowed, true);
    await desk.revoke(id);
  });

  it('takes no hostile question for a yes', async () => {
    for (const query of [
      { company: "1234' or 1=1" },
      { company: '%' },
      { area: '[]' },
      { company: '1234\0' },
    ]) {
      const { status, text } = await desk.endpoint.ask(checkAccess, {
        as: 'developer',
        query: {
          tenant: 'tenant-1',
          company: '1234',
          area: 'kirjanpito',
          access: 'view',
          ...query,
        },
      });
      assert.deepEqual([status, text], [200, '{"allowed":false}']);
    }
  });
});

describe('The customer’s own maximum', () => {
  let desk: AdvisoryDesk;

  before(async () => {
    desk = await AdvisoryDesk.open(await anyDatabase());
  });
  after(() => desk.close());

  it('is four hours until the customer sets another, for later grants and this customer only', async () => {
    const before = await desk.grant({ until: isoHours(100) });
    await desk.endpoint.get(putAdvisorySettings, { as: 'main-user', body: { maxHours: 12 } });
    const after = await desk.grant({ until: isoHours(100) });
    assert.deepEqual([before.endsAt, after.endsAt], [isoHours(4), isoHours(12)]);
    assert.equal((await desk.read(before.id)).endsAt, isoHours(4));
    assert.deepEqual(
      [(await desk.list()).maxHours, (await desk.list({}, 'other-tenant')).maxHours],
      [12, 4],
    );
  });

  it('can’t be written by staff, nor by who may not manage settings, nor beyond its bounds', async () => {
    const put = async (as: 'agent' | 'developer' | 'accountant' | 'main-user', body: unknown) =>
      (await desk.endpoint.ask(putAdvisorySettings, { as, body })).status;
    for (const as of ['agent', 'developer', 'accountant'] as const)
      assert.equal(await put(as, { maxHours: 168, tenant: 'tenant-1' }), 403);
    for (const maxHours of [0, -1, 169, 1.5, '12', null])
      assert.equal(await put('main-user', { maxHours }), 422);
    assert.equal((await desk.list()).maxHours, 12);
  });

  it('is not raised by anything that staff asks', async () => {
    const { id } = await desk.ask({
      until: isoHours(100),
      ...{ maxHours: 100, lapsesAt: isoHours(100), endsAt: isoHours(100) },
    });
    const { endsAt } = await desk.decide(id, {
      version: 1,
      outcome: 'approved',
      maxHours: 100,
      endsAt: isoHours(100),
    });
    assert.equal(endsAt, isoHours(12));
  });
});

onOneDatabase('What support did by a grant', (storage) => {
  let desk: AdvisoryDesk;

  before(async () => {
    desk = await AdvisoryDesk.open(await storage());
  });
  after(() => desk.close());

  const opened = { company: '1234', area: 'kirjanpito', access: 'view', what: 'Avasi tositteen' };
  const report = (
    id: string,
    body: object = opened,
    {
      as = 'agent',
      report: known = randomUUID(),
    }: { as?: 'agent' | 'developer'; report?: string } = {},
  ) => desk.endpoint.ask(reportAdvisoryUse, { as, params: { id, report: known }, body });

  it('is told by the product, and read by the customer in its words and number', async () => {
    const { id } = await desk.grant();
    assert.equal((await report(id)).status, 201);
    desk.moveTo(0.25);
    assert.equal((await report(id, { ...opened, count: 3 })).status, 201);
    assert.equal((await report(id, { ...opened, what: 'Selasi tositteita' })).status, 201);
    const { usedAt, history } = await desk.read(id);
    assert.equal(usedAt, isoHours(0.25));
    assert.deepEqual(
      history
        .filter(({ act }) => act === 'used')
        .map(({ text, count, since }) => [text, count, since]),
      [
        ['1234 Kahvila Kulma Oy, Kirjanpito: Avasi tositteen', 4, isoHours(0)],
        ['1234 Kahvila Kulma Oy, Kirjanpito: Selasi tositteita', undefined, undefined],
      ],
    );
    const receipt = await desk.endpoint.ask(getAdvisoryReceipt, {
      as: 'main-user',
      params: { id },
    });
    const verified = await verifyReceipt(receipt.text);
    assert.ok(
      describeReceipt(verified, false)
        .join('\n')
        .includes('area kirjanpito: Avasi tositteen (3 times)'),
    );
    await desk.revoke(id);
    desk.moveTo(0);
  });

  it('is one use when the same report comes again or twice at once, and no other one under its id', async () => {
    const { id } = await desk.grant();
    const known = randomUUID();
    const answers = await Promise.all([0, 1, 2].map(() => report(id, opened, { report: known })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 201]);
    const other = await report(id, { ...opened, company: '5678' }, { report: known });
    assert.equal(other.status, 409);
    await desk.revoke(id);
    assert.equal((await report(id, opened, { report: known })).status, 200, 'also after the end');
    const { history } = await desk.read(id);
    assert.equal(history.filter(({ act }) => act === 'used').length, 1);
  });

  it('is refused outside of what was granted, to whom, and for how long', async () => {
    const { id } = await desk.grant(
      {},
      { companies: ['1234'], areas: ['kirjanpito'], until: isoHours(2) },
    );
    const { id: other } = await desk.grant({}, { companies: ['5678'] });
    const refused = [
      await report(id, { ...opened, company: '5678' }),
      await report(other),
      await report(id, { ...opened, area: 'myyntireskontra' }),
      await report(id, { ...opened, access: 'change' }),
      await report(id, opened, { as: 'developer' }),
    ];
    assert.deepEqual(
      refused.map(({ status }) => status),
      [403, 403, 403, 403, 403],
    );
    assert.equal((await report(randomUUID())).status, 404);
    assert.equal((await report(id, { ...opened, what: ' ' })).status, 422);
    desk.moveTo(2);
    assert.equal((await report(id)).status, 403);
    desk.moveTo(0);
    await desk.revoke(id);
    assert.equal((await report(id)).status, 403);
    assert.deepEqual(
      (await desk.read(id)).history.filter(({ act }) => act === 'used'),
      [],
    );
    await desk.revoke(other);
  });
});
