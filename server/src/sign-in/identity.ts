import * as z from 'zod/mini';
import { languages, type Language, type Permission } from '../../../src/contract/index.js';
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
  readonly email?: string | undefined;
  readonly language?: Language | undefined;
  readonly unit: StaffUnit;
}

export type Identity = Customer | Staff;

/** Where a provider keeps what we need to know of a person: a claim, or with dots the way into one that holds others. */
export interface ClaimNames {
  readonly roles?: string | undefined;
  readonly tenant?: string | undefined;
}

/** Without a name of one's own: ours, and where Keycloak has roles. */
const usualRoles = ['roles', 'realm_access.roles'];

const plain = z.string().check(
  z.minLength(1),
  z.maxLength(200),
  z.regex(/^\P{Cc}+$/u),
  z.refine((text) => text.isWellFormed()),
);

/** Some providers keep every attribute as a list. */
const oneOf = z.union([plain, z.tuple([plain])]);

/** A list, or a string with one role or several: providers with one value often leave the list away. */
const roleList = z.union([z.array(z.unknown()), z.string()]);

const subject = z.object({ sub: plain });

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A claim by its name, which may hold dots itself, or by the way to it; undefined where it is missing or null. */
function claimAt(claims: unknown, name: string): unknown {
  if (!isObject(claims)) return undefined;
  if (Object.hasOwn(claims, name)) return claims[name] ?? undefined;
  for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
    const outer = name.slice(0, dot);
    const inner = Object.hasOwn(claims, outer)
      ? claimAt(claims[outer], name.slice(dot + 1))
      : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function rolesIn(claims: unknown, name: string | undefined): string[] | undefined {
  const found = (name === undefined ? usualRoles : [name])
    .map((one) => claimAt(claims, one))
    .find((value) => value !== undefined);
  if (found === undefined) return [];
  const { success, data } = z.safeParse(roleList, found);
  if (!success) return undefined;
  return typeof data === 'string'
    ? data.split(/[\s,]+/).filter(Boolean)
    : data.filter((role) => typeof role === 'string');
}

/** What is only shown: nobody is refused because of it. */
function shownIn(claims: unknown, name: string): string | undefined {
  const { data } = z.safeParse(plain, claimAt(claims, name));
  return data;
}

const nameIn = (claims: unknown): string | undefined => {
  const parts = ['given_name', 'family_name'].flatMap((name) => shownIn(claims, name) ?? []);
  return shownIn(claims, 'name') ?? (parts.join(' ') || undefined);
};

/** By the claim that OpenID Connect has for it, such as `sv-FI`. */
function languageIn(claims: unknown): Language | undefined {
  const tag = shownIn(claims, 'locale')?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === tag);
}

/**
 * Who the claims of a verified token stand for. Somebody with a staff role is staff and nothing else, so that no one
 * person asks for access and grants it.
 */
export function identityOf(claims: unknown, names: ClaimNames = {}): Identity | undefined {
  const { success, data } = z.safeParse(subject, claims);
  const roles = rolesIn(claims, names.roles);
  if (!success || !roles) return undefined;
  const person = { id: data.sub, name: nameIn(claims), email: shownIn(claims, 'email') };
  const unit = unitOf(roles);
  if (unit) return { side: 'staff', ...person, language: languageIn(claims), unit };
  const tenant = z.safeParse(oneOf, claimAt(claims, names.tenant ?? 'tenant'));
  if (!tenant.success) return undefined;
  return {
    side: 'customer',
    tenant: [tenant.data].flat().join(),
    ...person,
    permissions: permissionsOf(roles),
  };
}
