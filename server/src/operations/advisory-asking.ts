import type { Transaction } from 'kysely';
import {
  isOpenTo,
  lapseOf,
  periodErrors,
  type AdvisoryAmendment,
  type AdvisoryAsk,
  type ApprovalState,
} from '../../../src/contract/index.js';
import type { Journal } from '../advisory-log/journal.js';
import { digestOf } from '../attachments/digest.js';
import { invalid, ProblemError } from '../http/problem-error.js';
import type { Staff } from '../sign-in/identity.js';
import {
  advance,
  insertAccess,
  insertVersion,
  type NewVersion,
} from '../storage/advisory-access.js';
import { findAccess, findVersion } from '../storage/advisory-reading.js';
import { companyNames, findTenant, knowsTenants } from '../storage/directory.js';
import type { AccessRow, Database, Tables, VersionRow } from '../storage/tables.js';
import { personOf, refusalOf } from './advisory-decision.js';
import { unitName, unitNamed } from './texts.js';

/** What staff asks for: first, anew in other words, or no more. */

type Content = Omit<AdvisoryAsk, 'tenant' | 'extends'>;

const wasGranted: readonly ApprovalState[] = ['scheduled', 'active', 'revoked', 'ended'];

/** Whom a grant is to: nobody asks in another person's name, and a unit that isn't known is the asker's own. */
function grantedTo(
  { kind, name }: AdvisoryAsk['grantedTo'],
  asker: Staff,
): Pick<NewVersion, 'granted_kind' | 'granted_id' | 'granted_name'> {
  if (kind === 'person')
    return { granted_kind: kind, granted_id: asker.id, granted_name: personOf(asker).name };
  const unit = unitNamed(name) ?? asker.unit;
  return { granted_kind: kind, granted_id: unit, granted_name: unitName(unit, 'fi') };
}

/** Each company once, by the name that the customer itself has for it: whoever approves must know whose books they are. */
async function companiesOf(
  db: Database,
  tenant: string,
  asked: AdvisoryAsk['companies'],
): Promise<AdvisoryAsk['companies']> {
  const companies = new Map(asked.map((company) => [company.number, company]));
  const names = await companyNames(db, tenant, [...companies.keys()]);
  return [...companies.values()].map(({ number, name }) => ({
    number,
    name: names.get(number) ?? name,
  }));
}

async function versionOf(
  trx: Database,
  tenant: string,
  content: Content,
  asker: Staff,
  at: Date,
): Promise<NewVersion> {
  const [from, until] = [new Date(content.from), new Date(content.until)];
  const errors = periodErrors({ from, until }, at);
  if (errors.length) throw new ProblemError('validation', { errors });
  const companies = await companiesOf(trx, tenant, content.companies);
  const areas = [...new Map(content.areas.map((area) => [area.id, area])).values()];
  return {
    ...grantedTo(content.grantedTo, asker),
    access: content.access,
    environment: JSON.stringify(content.environment),
    reason: content.reason,
    support_request: content.supportRequest ?? null,
    from_at: from,
    until_at: until,
    companies: JSON.stringify(companies),
    areas: JSON.stringify(areas),
    company_count: companies.length,
    area_count: areas.length,
  };
}

/** The next version: what isn't amended stays, and stays granted to the same. */
async function amendedVersion(
  trx: Database,
  tenant: string,
  asked: VersionRow,
  amendment: AdvisoryAmendment,
  amender: Staff,
  at: Date,
): Promise<NewVersion> {
  const { granted_kind, granted_id, granted_name } = asked;
  const content = {
    grantedTo: amendment.grantedTo ?? { kind: granted_kind, name: granted_name },
    access: amendment.access ?? asked.access,
    environment: amendment.environment ?? asked.environment,
    reason: amendment.reason ?? asked.reason,
    supportRequest: amendment.supportRequest ?? asked.support_request ?? undefined,
    companies: amendment.companies ?? asked.companies,
    areas: amendment.areas ?? asked.areas,
    from: amendment.from ?? asked.from_at.toISOString(),
    until: amendment.until ?? asked.until_at.toISOString(),
  };
  const version = await versionOf(trx, tenant, content, amender, at);
  return amendment.grantedTo ? version : { ...version, granted_kind, granted_id, granted_name };
}

/** Where customers are known, nobody asks one that isn't. */
async function checkTenant(trx: Database, tenant: string): Promise<void> {
  if ((await knowsTenants(trx)) && !(await findTenant(trx, tenant)))
    throw invalid('/tenant', 'notFound');
}

/** Only the asker and their unit change a request: whoever is asked must know who does. */
function checkAsker({ asker, asker_unit }: AccessRow, { id, unit }: Staff): void {
  if (id !== asker && unit !== asker_unit)
    throw new ProblemError('forbidden', {
      detail: 'Only the requester or someone in the same unit can change or withdraw a request',
    });
}

async function checkExtends(
  trx: Database,
  { extends: earlier, tenant }: AdvisoryAsk,
): Promise<void> {
  if (earlier === undefined) return;
  const row = await findAccess(trx, earlier, tenant);
  if (!row) throw invalid('/extends', 'notFound');
  if (!wasGranted.includes(row.state)) throw invalid('/extends', 'notAllowed');
}

/** By which the same body again is known. */
export const digestOfAsk = (body: AdvisoryAsk): string =>
  digestOf(Buffer.from(JSON.stringify(body)));

/** Stores a request, unless its id is taken. */
export async function ask(
  trx: Transaction<Tables>,
  journal: Journal,
  id: string,
  body: AdvisoryAsk,
  asker: Staff,
  at: Date,
): Promise<AccessRow | undefined> {
  await checkTenant(trx, body.tenant);
  await checkExtends(trx, body);
  const version = await versionOf(trx, body.tenant, body, asker, at);
  const access = {
    id,
    tenant: body.tenant,
    asker: asker.id,
    asker_name: personOf(asker).name,
    asker_unit: asker.unit,
    asker_email: asker.email ?? null,
    asker_language: asker.language ?? null,
    digest: digestOfAsk(body),
    extends: body.extends ?? null,
    created_at: at,
    lapses_at: lapseOf({ from: new Date(body.from), until: new Date(body.until) }, at),
  };
  return insertAccess(trx, journal, access, version, { act: 'asked', at, by: personOf(asker) });
}

export async function amend(
  trx: Transaction<Tables>,
  journal: Journal,
  row: AccessRow,
  amendment: AdvisoryAmendment,
  amender: Staff,
  at: Date,
): Promise<AccessRow> {
  checkAsker(row, amender);
  if (!isOpenTo('amend', row.state)) throw await refusalOf(trx, row);
  const version = row.version + 1;
  const content = await amendedVersion(
    trx,
    row.tenant,
    await findVersion(trx, row.id, row.version),
    amendment,
    amender,
    at,
  );
  await insertVersion(trx, row.id, version, content);
  const lapses_at = lapseOf(
    { from: new Date(content.from_at), until: new Date(content.until_at) },
    at,
  );
  return advance(
    trx,
    journal,
    row,
    {
      state: 'pending',
      version,
      lapses_at,
      asker_name: personOf(amender).name,
      asker_unit: amender.unit,
      asker_email: amender.email ?? null,
      asker_language: amender.language ?? null,
    },
    { act: 'amended', at, by: personOf(amender) },
  );
}

export async function withdraw(
  trx: Transaction<Tables>,
  journal: Journal,
  row: AccessRow,
  staff: Staff,
  at: Date,
): Promise<AccessRow> {
  checkAsker(row, staff);
  if (row.state === 'withdrawn') return row;
  if (!isOpenTo('withdraw', row.state)) throw await refusalOf(trx, row);
  return advance(
    trx,
    journal,
    row,
    { state: 'withdrawn' },
    { act: 'withdrawn', at, by: personOf(staff) },
  );
}
