import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, it } from 'node:test';
import {
  decideAdvisoryAccess,
  getAdvisoryAccess,
  listAdvisoryAccess,
  revokeAdvisoryAccess,
} from '../../src/contract/index.js';
import { AdvisoryDesk, isoHours, morning } from './tools/advisory.js';
import { onOneDatabase } from './tools/databases.js';
import { problemOf } from './tools/test-endpoint.js';

onOneDatabase('Whoever may grant advisory access', (storage) => {
  let desk: AdvisoryDesk;

  before(async () => {
    desk = await AdvisoryDesk.open(await storage());
  });
  after(() => desk.close());

  it('finds the demonstration’s request waiting', async () => {
    const { items, pendingCount, maxHours, maxHoursSetIn, serverTime } = await desk.list();
    assert.deepEqual([pendingCount, maxHours, serverTime], [1, 4, morning.toISOString()]);
    assert.match(maxHoursSetIn, /^Palvelunhallinta \| Yleiset asetukset/);
    const [item] = items;
    assert.deepEqual(
      [item?.state, item?.companyCount, item?.areaCount, item?.requestedBy.name],
      ['pending', 3, 2, 'Laura Niemi'],
    );
    const { companies, supportRequest } = await desk.read(item?.id ?? '');
    assert.deepEqual(
      [companies[0], supportRequest],
      [{ number: '1234', name: 'Kahvila Kulma Oy' }, 'HD-104233'],
    );
  });

  it('sees a request whole, as it was asked', async () => {
    const asked = await desk.ask();
    assert.deepEqual(await desk.read(asked.id), asked);
    assert.deepEqual(
      [asked.version, asked.state, asked.from, asked.until],
      [1, 'pending', morning.toISOString(), isoHours(8)],
    );
    assert.deepEqual(asked.requestedBy, { name: 'Laura Niemi', unit: 'customer-service' });
    assert.deepEqual(asked.history, [
      { at: morning.toISOString(), act: 'asked', by: { name: 'Laura Niemi' }, version: 1 },
    ]);
  });

  it('approves as asked, within the customer’s own maximum', async () => {
    const granted = await desk.grant();
    assert.deepEqual(
      [granted.state, granted.startsAt, granted.endsAt],
      ['active', morning.toISOString(), isoHours(4)],
    );
    const by = { name: 'Maija Mäkelä' };
    assert.deepEqual(granted.decision, {
      outcome: 'approved',
      by,
      at: morning.toISOString(),
      version: 1,
      until: isoHours(4),
    });
    assert.deepEqual(granted.history.at(-1), {
      at: morning.toISOString(),
      act: 'approved',
      by,
      version: 1,
    });
  });

  it('approves less: fewer companies, fewer areas, an earlier end', async () => {
    const { id, decision, endsAt } = await desk.grant(
      {},
      { until: isoHours(1), companies: ['9012', '1234'], areas: ['kirjanpito'] },
    );
    assert.deepEqual(
      decision?.companies?.map(({ name }) => name),
      ['Kahvila Kulma Oy', 'Rakennus Öhman Oy'],
    );
    assert.deepEqual(
      decision?.areas?.map(({ id }) => id),
      ['kirjanpito'],
    );
    assert.deepEqual([decision?.until, endsAt], [isoHours(1), isoHours(1)]);
    const { items } = await desk.list();
    const item = items.find((one) => one.id === id);
    assert.deepEqual(
      [item?.companyCount, item?.grantedCompanyCount, item?.areaCount, item?.grantedAreaCount],
      [3, 2, 2, 1],
    );
  });

  it('can’t grant more than was asked, nor nothing', async () => {
    const { id } = await desk.ask();
    const told = (narrower: object) =>
      desk.refused(decideAdvisoryAccess, id, { version: 1, outcome: 'approved', ...narrower });
    assert.equal(await told({ until: isoHours(8.1) }), '422 validation: /until wider');
    assert.equal(await told({ companies: ['1234', '1'] }), '422 validation: /companies/1 wider');
    assert.equal(await told({ areas: ['arkisto'] }), '422 validation: /areas/0 wider');
    assert.equal(await told({ companies: [] }), '422 validation: /companies required');
    assert.equal(await told({ areas: [] }), '422 validation: /areas required');
    assert.equal(await told({ until: morning.toISOString() }), '422 validation: /until notAllowed');
    assert.equal(
      await told({ outcome: 'rejected', companies: ['1234'] }),
      '422 validation: /companies notAllowed',
    );
    assert.equal((await desk.read(id)).state, 'pending');
  });

  it('approves ahead of time, and the grant begins when it was asked from', async () => {
    const granted = await desk.grant({ from: isoHours(1) });
    assert.deepEqual(
      [granted.state, granted.startsAt, granted.endsAt],
      ['scheduled', isoHours(1), isoHours(5)],
    );
    desk.moveTo(1);
    assert.equal((await desk.read(granted.id)).state, 'active');
    desk.moveTo(5);
    const ended = await desk.read(granted.id);
    desk.moveTo(0);
    assert.deepEqual(
      ended.history.slice(2).map(({ act, at }) => [act, at]),
      [
        ['activated', isoHours(1)],
        ['ended', isoHours(5)],
      ],
    );
  });

  it('rejects with a reason, or asks for more information', async () => {
    const [one, other] = [await desk.ask(), await desk.ask()];
    const rejected = await desk.decide(one.id, {
      version: 1,
      outcome: 'rejected',
      reason: 'Ei kuulu tähän',
    });
    const returned = await desk.decide(other.id, {
      version: 1,
      outcome: 'returned',
      reason: 'Mitä virhe koskee?',
    });
    assert.deepEqual([rejected.state, rejected.decision?.reason], ['rejected', 'Ei kuulu tähän']);
    assert.deepEqual(
      [returned.state, returned.history.at(-1)?.text],
      ['returned', 'Mitä virhe koskee?'],
    );
    const again = await desk.amend(other.id, { reason: 'Virhe koskee tilikautta 2026' });
    assert.deepEqual([again.state, again.version, again.decision], ['pending', 2, undefined]);
  });

  it('approves only what they saw', async () => {
    const { id } = await desk.ask();
    await desk.amend(id, { access: 'change' });
    assert.equal(
      await desk.refused(decideAdvisoryAccess, id, { version: 1, outcome: 'approved' }),
      '409 changed',
    );
    for (const version of [0, -1, 3, 2 ** 40])
      assert.equal(
        await desk.refused(decideAdvisoryAccess, id, { version, outcome: 'approved' }),
        '409 changed',
      );
    const granted = await desk.decide(id, { version: 2, outcome: 'approved' });
    assert.deepEqual([granted.access, granted.decision?.version], ['change', 2]);
  });

  it('is told who decided what and when, where somebody else did', async () => {
    const { id } = await desk.grant();
    const answer = await desk.endpoint.ask(decideAdvisoryAccess, {
      as: 'main-user',
      params: { id },
      body: { version: 1, outcome: 'rejected' },
    });
    const { code, decision } = problemOf(answer);
    assert.deepEqual(
      [answer.status, code, decision],
      [
        409,
        'decided',
        { outcome: 'approved', by: { name: 'Maija Mäkelä' }, at: morning.toISOString() },
      ],
    );
  });

  it('may send the same decision again, also when the grant is over', async () => {
    const { id } = await desk.ask();
    const body = {
      version: 1,
      outcome: 'approved',
      companies: ['1234', '5678'],
      until: isoHours(1),
    };
    const first = await desk.decide(id, body);
    assert.deepEqual(
      await desk.decide(id, { ...body, companies: ['5678', '1234', '1234'] }),
      first,
    );
    assert.equal(
      await desk.refused(decideAdvisoryAccess, id, { ...body, companies: ['1234'] }),
      '409 decided',
    );
    await desk.revoke(id);
    assert.equal((await desk.decide(id, body)).state, 'revoked');
  });

  it('can’t make a wider one pass for the same decision', async () => {
    const { id } = await desk.grant();
    for (const areas of [
      ['kirjanpito', 'arkisto'],
      ['kirjanpito', 'myyntireskontra', 'arkisto'],
    ]) {
      assert.equal(
        await desk.refused(decideAdvisoryAccess, id, { version: 1, outcome: 'approved', areas }),
        '409 decided',
      );
    }
  });

  it('finds what has lapsed or was withdrawn gone', async () => {
    const [lapsed, withdrawn] = [await desk.ask({ until: isoHours(2) }), await desk.ask()];
    await desk.withdraw(withdrawn.id);
    desk.moveTo(2);
    const body = { version: 1, outcome: 'approved' };
    assert.equal(await desk.refused(decideAdvisoryAccess, lapsed.id, body), '410 lapsed');
    assert.equal(
      await desk.refused(decideAdvisoryAccess, withdrawn.id, { ...body, version: 7 }),
      '410 withdrawn',
    );
    assert.equal((await desk.read(lapsed.id)).state, 'lapsed');
    desk.moveTo(0);
  });

  it('ends a grant at once, and it is harmless to end it again', async () => {
    const { id } = await desk.grant();
    desk.moveTo(0.5);
    const ended = await desk.revoke(id, { reason: 'Asia hoidettu' });
    assert.deepEqual(
      [ended.state, ended.endsAt, ended.history.at(-1)?.text],
      ['revoked', isoHours(0.5), 'Asia hoidettu'],
    );
    desk.moveTo(1);
    assert.deepEqual({ ...(await desk.revoke(id)), serverTime: '' }, { ...ended, serverTime: '' });
    desk.moveTo(0);
    const scheduled = await desk.revoke((await desk.grant({ from: isoHours(1) })).id);
    assert.deepEqual([scheduled.state, scheduled.startsAt], ['revoked', undefined]);
    assert.equal(
      await desk.refused(revokeAdvisoryAccess, (await desk.ask()).id, {}),
      '409 conflict',
    );
  });

  it('pages through the list, newest first, and filters it by state', async () => {
    for (let n = 0; n < 30; n += 1) await desk.ask({ tenant: 'tenant-2' });
    const first = await desk.list({ state: 'pending' }, 'other-tenant');
    const second = await desk.list({ state: 'pending', cursor: first.next ?? '' }, 'other-tenant');
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    assert.deepEqual(
      [first.items.length, second.items.length, second.next, new Set(ids).size, first.pendingCount],
      [25, 5, undefined, 30, 30],
    );
    assert.deepEqual((await desk.list({ state: 'active' }, 'other-tenant')).items, []);
    assert.equal(
      (await desk.endpoint.ask(listAdvisoryAccess, { as: 'main-user', query: { cursor: 'x' } }))
        .status,
      422,
    );
  });

  it('is answered 304 as long as nothing has changed, whatever the clock says', async () => {
    const { id } = await desk.ask();
    const questions = [
      { row: listAdvisoryAccess, params: {} },
      { row: getAdvisoryAccess, params: { id } },
    ];
    for (const { row, params } of questions) {
      const ask = (tag = '', language = 'fi') =>
        desk.endpoint.ask(row, {
          as: 'main-user',
          params,
          query: { language },
          headers: { 'If-None-Match': tag },
        });
      const tag = (await ask()).headers.get('ETag') ?? '';
      desk.moveTo(0.1);
      assert.equal((await ask(tag)).status, 304);
      assert.equal((await ask(tag, 'en')).status, 200);
      await desk.amend(id, { reason: `Tarkennus ${row.name}` });
      assert.equal((await ask(tag)).status, 200);
      desk.moveTo(0);
    }
  });

  it('learns nothing of what other customers are asked', async () => {
    const { id } = await desk.ask();
    for (const row of [getAdvisoryAccess, decideAdvisoryAccess, revokeAdvisoryAccess]) {
      const body = row === getAdvisoryAccess ? undefined : { version: 1, outcome: 'approved' };
      const ask = (of: string) =>
        desk.endpoint.ask(row, { as: 'other-tenant', params: { id: of }, body });
      const [foreign, never] = [await ask(id), await ask(randomUUID())];
      assert.equal(foreign.status, 404);
      assert.deepEqual(foreign.bytes, never.bytes);
    }
    assert.ok((await desk.list({}, 'other-tenant')).items.every((item) => item.id !== id));
  });
});
