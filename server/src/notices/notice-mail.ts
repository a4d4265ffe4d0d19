import { createHash } from 'node:crypto';
import { defaultContact, type Language } from '../../../src/contract/index.js';
import { dateAndTime, unitName } from '../operations/texts.js';
import { asciiAddress, isSameMailbox } from '../relay/address.js';
import { inHeader, isAutomatic, lines, paragraphs, type Line, type Mail } from '../relay/mail.js';
import { staffUnits } from '../sign-in/roles.js';
import {
  grantersOf,
  noticesIn,
  settingsNoticesIn,
  summarizeUses,
  type NoticeRow,
  type UseSummary,
} from '../storage/advisory-notices.js';
import {
  findAccess,
  findDecision,
  findFirstApproval,
  findVersion,
  listActs,
} from '../storage/advisory-reading.js';
import { findTenant } from '../storage/directory.js';
import type { SettingsChangeRow } from '../storage/advisory-settings.js';
import type { OutboxRow } from '../storage/outbox.js';
import type {
  AccessRow,
  Database,
  DecisionRow,
  NoticeKind,
  Side,
  VersionRow,
} from '../storage/tables.js';
import { noticeWords, type NoticeWords } from './words.js';

/** So many notices, companies and areas, and lines of uses, are told of in a mail; more are counted. */
const MOST_NOTICES = 20;
const MOST_NAMES = 5;
const MOST_USES = 20;

export interface NoticeMailSettings {
  /** The host's page where people decide and choose what they are told. */
  readonly url: string;
  /** Of our ids. */
  readonly domain: string;
  /** The sender's address and the mailbox, which get no notices. */
  readonly own: readonly string[];
}

/** What a notice tells of, as it stands when the mail is made. */
interface Told {
  readonly notice: NoticeRow;
  readonly row: AccessRow;
  readonly asked: VersionRow;
  readonly decision:
    Pick<DecisionRow, 'outcome' | 'companies' | 'areas' | 'until_at' | 'reason'> | undefined;
  readonly customer: string;
  /** Who granted or ended it. */
  readonly by: string | undefined;
  /** Of a right that is over. */
  readonly uses: readonly UseSummary[] | undefined;
}

interface Reader {
  readonly side: Side;
  readonly address: string;
  readonly language: Language;
}

/** Who gets a mail: nobody who may no longer see what it tells. */
async function readerOf(
  db: Database,
  { side, tenant, person }: OutboxRow,
  rows: readonly AccessRow[],
): Promise<Reader | undefined> {
  if (side === 'support')
    return person === null
      ? undefined
      : { side, address: person, language: rows.at(-1)?.asker_language ?? 'fi' };
  const granter = (await grantersOf(db, tenant)).find(({ id }) => id === person);
  const address = granter && asciiAddress(granter.email);
  return address === undefined
    ? undefined
    : { side: 'customer', address, language: granter?.language ?? 'fi' };
}

/** What waits for somebody's decision. */
const isOpen = (kind: NoticeKind): boolean =>
  kind === 'asked' || kind === 'amended' || kind === 'firstApproved';

/** Whether there still is something to tell: not of a question that was answered or taken back meanwhile. */
const isCurrent = ({ kind, version }: NoticeRow, row: AccessRow): boolean => {
  if (isOpen(kind)) return row.state === 'pending' && row.version === version;
  return kind !== 'ending' || row.state === 'active';
};

async function toldOf(db: Database, notice: NoticeRow, row: AccessRow): Promise<Told> {
  const { kind, version } = notice;
  const decision = await findDecision(db, row.id, version);
  const first = await findFirstApproval(db, row.id, version);
  const approvers = [first?.by_name, decision?.by_name];
  const acts = kind === 'revoked' ? await listActs(db, row.id) : [];
  return {
    notice,
    row,
    asked: await findVersion(db, row.id, version),
    // Until there is a decision, what the first of two chose.
    decision: decision ?? (first && { ...first, outcome: 'approved' }),
    customer: (await findTenant(db, row.tenant))?.name ?? row.tenant,
    by:
      kind === 'revoked'
        ? (acts.findLast(({ act }) => act === kind)?.by_name ?? undefined)
        : decision?.outcome === 'rejected' || decision?.outcome === 'returned'
          ? decision.by_name
          : approvers.filter(Boolean).join(', ') || undefined,
    uses: kind === 'revoked' || kind === 'ended' ? await summarizeUses(db, row.id) : undefined,
  };
}

const isNarrower = ({ decision, asked, row }: Told): boolean =>
  Boolean(decision?.companies ?? decision?.areas) ||
  (row.ends_at !== null && row.ends_at < asked.until_at);

/** What happened and what is to be done, for the subject and as the first line. */
function headingOf(words: NoticeWords, side: Side, told: Told): string {
  const headings = words.headings[side];
  const { kind } = told.notice;
  const special =
    side === 'support' && kind === 'approved' && isNarrower(told)
      ? headings.narrower
      : side === 'customer' && told.uses?.length === 0
        ? headings.unused
        : undefined;
  return special ?? headings[kind] ?? '';
}

const listOf = (
  names: readonly string[],
  asked: number,
  words: NoticeWords,
  counted: (count: number) => string,
): string => {
  const shown = names.length > MOST_NAMES ? counted(names.length) : names.join(', ');
  return names.length < asked ? `${words.of(names.length, asked)}: ${shown}` : shown;
};

const companyText = ({ number, name }: { number: string; name: string }): string =>
  `${number} ${name}`;

/** The companies and program areas: asked for, or once it was decided those that were granted. */
function scopeOf({ asked, decision }: Told, language: Language) {
  const companies = decision?.companies ? new Set(decision.companies) : undefined;
  const areas = decision?.areas ? new Set(decision.areas) : undefined;
  return {
    companies: asked.companies.filter(({ number }) => companies?.has(number) ?? true),
    areas: asked.areas
      .filter(({ id }) => areas?.has(id) ?? true)
      .map(({ name }) => name[language] ?? name.fi),
  };
}

const timeOf = (instant: Date | null, language: Language): string | undefined =>
  instant ? dateAndTime(instant, defaultContact.hours.timeZone, language) : undefined;

function useLines({ uses = [], asked }: Told, words: NoticeWords, language: Language): string[] {
  if (!uses.length) return [`${words.used}: ${words.notUsed}`];
  const companyOf = new Map(asked.companies.map((company) => [company.number, company]));
  const areaOf = new Map(asked.areas.map((area) => [area.id, area.name]));
  const shown = uses.slice(0, MOST_USES).map(({ by_name, company, area, count }) => {
    const known = companyOf.get(company);
    const name = areaOf.get(area);
    const where = [
      known ? companyText(known) : company,
      name?.[language] ?? name?.fi ?? area,
      by_name,
    ];
    return `- ${where.filter(Boolean).join(', ')}: ${words.times(Number(count))}`;
  });
  const more = uses.length - shown.length;
  return [`${words.used}:`, ...shown, ...(more > 0 ? [words.more(more)] : [])];
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One notice in a few lines: nothing that anybody wrote, and nothing from the books. */
function blockOf(told: Told, { side, language }: Reader, words: NoticeWords): string {
  const { notice, row, asked, decision, customer, by, uses } = told;
  const { companies, areas } = scopeOf(told, language);
  const unit = staffUnits.find((known) => known === asked.granted_id);
  const isOver = notice.kind === 'ended' || notice.kind === 'revoked';
  const [from, until] =
    decision?.outcome === 'approved'
      ? [row.starts_at ?? asked.from_at, row.ends_at ?? decision.until_at]
      : [asked.from_at, asked.until_at];
  const facts: Line[] = [
    [words.customer, side === 'support' ? customer : undefined],
    [words.request, asked.support_request ?? undefined],
    [words.by, by],
    [
      words.asker,
      side === 'customer' ? `${row.asker_name}, ${unitName(row.asker_unit, language)}` : undefined,
    ],
    [
      words.grantedTo,
      asked.granted_kind === 'unit' && unit
        ? words.unit(unitName(unit, language))
        : asked.granted_name,
    ],
    [words.access, words.accesses[asked.access]],
    [
      words.companies,
      listOf(companies.map(companyText), asked.companies.length, words, words.companyCount),
    ],
    [words.areas, listOf(areas, asked.areas.length, words, words.areaCount)],
    [
      words.period,
      isOver ? undefined : `${timeOf(from, language)} – ${timeOf(until, language) ?? ''}`,
    ],
    [words.decideBy, isOpen(notice.kind) ? timeOf(row.lapses_at, language) : undefined],
    [words.ended, isOver ? timeOf(row.ends_at, language) : undefined],
  ];
  return [
    `${capitalized(headingOf(words, side, told))}.`,
    lines(facts),
    ...(uses && side === 'customer' ? useLines(told, words, language) : []),
    ...(side === 'support' && decision?.reason ? [words.reasonInDesk] : []),
  ].join('\n');
}

/** A change of the customer's rules in a few lines. */
function changeBlock(
  { at, by_name, max_hours, approvers_required }: SettingsChangeRow,
  { language }: Reader,
  words: NoticeWords,
): string {
  return [
    `${capitalized(words.settings)}.`,
    lines([
      [words.by, by_name],
      [words.changedAt, timeOf(at, language)],
      [words.approvers, String(approvers_required)],
      [words.maxHours, words.hours(max_hours)],
    ]),
  ].join('\n');
}

/** The company, and what to do. */
function subjectOf(
  told: readonly Told[],
  changes: number,
  customer: string,
  side: Side,
  words: NoticeWords,
): string {
  const [first] = told;
  if (!first) return `${customer}: ${words.settings}`;
  const [company, ...others] = first.asked.companies;
  const one =
    side === 'customer' && told.length === 1 && !changes && company && !others.length
      ? company.name
      : first.customer;
  if (told.length === 1 && !changes) return `${one}: ${headingOf(words, side, first)}`;
  const customers = new Set(told.map(({ row }) => row.tenant)).size;
  const who = customers === 1 ? `${first.customer}: ` : '';
  const waiting = new Set(
    told.filter(({ notice: { kind } }) => isOpen(kind)).map(({ row }) => row.id),
  ).size;
  if (waiting === 1)
    return `${who}${headingOf(words, side, told.findLast(({ notice: { kind } }) => isOpen(kind)) ?? first)}`;
  return who + (waiting ? words.waiting(waiting) : words.several(told.length + changes));
}

/** The same for every try, so that a mail that arrives twice is known as one. */
const messageIdOf = ({ serial, side, tenant, person }: OutboxRow, domain: string): string => {
  const whose = createHash('sha256')
    .update(JSON.stringify([side, tenant, person]))
    .digest('hex')
    .slice(0, 16);
  return `<notices.${serial}.${whose}@${domain}>`;
};

/** The notices to a person as one mail; nothing where there is nothing left to tell, or nobody who may know. */
export async function noticeMail(
  db: Database,
  mail: OutboxRow,
  { url, domain, own }: NoticeMailSettings,
): Promise<Mail | undefined> {
  const all = await noticesIn(db, mail.serial);
  const found: { readonly notice: NoticeRow; readonly row: AccessRow }[] = [];
  for (const notice of all) {
    const row = await findAccess(db, notice.request, mail.tenant || undefined);
    if (row && isCurrent(notice, row)) found.push({ notice, row });
  }
  const reader = await readerOf(
    db,
    mail,
    found.map(({ row }) => row),
  );
  const changes = mail.side === 'customer' ? await settingsNoticesIn(db, mail.serial) : [];
  if (
    !reader ||
    !(found.length + changes.length) ||
    own.some((one) => isSameMailbox(one, reader.address))
  )
    return undefined;
  const told: Told[] = [];
  for (const { notice, row } of found) told.push(await toldOf(db, notice, row));
  const { side, address, language } = reader;
  const words = noticeWords[language];
  const customer = (await findTenant(db, mail.tenant))?.name ?? mail.tenant;
  const more = told.length - MOST_NOTICES;
  const isOptional =
    side === 'customer' &&
    !changes.length &&
    told.every(({ notice: { kind } }) => kind !== 'approved');
  return {
    messageId: messageIdOf(mail, domain),
    date: mail.created_at,
    sender: words.sender,
    to: address,
    subject: inHeader(subjectOf(told, changes.length, customer, side, words)),
    text: paragraphs([
      ...changes.slice(-MOST_NOTICES).map((change) => changeBlock(change, reader, words)),
      ...told.slice(0, MOST_NOTICES).map((one) => blockOf(one, reader, words)),
      more > 0 ? words.more(more) : undefined,
      side === 'customer' ? `${words.open}: ${url}` : undefined,
      side === 'customer' ? words.whyCustomer : words.whySupport,
    ]),
    attachments: [],
    headers: {
      ...isAutomatic,
      'Content-Language': language,
      ...(isOptional && { 'List-Unsubscribe': `<${url}>` }),
    },
  };
}
