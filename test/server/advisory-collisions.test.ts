import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  checkAccess,
  decideAdvisoryAccess,
  listStaffAdvisoryAccess,
  revokeAdvisoryAccess,
} from '../../src/contract/index.js';
import { AdvisoryDesk, isoHours, sampleAsk } from './tools/advisory.js';
import { hasPostgres, newDatabase } from './tools/postgres.js';
import type { Answer } from './tools/test-endpoint.js';

const look = { tenant: 'tenant-1', company: '1234', area: 'kirjanpito', access: 'view' };

if (hasPostgres) {
  describe('Grants of one person on two instances', () => {
    it('begin, are used, listed and revoked at once without anybody being refused by a fault of ours', async () => {
      const url = await newDatabase();
      const desks = [
        await AdvisoryDesk.open({ kind: 'postgres', url }),
        await AdvisoryDesk.open({ kind: 'postgres', url }),
      ] as const;
      const asked = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          desks[0].ask(sampleAsk({ from: isoHours(1), until: isoHours(2 + (n % 5)) })),
        ),
      );
      for (const { id } of asked) await desks[0].decide(id, { version: 1, outcome: 'approved' });
      // All of them are due to begin.
      for (const desk of desks) desk.moveTo(1.5);
      const token = desks[0].endpoint.token('agent');
      const granter = desks[0].endpoint.token('main-user');
      const answers: Answer[] = (
        await Promise.all(
          asked.map(({ id }, n) => {
            const { endpoint } = desks[n % 2] ?? desks[0];
            const as = { token };
            return Promise.all([
              endpoint.ask(checkAccess, { as, query: look }),
              endpoint.ask(listStaffAdvisoryAccess, { as }),
              endpoint.ask(checkAccess, { as, query: look }),
              ...(n % 4 === 0
                ? [
                    endpoint.ask(revokeAdvisoryAccess, {
                      as: { token: granter },
                      params: { id },
                      body: {},
                    }),
                  ]
                : [
                    endpoint.ask(decideAdvisoryAccess, {
                      as: { token: granter },
                      params: { id },
                      body: { version: 1, outcome: 'approved' },
                    }),
                  ]),
            ]);
          }),
        )
      ).flat();
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
      for (const { id } of asked) await desks[1].revoke(id);
      assert.equal((await desks[0].mayLook()).allowed, false);
      for (const desk of desks) await desk.close();
    });
  });

  describe('A grant that was approved where the clock goes five seconds ahead', () => {
    it('ends at once when it is revoked where the clock goes right', async () => {
      const url = await newDatabase();
      const ahead = await AdvisoryDesk.open({ kind: 'postgres', url });
      const right = await AdvisoryDesk.open({ kind: 'postgres', url });
      ahead.moveTo(5 / 3600);
      const { id } = await ahead.grant();
      assert.equal((await right.revoke(id)).state, 'revoked');
      for (const desk of [ahead, right]) {
        assert.equal((await desk.mayLook()).allowed, false);
        await desk.close();
      }
    });
  });
}
