import type { Handlers } from '../http/call.js';
import { findRules, storeRules } from '../storage/advisory-reading.js';
import type { Services } from './services.js';

/** The customer's own rules of advisory access, which nobody else can write. */
export function advisorySettings({ db, now }: Services) {
  return {
    async getAdvisorySettings({ identity: { tenant } }) {
      return { status: 200, body: await findRules(db, tenant) };
    },

    async putAdvisorySettings({ identity: { tenant, id }, body }) {
      await storeRules(db, tenant, body, id, now());
      return { status: 200, body: await findRules(db, tenant) };
    },
  } satisfies Handlers;
}
