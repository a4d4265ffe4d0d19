import { permissions, type Me } from '../../src/contract/index.js';
import { ayrasCompanies } from '../../server/src/demo-data/companies.js';
import { demoUsers } from '../../server/src/demo-data/users.js';
import { permissionsOf } from '../../server/src/sign-in/roles.js';

const { 'main-user': maija, 'second-granter': kaisa, accountant: aino } = demoUsers;

const colleague = ({ name, email }: typeof maija) => ({ name, email });

const meOf = (
  { sub, name, email, roles }: typeof maija,
  more: Pick<Me, 'phone' | 'userIds' | 'helpDeskAccount'>,
): Me => ({
  id: sub,
  tenant: 'tenant-1',
  name,
  email,
  company: { number: '1001', name: 'Tilitoimisto Äyräs Oy' },
  companyCount: ayrasCompanies.length,
  permissions: permissions.filter((permission) => permissionsOf(roles).has(permission)),
  mainUsers: [colleague(maija)],
  granters: [colleague(kaisa), colleague(maija)],
  ...more,
});

/** Who may be signed in; the same people as in the demo of the reference endpoint. */
export const people = {
  'main-user': meOf(maija, {
    phone: '040 123 4567',
    userIds: ['ayras-maija'],
    helpDeskAccount: 'yes',
  }),
  'second-granter': meOf(kaisa, {
    phone: '040 555 0123',
    userIds: ['ayras-kaisa'],
    helpDeskAccount: 'no',
  }),
  accountant: meOf(aino, { phone: '040 765 4321', userIds: ['ayras-aino'], helpDeskAccount: 'no' }),
  nobody: undefined,
} satisfies Record<string, Me | undefined>;

export const users = [
  { value: 'main-user', title: 'Maija, main user' },
  { value: 'second-granter', title: 'Kaisa, grants access' },
  { value: 'accountant', title: 'Aino, accountant: may not send' },
  { value: 'nobody', title: 'Nobody' },
] as const;
export type User = (typeof users)[number]['value'];
