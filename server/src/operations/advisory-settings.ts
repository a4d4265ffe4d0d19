import type { Handlers } from '../http/call.js';
import { findMaxHours, storeMaxHours } from '../storage/advisory-reading.js';
import type { Services } from './services.js';

/** The customer's own maximum, which nobody else can write. */
export function advisorySettings({ db, now }: Services) {
  return {
    async getAdvisorySettings({ identity: { tenant } }) {
      return { status: 200, body: { maxHours: await findMaxHours(db, tenant) } };
    },

    async putAdvisorySettings({ identity: { tenant, id }, body }) {
      await storeMaxHours(db, tenant, body.maxHours, id, now());
      return { status: 200, body };
    },
  } satisfies Handlers;
}
