import { permissions } from '../../../src/contract/index.js';
import type { Handlers } from '../http/call.js';
import { rolesWith } from '../sign-in/roles.js';
import {
  colleaguesWith,
  countCompanies,
  findPerson,
  findTenant,
  listCompanies,
} from '../storage/directory.js';
import type { Services } from './services.js';

/** Who is signed in, and the companies that they may act for. What the token says of a person comes first. */
export function people({ db }: Services) {
  return {
    async getMe({ identity }) {
      const { tenant, id } = identity;
      const person = await findPerson(db, tenant, id);
      const company = await findTenant(db, tenant);
      const body = {
        id,
        tenant,
        name: identity.name ?? person?.name ?? '',
        email: identity.email ?? person?.email ?? '',
        ...(person?.phone && { phone: person.phone }),
        company: {
          name: company?.name ?? tenant,
          ...(company?.number && { number: company.number }),
        },
        userIds: person?.user_ids ?? [],
        companyCount: await countCompanies(db, tenant),
        permissions: permissions.filter((permission) => identity.permissions.has(permission)),
        helpDeskAccount: person?.help_desk_account ?? 'unknown',
        mainUsers: await colleaguesWith(db, tenant, rolesWith('submitRequests')),
        granters: await colleaguesWith(db, tenant, rolesWith('grantAdvisoryAccess')),
      };
      return { status: 200, body };
    },

    async listCompanies({ identity, query: { q = '', cursor } }) {
      const { items, next } = await listCompanies(db, identity.tenant, q, cursor);
      return { status: 200, body: { items, ...(next !== undefined && { next }) } };
    },
  } satisfies Handlers;
}
