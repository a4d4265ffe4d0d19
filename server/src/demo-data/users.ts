/** The claims of a demo user's token. */
export interface DemoUser {
  readonly sub: string;
  readonly tenant?: string;
  readonly roles: readonly string[];
  readonly name: string;
  readonly email: string;
}

export const demoUserNames = [
  'main-user',
  'second-granter',
  'accountant',
  'other-tenant',
  'agent',
  'developer',
] as const;
export type DemoUserName = (typeof demoUserNames)[number];

const everything = [
  'mainUser',
  'advisoryAccessGranter',
  'companyRequestsViewer',
  'settingsManager',
];

/** Whom the demo sign-in knows. The accountant may neither submit nor grant, the second granter may grant alone; staff belongs to no customer. */
export const demoUsers: Readonly<Record<DemoUserName, DemoUser>> = {
  'main-user': {
    sub: 'main-user',
    tenant: 'tenant-1',
    roles: everything,
    name: 'Maija Mäkelä',
    email: 'maija.makela@ayras.fi',
  },
  'second-granter': {
    sub: 'second-granter',
    tenant: 'tenant-1',
    roles: ['advisoryAccessGranter'],
    name: 'Kaisa Korhonen',
    email: 'kaisa.korhonen@ayras.fi',
  },
  accountant: {
    sub: 'accountant',
    tenant: 'tenant-1',
    roles: ['accountant'],
    name: 'Aino Virtanen',
    email: 'aino.virtanen@ayras.fi',
  },
  'other-tenant': {
    sub: 'other-tenant',
    tenant: 'tenant-2',
    roles: everything,
    name: 'Olli Öhman',
    email: 'olli.ohman@kirjanpitovirta.fi',
  },
  agent: {
    sub: 'agent',
    roles: ['customerService'],
    name: 'Laura Niemi',
    email: 'laura.niemi@visma.com',
  },
  developer: {
    sub: 'developer',
    roles: ['productDevelopment'],
    name: 'Mikko Salo',
    email: 'mikko.salo@visma.com',
  },
};
