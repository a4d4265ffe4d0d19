import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Insertable } from 'kysely';
import { listIncidents } from '../../src/contract/index.js';
import { openDatabase, type OpenDatabase } from '../../server/src/storage/database.js';
import { openIncidents, type IncidentFilter } from '../../server/src/storage/incidents.js';
import type { Tables } from '../../server/src/storage/tables.js';
import { anyDatabase, onOneDatabase } from './tools/databases.js';
import { hasPostgres } from './tools/postgres.js';
import { temporaryFolder } from './tools/program.js';
import { problemOf, TestEndpoint } from './tools/test-endpoint.js';

const HOUR = 3_600_000;
const now = new Date('2026-01-05T07:05:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR);

describe('A person who opens the form', () => {
  let endpoint: TestEndpoint;
  let clock = now;

  before(async () => {
    endpoint = await TestEndpoint.open({ storage: await anyDatabase(), now: () => clock });
  });
  after(() => endpoint.close());
  afterEach(() => {
    clock = now;
  });

  const list = async (query: Record<string, string>) =>
    (await endpoint.get(listIncidents, { as: 'accountant', query })).items;

  it('is told of the open incident of their application, with its severity, its time and where to read on', async () => {
    assert.deepEqual(await list({ product: 'fivaldi', application: 'kirjanpito' }), [
      {
        id: 'tilikauden-avaaminen',
        title: 'Tilikauden avaaminen ei onnistu',
        text: 'Uutta tilikautta ei voi avata kaikissa yrityksissä. Avoimille tilikausille voi kirjata tavalliseen tapaan. Korjaus on työn alla.',
        severity: 'disruption',
        since: '2026-01-05T06:12:00.000Z',
        updated: '2026-01-05T06:45:00.000Z',
        link: 'https://community.visma.fi',
        product: 'fivaldi',
        application: 'kirjanpito',
      },
    ]);
  });

  it('is told of every open one of the product while no application is chosen', async () => {
    const everywhere = ['tilikauden-avaaminen', 'tiliotteet-viivastyvat'];
    assert.deepEqual(
      (await list({ product: 'fivaldi' })).map(({ id }) => id),
      everywhere,
    );
    assert.deepEqual(
      (await list({ product: 'fivaldi', application: '' })).map(({ id }) => id),
      everywhere,
    );
    assert.deepEqual(await list({ product: 'another' }), []);
  });

  it('reads it in their language', async () => {
    const titles = async (language: string) =>
      (await list({ product: 'fivaldi', language })).map(({ title }) => title);
    assert.deepEqual(await titles('fi'), [
      'Tilikauden avaaminen ei onnistu',
      'Tiliotteet saapuvat tavallista myöhemmin',
    ]);
    assert.deepEqual(await titles('en'), [
      'An accounting period cannot be opened',
      'Bank statements arrive later than usual',
    ]);
    assert.deepEqual(await titles('sv'), [
      'Det går inte att öppna en räkenskapsperiod',
      'Kontoutdragen kommer senare än vanligt',
    ]);
  });

  it('reads it in Finnish where it has not been translated', async () => {
    clock = ago(46);
    const [incident] = await list({
      product: 'fivaldi',
      application: 'laskujen-valitys',
      language: 'sv',
    });
    assert.equal(incident?.title, 'Verkkolaskujen lähetys on pysähtynyt');
  });

  it('gets a problem for a language that nobody speaks here', async () => {
    const { errors } = problemOf(
      await endpoint.ask(listIncidents, { as: 'accountant', query: { language: 'de' } }),
    );
    assert.deepEqual(errors, [{ pointer: '#query/language', code: 'format' }]);
  });
});

onOneDatabase('Open incidents', (storage) => {
  let database: OpenDatabase;

  const incident = (
    id: string,
    values: Partial<Insertable<Tables['incidents']>> = {},
  ): Insertable<Tables['incidents']> => ({
    id,
    product: 'p',
    application: null,
    severity: 'disruption',
    texts: JSON.stringify({ fi: { title: id, text: '' } }),
    link: null,
    started_at: ago(2),
    updated_at: null,
    ended_at: null,
    ...values,
  });

  before(async () => {
    database = await openDatabase(await storage());
    const incidents = [
      incident('notice', { severity: 'notice', started_at: ago(1) }),
      incident('older', { started_at: ago(30) }),
      incident('newer', { application: 'a' }),
      incident('outage', { severity: 'outage', application: 'b', started_at: ago(50) }),
      incident('over', { ended_at: ago(1) }),
      incident('just over', { ended_at: now }),
      incident('over soon', { ended_at: ago(-1), started_at: ago(3) }),
      incident('announced', { started_at: ago(-1) }),
      incident('elsewhere', { product: 'q' }),
    ];
    await database.db.insertInto('incidents').values(incidents).execute();
  });
  after(() => database.close());

  const ids = async (filter: IncidentFilter) =>
    (await openIncidents(database.db, filter, now)).map(({ id }) => id);

  it('are those that have begun and are not over, worst first, then newest', async () => {
    assert.deepEqual(await ids({ product: 'p' }), [
      'outage',
      'newer',
      'over soon',
      'older',
      'notice',
    ]);
  });

  it('of an application are its own and those of the whole product', async () => {
    assert.deepEqual(await ids({ product: 'p', application: 'a' }), [
      'newer',
      'over soon',
      'older',
      'notice',
    ]);
    assert.deepEqual(await ids({ product: 'p', application: 'c' }), [
      'over soon',
      'older',
      'notice',
    ]);
  });

  it('without a product are those of all', async () => {
    assert.ok((await ids({})).includes('elsewhere'));
  });
});

describe('The demonstration that starts again', () => {
  it('keeps its incident as it was', async () => {
    const { path, remove } = await temporaryFolder();
    // One that lasts from one start to the next.
    const storage = hasPostgres ? await anyDatabase() : ({ kind: 'folder', path } as const);
    const since = async (at: Date) => {
      const endpoint = await TestEndpoint.open({ storage, now: () => at });
      const { items } = await endpoint.get(listIncidents, {
        as: 'main-user',
        query: { application: 'kirjanpito' },
      });
      await endpoint.close();
      return items.map((incident) => incident.since);
    };
    assert.deepEqual(await since(now), ['2026-01-05T06:12:00.000Z']);
    assert.deepEqual(await since(new Date(now.getTime() + HOUR)), ['2026-01-05T06:12:00.000Z']);
    await remove();
  });
});
