import type { Permission } from '../../../src/contract/index.js';

/** What a role of a token's `roles` lets a customer's person do; a role that isn't here lets nothing. */
const granted: ReadonlyMap<string, Permission> = new Map([
  ['mainUser', 'submitRequests'],
  ['primaryContact', 'submitRequests'],
  ['advisoryAccessGranter', 'grantAdvisoryAccess'],
  ['companyRequestsViewer', 'viewCompanyRequests'],
  ['settingsManager', 'manageSettings'],
]);

/** Only these two ask for advisory access [guide 2.1.7]. */
export const staffUnits = ['customer-service', 'product-development'] as const;
export type StaffUnit = (typeof staffUnits)[number];

const units: ReadonlyMap<string, StaffUnit> = new Map([
  ['customerService', 'customer-service'],
  ['productDevelopment', 'product-development'],
]);

export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => granted.get(role) ?? []));
}

/** The unit of somebody of Visma's staff; nothing for a customer's person. */
export function unitOf(roles: readonly string[]): StaffUnit | undefined {
  return roles.map((role) => units.get(role)).find((unit) => unit !== undefined);
}

/** The roles that bring a permission, to find who has it. */
export function rolesWith(permission: Permission): string[] {
  return [...granted].filter(([, brought]) => brought === permission).map(([role]) => role);
}
