import { sql } from 'kysely';
import type { Colleague, Company } from '../../../src/contract/index.js';
import { searchable } from '../../../src/contract/plain-text.js';
import type { Database } from './tables.js';

const PAGE = 50;

/** What a company is found by. */
export const searchText = ({ number, name }: Company): string => searchable(`${number} ${name}`);

export const findPerson = (db: Database, tenant: string, id: string) =>
  db
    .selectFrom('people')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();

export const findTenant = (db: Database, tenant: string) =>
  db.selectFrom('tenants').selectAll().where('id', '=', tenant).executeTakeFirst();

/** Whether customers are kept here at all; where only the sign-in provider knows them, nobody can be said to be none. */
export const knowsTenants = async (db: Database): Promise<boolean> =>
  (await db.selectFrom('tenants').select('id').limit(1).executeTakeFirst()) !== undefined;

export async function countCompanies(db: Database, tenant: string): Promise<number> {
  const { count } = await db
    .selectFrom('companies')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** People of a tenant who have one of the roles. */
export async function colleaguesWith(
  db: Database,
  tenant: string,
  roles: readonly string[],
): Promise<Colleague[]> {
  const people = await db
    .selectFrom('people')
    .select(['name', 'email', 'roles'])
    .where('tenant', '=', tenant)
    .orderBy('name')
    .execute();
  return people
    .filter((person) => person.roles.some((role) => roles.includes(role)))
    .map(({ name, email }) => ({ name, email }));
}

/** The names that a tenant's own companies go by, of those numbers that it has. */
export async function companyNames(
  db: Database,
  tenant: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const companies = await db
    .selectFrom('companies')
    .select(['number', 'name'])
    .where('tenant', '=', tenant)
    .where(
      sql<boolean>`number in (select jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))`,
    )
    .execute();
  return new Map(companies.map(({ number, name }) => [number, name]));
}

/** One page of a tenant's companies by number; `after` is the number that the former page ended with. */
export async function listCompanies(db: Database, tenant: string, find: string, after?: string) {
  let query = db
    .selectFrom('companies')
    .select(['number', 'name'])
    .where('tenant', '=', tenant)
    .orderBy(sql`length(number)`)
    .orderBy('number')
    .limit(PAGE + 1);
  if (find) query = query.where(sql<boolean>`strpos(search, ${searchable(find)}) > 0`);
  if (after !== undefined)
    query = query.where(
      sql<boolean>`(length(number), number) > (length(${after}::text), ${after})`,
    );
  const companies = await query.execute();
  const items = companies.slice(0, PAGE);
  return { items, next: companies.length > PAGE ? items.at(-1)?.number : undefined };
}
