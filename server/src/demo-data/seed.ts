import type { Company } from '../../../src/contract/index.js';
import type { Journal } from '../advisory-log/journal.js';
import type { Database } from '../storage/tables.js';
import { searchText } from '../storage/directory.js';
import { seedAdvisoryRequest } from './advisory-request.js';
import { demoArticles } from './articles.js';
import { ayrasCompanies, virtaCompanies } from './companies.js';
import { demoIncidents } from './incidents.js';
import { demoUsers, type DemoUser } from './users.js';

const tenants = [
  { id: 'tenant-1', name: 'Tilitoimisto Äyräs Oy', number: '1001', companies: ayrasCompanies },
  { id: 'tenant-2', name: 'Kirjanpito Virta Oy', number: '2001', companies: virtaCompanies },
];

const people = [
  {
    ...demoUsers['main-user'],
    phone: '040 123 4567',
    userIds: ['ayras-maija'],
    helpDeskAccount: 'yes',
  },
  {
    ...demoUsers['second-granter'],
    phone: '040 555 0123',
    userIds: ['ayras-kaisa'],
    helpDeskAccount: 'no',
  },
  {
    ...demoUsers.accountant,
    phone: '040 765 4321',
    userIds: ['ayras-aino'],
    helpDeskAccount: 'no',
  },
  {
    ...demoUsers['other-tenant'],
    phone: '050 234 5678',
    userIds: ['virta-olli'],
    helpDeskAccount: 'unknown',
  },
] as const;

const personRow = ({
  sub,
  tenant,
  roles,
  name,
  email,
  phone,
  userIds,
  helpDeskAccount,
}: (typeof people)[number] & DemoUser) => ({
  tenant: tenant ?? '',
  id: sub,
  name,
  email,
  phone,
  user_ids: JSON.stringify(userIds),
  roles: JSON.stringify(roles),
  help_desk_account: helpDeskAccount,
});

const companyRow = (tenant: string) => (company: Company) => ({
  tenant,
  ...company,
  search: searchText(company),
});

/** Puts the demo's customers, people, companies, incidents, articles and a pending advisory request into the database; what is there already stays. */
export async function seedDemo(db: Database, journal: Journal, now: Date): Promise<void> {
  await db
    .insertInto('tenants')
    .values(tenants.map(({ id, name, number }) => ({ id, name, number })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('people')
    .values(people.map(personRow))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('companies')
    .values(tenants.flatMap(({ id, companies }) => companies.map(companyRow(id))))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('incidents')
    .values(demoIncidents(now))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('articles')
    .values(demoArticles)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await seedAdvisoryRequest(db, journal, now);
}
