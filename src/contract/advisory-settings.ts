import * as z from 'zod/mini';
import { operation } from './operation.js';
import { instant } from './values.js';

/** How many people can be asked for. */
export const approverCounts = [1, 2] as const;

/** `Palvelunhallinta | Yleiset asetukset | Neuvontaoikeudet voimassa enintään` [guide 2.1.6], and how many people have to approve. */
const rules = {
  /** For how many hours access is valid at most. */
  maxHours: z.int().check(z.gte(1), z.lte(168)),
  approversRequired: z.literal(approverCounts),
};

/** The customer's own rules of advisory access, and who changed them, the latest change first. */
export const advisorySettings = z.object({
  ...rules,
  changes: z.array(z.object({ at: instant, by: z.object({ name: z.string() }), ...rules })),
});
export type AdvisorySettings = z.infer<typeof advisorySettings>;

/** What is absent stays. */
export const advisorySettingsChange = z.object({
  maxHours: z.optional(rules.maxHours),
  approversRequired: z.optional(rules.approversRequired),
});
export type AdvisorySettingsChange = z.infer<typeof advisorySettingsChange>;

/** A change of the rules as it is signed and logged, like what happens to requests. */
export const settingsStatement = z.object({
  type: z.literal('settings'),
  tenant: z.string(),
  /** By the endpoint's clock. */
  at: instant,
  by: z.object({ id: z.string(), name: z.string(), side: z.literal('customer') }),
  settings: z.object(rules),
});
export type SettingsStatement = z.infer<typeof settingsStatement>;

export const getAdvisorySettings = operation({
  name: 'getAdvisorySettings',
  method: 'GET',
  path: '/settings/advisory-access',
  response: advisorySettings,
  statuses: [200],
  problems: [],
  capability: 'advisorySettings',
  audience: 'customer',
  permission: 'manageSettings',
});

export const putAdvisorySettings = operation({
  name: 'putAdvisorySettings',
  method: 'PUT',
  path: '/settings/advisory-access',
  body: advisorySettingsChange,
  response: advisorySettings,
  statuses: [200],
  problems: ['validation'],
  capability: 'advisorySettings',
  audience: 'customer',
  permission: 'manageSettings',
});
