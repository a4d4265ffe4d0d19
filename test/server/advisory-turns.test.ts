import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { decideAdvisoryAccess } from '../../src/contract/index.js';
import { waitUntil } from '../tools/wait-until.js';
import { AdvisoryDesk, isoHours } from './tools/advisory.js';
import { hasPostgres, newDatabase } from './tools/postgres.js';

if (hasPostgres) {
  describe('An act on an advisory request that waits for another one', () => {
    let desk: AdvisoryDesk;
    let somebody: pg.Client;

    before(async () => {
      const url = await newDatabase();
      desk = await AdvisoryDesk.open({ kind: 'postgres', url });
      somebody = new pg.Client({ connectionString: url });
      await somebody.connect();
    });
    after(async () => {
      await somebody.end();
      await desk.close();
    });

    const isWaiting = async () => {
      const { rowCount } = await somebody.query(
        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return Boolean(rowCount);
    };

    /** Lets an act wait behind somebody else's, and meanwhile the clock go on by an hour. */
    async function anHourLater<T>(id: string, act: () => Promise<T>): Promise<T> {
      await somebody.query('begin');
      await somebody.query('select from advisory_access where id = $1 for update', [id]);
      const done = act();
      await waitUntil(isWaiting, 'Nobody came to wait behind the other act');
      desk.moveTo(1);
      await somebody.query('commit');
      const result = await done;
      desk.moveTo(0);
      return result;
    }

    it('is decided by the clock at the time of its turn', async () => {
      const { id } = await desk.ask({ until: isoHours(1) });
      assert.equal(
        await anHourLater(id, () =>
          desk.refused(decideAdvisoryAccess, id, { version: 1, outcome: 'approved' }),
        ),
        '410 lapsed',
      );
    });

    it('begins a grant at the time of its turn', async () => {
      const { id } = await desk.ask();
      const { decision, startsAt, endsAt } = await anHourLater(id, () =>
        desk.decide(id, { version: 1, outcome: 'approved' }),
      );
      assert.deepEqual([decision?.at, startsAt, endsAt], [isoHours(1), isoHours(1), isoHours(5)]);
    });

    it('is refused access when the grant has ended meanwhile', async () => {
      const { id } = await desk.grant({
        until: isoHours(1),
        companies: [{ number: '77', name: 'Uusi Oy' }],
      });
      assert.equal((await anHourLater(id, () => desk.mayLook({ company: '77' }))).allowed, false);
    });
  });
}
