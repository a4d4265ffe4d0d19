import type { AdvisorySettings } from '../../../src/contract/index.js';
import type { Handlers } from '../http/call.js';
import {
  findRules,
  listChanges,
  lockRules,
  storeRules,
  type SettingsChangeRow,
} from '../storage/advisory-settings.js';
import type { Database } from '../storage/tables.js';
import { inTransaction } from '../storage/transaction.js';
import { personOf } from './advisory-decision.js';
import type { Services } from './services.js';

const changeOf = ({ at, by_name, max_hours, approvers_required }: SettingsChangeRow) => ({
  at: at.toISOString(),
  by: { name: by_name },
  maxHours: max_hours,
  approversRequired: approvers_required,
});

const read = async (db: Database, tenant: string): Promise<AdvisorySettings> => ({
  ...(await findRules(db, tenant)),
  changes: (await listChanges(db, tenant)).map(changeOf),
});

/** The customer's own rules of advisory access, which nobody else can write. */
export function advisorySettings({ db, clockIn, journal }: Services) {
  return {
    async getAdvisorySettings({ identity: { tenant } }) {
      return { status: 200, body: await read(db, tenant) };
    },

    async putAdvisorySettings({ identity, body }) {
      const { tenant, id } = identity;
      return inTransaction(db, async (trx) => {
        const at = await clockIn(trx);
        const former = await lockRules(trx, tenant, id, at);
        const rules = {
          maxHours: body.maxHours ?? former.maxHours,
          approversRequired: body.approversRequired ?? former.approversRequired,
        };
        const isSame =
          rules.maxHours === former.maxHours &&
          rules.approversRequired === former.approversRequired;
        if (!isSame) {
          const change = await storeRules(trx, tenant, rules, personOf(identity), at);
          await journal.appendSettings(trx, change);
        }
        return { status: 200, body: await read(trx, tenant) };
      });
    },
  } satisfies Handlers;
}
