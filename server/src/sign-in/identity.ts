import * as z from 'zod/mini';
import type { Permission } from '../../../src/contract/index.js';
import { permissionsOf, unitOf, type StaffUnit } from './roles.js';

/** Somebody of a customer's. */
export interface Customer {
  readonly side: 'customer';
  readonly tenant: string;
  readonly id: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly permissions: ReadonlySet<Permission>;
}

/** Somebody of Visma's. */
export interface Staff {
  readonly side: 'staff';
  readonly id: string;
  readonly name?: string | undefined;
  readonly unit: StaffUnit;
}

export type Identity = Customer | Staff;

const plain = z.string().check(
  z.minLength(1),
  z.maxLength(200),
  z.regex(/^\P{Cc}+$/u),
  z.refine((text) => text.isWellFormed()),
);
const claims = z.object({
  sub: plain,
  tenant: z.optional(plain),
  roles: z._default(z.array(z.string()), []),
  name: z.optional(plain),
  email: z.optional(plain),
});

/**
 * Who the claims of a verified token stand for. Somebody with a staff role is staff and nothing else, so that no one
 * person asks for access and grants it.
 */
export function identityOf(payload: unknown): Identity | undefined {
  const { success, data } = z.safeParse(claims, payload);
  if (!success) return undefined;
  const { sub: id, tenant, roles, name, email } = data;
  const unit = unitOf(roles);
  if (unit) return { side: 'staff', id, name, unit };
  if (tenant === undefined) return undefined;
  return { side: 'customer', tenant, id, name, email, permissions: permissionsOf(roles) };
}
