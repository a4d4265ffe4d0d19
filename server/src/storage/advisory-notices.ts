import { sql, type Selectable, type Transaction } from 'kysely';
import type { Language, NoticeChoice, NoticeSettings } from '../../../src/contract/index.js';
import { rolesWith } from '../sign-in/roles.js';
import type { SettingsChangeRow } from './advisory-settings.js';
import type {
  AccessRow,
  AdvisoryHistoryAct,
  Database,
  NoticeKind,
  Side,
  Tables,
} from './tables.js';

export type NoticeSettingsRow = Selectable<Tables['notice_settings']>;

/** Somebody who may grant, and of what they want to be told. */
export interface Granter {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly wants: NoticeChoice;
  readonly language: Language | null;
}

/** Who may grant advisory access, as far as the directory knows. */
export async function grantersOf(db: Database, tenant: string): Promise<Granter[]> {
  const roles = rolesWith('grantAdvisoryAccess');
  const people = await db
    .selectFrom('people')
    .leftJoin('notice_settings', (join) =>
      join
        .onRef('notice_settings.tenant', '=', 'people.tenant')
        .onRef('notice_settings.person', '=', 'people.id'),
    )
    .select(['id', 'name', 'email', 'roles', 'wants', 'language'])
    .where('people.tenant', '=', tenant)
    .orderBy('id')
    .execute();
  return people
    .filter((person) => person.roles.some((role) => roles.includes(role)))
    .map(({ wants, ...person }) => ({ ...person, wants: wants ?? 'all' }));
}

/** Who has decided on a request, or on the one that it would prolong. */
export async function decidersOf(
  db: Database,
  { id, extends: former }: Pick<AccessRow, 'id' | 'extends'>,
): Promise<ReadonlySet<string>> {
  const requests = former === null ? [id] : [id, former];
  const rows = await db
    .selectFrom('advisory_decisions')
    .select('by')
    .where('request', 'in', requests)
    .union(db.selectFrom('advisory_first_approvals').select('by').where('request', 'in', requests))
    .execute();
  return new Set(rows.map(({ by }) => by));
}

export interface NewNotice {
  readonly request: Pick<AccessRow, 'id' | 'version'>;
  readonly kind: NoticeKind;
  readonly to: {
    readonly side: Side;
    /** Support sees all customers, and has no tenant. */
    readonly tenant: string;
    /** A customer's id, or the address of support. */
    readonly person: string;
  };
  readonly at: Date;
}

/** For how long notices to a person are collected into one mail, in milliseconds. */
export interface CollectingPace {
  /** After the latest. */
  readonly quiet: number;
  /** After the first. */
  readonly longest: number;
}

/** The mail that the person's notices are collected in. */
async function collectingMail(
  trx: Transaction<Tables>,
  { to, at }: Pick<NewNotice, 'to' | 'at'>,
  { quiet, longest }: CollectingPace,
): Promise<string> {
  const { rows } = await sql<{ serial: string }>`
    insert into outbox (tenant, side, person, created_at, next_at)
    values (${to.tenant}, ${to.side}, ${to.person}, ${at}, ${new Date(at.getTime() + quiet)})
    on conflict (side, tenant, person) where person is not null and state = 'waiting' and attempts = 0
    do update set next_at = least(
      greatest(outbox.next_at, excluded.next_at),
      outbox.created_at + make_interval(secs => ${longest / 1000}))
    returning serial`.execute(trx);
  return rows[0]?.serial ?? '';
}

/** Puts a notice into that mail, in the transaction in which it happens. */
export async function enqueueNotice(
  trx: Transaction<Tables>,
  { request, kind, to, at }: NewNotice,
  pace: CollectingPace,
): Promise<void> {
  await trx
    .insertInto('advisory_notices')
    .values({
      request: request.id,
      version: request.version,
      kind,
      side: to.side,
      person: to.person,
      mail: await collectingMail(trx, { to, at }, pace),
    })
    .execute();
}

/** Puts a change of the customer's rules into that mail. */
export async function enqueueSettingsNotice(
  trx: Transaction<Tables>,
  { serial: change, tenant, at }: SettingsChangeRow,
  person: string,
  pace: CollectingPace,
): Promise<void> {
  const mail = await collectingMail(trx, { to: { side: 'customer', tenant, person }, at }, pace);
  await trx.insertInto('settings_notices').values({ change, person, mail }).execute();
}

/** The changes of rules that a mail tells of. */
export const settingsNoticesIn = (db: Database, mail: string): Promise<SettingsChangeRow[]> =>
  db
    .selectFrom('settings_notices')
    .innerJoin('advisory_settings_changes as changed', 'changed.serial', 'settings_notices.change')
    .selectAll('changed')
    .where('mail', '=', mail)
    .orderBy('changed.serial')
    .execute();

/** Rights that end by `before`, were granted for longer than `atLeast` milliseconds, and of whose end nobody has been told. */
export async function findUnannouncedEnds(
  db: Database,
  now: Date,
  before: Date,
  atLeast: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from advisory_access ending
    where state = 'active' and due_at > ${now} and due_at <= ${before}
      and ends_at - starts_at > make_interval(secs => ${atLeast / 1000})
      and not exists (select from advisory_notices told
        where told.request = ending.id and told.version = ending.version and told.kind = 'ending')
    order by id`.execute(db);
  return rows.map(({ id }) => id);
}

export type NoticeRow = Selectable<Tables['advisory_notices']>;

/** What a mail tells of, in the order in which it came about. */
export const noticesIn = (db: Database, mail: string): Promise<NoticeRow[]> =>
  db
    .selectFrom('advisory_notices')
    .innerJoin('advisory_access', 'advisory_access.id', 'advisory_notices.request')
    .selectAll('advisory_notices')
    .where('mail', '=', mail)
    .orderBy('advisory_access.serial')
    .orderBy('advisory_notices.version')
    .orderBy('kind')
    .execute();

/** How the mails of a request do: how many people's are on their way, sent, given up. */
export async function countNotices(
  db: Database,
  request: string,
): Promise<Record<'waiting' | 'sent' | 'failed', number>> {
  const rows = await db
    .selectFrom('advisory_notices')
    .innerJoin('outbox', 'outbox.serial', 'advisory_notices.mail')
    .select(({ fn }) => [
      'state',
      fn.count<string>('advisory_notices.person').distinct().as('count'),
    ])
    .where('advisory_notices.request', '=', request)
    .where('advisory_notices.side', '=', 'customer')
    .groupBy('state')
    .execute();
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { waiting: of('waiting'), sent: of('sent'), failed: of('failed') };
}

/** What a right was used for: by whom, in which company and area, and how often. */
export interface UseSummary {
  readonly by_name: string | null;
  readonly company: string;
  readonly area: string;
  readonly count: string;
}

export async function summarizeUses(db: Database, request: string): Promise<UseSummary[]> {
  const { rows } = await sql<UseSummary>`
    select max(by_name) as by_name, use ->> 'company' as company, use ->> 'area' as area, count(*) as count
    from advisory_history where request = ${request} and act = 'used'
    group by by, use ->> 'company', use ->> 'area'
    order by count(*) desc, company, area`.execute(db);
  return rows;
}

export const findNoticeSettings = (
  db: Database,
  tenant: string,
  person: string,
): Promise<NoticeSettingsRow | undefined> =>
  db
    .selectFrom('notice_settings')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('person', '=', person)
    .executeTakeFirst();

/** Changes what is given; what was seen once stays seen, and nobody has seen more than there is. */
export async function storeNoticeSettings(
  db: Database,
  { tenant, person }: Pick<NoticeSettingsRow, 'tenant' | 'person'>,
  { wants, language, seen }: NoticeSettings,
  now: Date,
): Promise<void> {
  await sql`
    insert into notice_settings as kept (tenant, person, wants, language, seen, seen_at)
    values (${tenant}, ${person}, ${wants ?? 'all'}, ${language ?? null},
      least(${seen ?? null}::bigint, coalesce((select size from advisory_log_heads where tenant = ${tenant}), 0)),
      ${seen === undefined ? null : now}::timestamptz)
    on conflict (tenant, person) do update set
      wants = coalesce(${wants ?? null}, kept.wants),
      language = coalesce(excluded.language, kept.language),
      seen = greatest(kept.seen, case when ${seen ?? null}::bigint is not null then excluded.seen end),
      seen_at = coalesce(excluded.seen_at, kept.seen_at)`.execute(db);
}

export interface News {
  /** How many entries the customer's log has: up to where the news goes. */
  readonly size: string;
  readonly acts: readonly { readonly act: AdvisoryHistoryAct; readonly count: number }[];
}

/**
 * What others than a person did after the entries that they have seen; nothing where they have seen none. It goes by the customer's
 * log, which is in order, while the history is in the order in which acts began.
 */
export async function newsOf(
  db: Database,
  { tenant, person, seen }: { tenant: string; person: string; seen: string | null },
): Promise<News> {
  const { rows } = await sql<{ size: string; act: AdvisoryHistoryAct | null; count: string }>`
    with head as (select coalesce(max(size), 0) as size from advisory_log_heads where tenant = ${tenant})
    select head.size, happened.act, count(happened.act) as count
    from head
    left join advisory_log log on log.tenant = ${tenant} and log.index >= ${seen}::bigint and log.index < head.size
    left join advisory_history happened on happened.serial = log.history
      and happened.by is distinct from ${person} and happened.act <> 'activated'
    group by head.size, happened.act
    order by min(happened.serial)`.execute(db);
  return {
    size: rows[0]?.size ?? '0',
    acts: rows.flatMap(({ act, count }) => (act === null ? [] : { act, count: Number(count) })),
  };
}

const KEPT_DAYS = 90;

/** Forgets mails of notices that ended long ago; what they told of stands in the history for good. */
export const purgeNotices = (db: Database, now: Date) =>
  db
    .deleteFrom('outbox')
    .where('person', 'is not', null)
    .where('state', '<>', 'waiting')
    .where('created_at', '<', new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000))
    .execute();
