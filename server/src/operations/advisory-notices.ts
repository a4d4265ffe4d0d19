import type { AdvisoryNotices } from '../../../src/contract/index.js';
import type { Handlers } from '../http/call.js';
import type { Customer } from '../sign-in/identity.js';
import {
  findNoticeSettings,
  grantersOf,
  newsOf,
  storeNoticeSettings,
} from '../storage/advisory-notices.js';
import type { Services } from './services.js';

/** What a person is told of advisory access: by mail, and when they come back to the page. */
export function advisoryNotices({ db, now, mailsNotices }: Services) {
  /** The address where a person is told, if they are. */
  const addressOf = async ({ tenant, id, permissions }: Customer): Promise<string | undefined> =>
    mailsNotices && permissions.has('grantAdvisoryAccess')
      ? (await grantersOf(db, tenant)).find((granter) => granter.id === id)?.email
      : undefined;

  async function read(identity: Customer): Promise<AdvisoryNotices> {
    const { tenant, id: person } = identity;
    const settings = await findNoticeSettings(db, tenant, person);
    const seen = settings?.seen ?? null;
    const { size, acts } = await newsOf(db, { tenant, person, seen });
    const email = await addressOf(identity);
    return {
      ...(email !== undefined && { email }),
      wants: settings?.wants ?? 'all',
      ...(settings?.language && { language: settings.language }),
      ...(settings?.seen_at && { since: settings.seen_at.toISOString() }),
      news: [...acts],
      upTo: size,
    };
  }

  return {
    async getAdvisoryNotices({ identity }) {
      return { status: 200, body: await read(identity) };
    },

    async putAdvisoryNotices({ identity, body }) {
      const { tenant, id: person } = identity;
      await storeNoticeSettings(db, { tenant, person }, body, now());
      return { status: 200, body: await read(identity) };
    },
  } satisfies Handlers;
}
