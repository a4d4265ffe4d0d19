import type { ColumnType, Generated, Kysely, Selectable } from 'kysely';
import type {
  ActiveContent,
  AdvisoryAsk,
  ApprovalState,
  Article,
  decision,
  Incident,
  Language,
  NoticeChoice,
  requestStatuses,
  SupportRequest,
  timelineItem,
} from '../../../src/contract/index.js';
import type * as z from 'zod/mini';
import type { StaffUnit } from '../sign-in/roles.js';

/** JSON goes in as text and comes out parsed; it is never updated in place. */
type Json<T> = ColumnType<T, string, string>;

export type RequestStatus = (typeof requestStatuses)[number];
export type Side = 'customer' | 'support';

type TimelineItem = z.infer<typeof timelineItem>;

export interface TimelineContent {
  readonly text: string;
  readonly attachments: TimelineItem['attachments'];
  /** The id of the proposal that a message confirms. */
  readonly confirms?: string | undefined;
  /** The id of the proposal that a message declines. */
  readonly declines?: string | undefined;
  /** What a status change changed to; it is told in the reader's language. */
  readonly status?: RequestStatus | undefined;
}

/** Finnish is what always exists. */
export type IncidentTexts = Readonly<
  Partial<Record<Language, Pick<Incident, 'title' | 'text'>>> &
    Record<'fi', Pick<Incident, 'title' | 'text'>>
>;

/** What a yes of the access check was about, or what a product reported. */
export interface AdvisoryUse {
  readonly company: string;
  readonly area: string;
  readonly access: AdvisoryAsk['access'];
  /** The id that a product gave its report, what was done, and how often where more than once. */
  readonly report?: string;
  readonly what?: string;
  readonly count?: number | undefined;
}

export type AdvisoryHistoryAct =
  | 'asked'
  | 'amended'
  | 'withdrawn'
  | 'lapsed'
  | 'firstApproved'
  | 'approved'
  | 'rejected'
  | 'returned'
  | 'activated'
  | 'revoked'
  | 'ended'
  | 'used';

/** Of what people are told by mail: an act, or that a right ends soon. */
export type NoticeKind = Exclude<AdvisoryHistoryAct, 'withdrawn' | 'activated' | 'used'> | 'ending';

export interface Tables {
  tenants: { id: string; name: string; number: string | null };
  people: {
    tenant: string;
    id: string;
    name: string;
    email: string;
    phone: string | null;
    user_ids: Json<string[]>;
    roles: Json<string[]>;
    help_desk_account: 'yes' | 'no' | 'unknown';
  };
  companies: {
    tenant: string;
    number: string;
    name: string;
    /** Number and name in lower case, so that finding doesn't depend on the database's locale. */
    search: string;
  };
  support_requests: {
    tenant: string;
    owner: string;
    id: string;
    /** By which staff, who sees all customers' requests, names it: the id itself unless somebody else's request had it before. */
    staff_id: string;
    /** Orders the lists and makes the number. */
    serial: Generated<string>;
    number: string;
    subject: string;
    status: RequestStatus;
    help_desk_number: string | null;
    sender: string;
    content: Json<SupportRequest>;
    created_at: ColumnType<Date, Date, never>;
    updated_at: Date;
  };
  attachments: {
    tenant: string;
    owner: string;
    id: string;
    /** As for requests. */
    staff_id: string;
    type: string;
    bytes: number;
    digest: string;
    content: Uint8Array;
    /** What a document can do beside being read; null where there is nothing to tell. */
    active_content: ColumnType<readonly ActiveContent[] | null, string | null, never>;
    created_at: ColumnType<Date, Date, never>;
    /** The request that it is bound to: not necessarily one's own, since a colleague may answer. */
    request_owner: string | null;
    request_id: string | null;
  };
  timeline: {
    tenant: string;
    request_owner: string;
    request_id: string;
    side: Side;
    author: string;
    id: string;
    serial: Generated<string>;
    kind: 'message' | 'status' | 'chargeableProposal';
    author_name: string;
    content: Json<TimelineContent>;
    created_at: ColumnType<Date, Date, never>;
  };
  /** What is on its way: a request to the HelpDesk's mailbox, with `message` a reply to it, or with `person` notices to them. */
  outbox: {
    serial: Generated<string>;
    /** Empty where the notices are to support. */
    tenant: string;
    owner: string | null;
    request: string | null;
    side: Side | null;
    /** A customer's id, or the address of somebody of support. */
    person: string | null;
    /** Who replied: with the message's id the key of the reply. */
    author: string | null;
    message: string | null;
    /** `dropped` where nothing of the notices was left to tell. */
    state: Generated<'waiting' | 'sent' | 'failed' | 'dropped'>;
    attempts: Generated<number>;
    next_at: Date;
    /** Until when somebody is sending it. */
    held_until: Date | null;
    /** Why the last try failed, for staff. */
    problem: string | null;
    /** Sent without its files, which were too large for the mailbox. */
    is_bare: Generated<boolean>;
    /** Since when it is tried. */
    created_at: Date;
    sent_at: Date | null;
  };
  incidents: {
    id: string;
    product: string;
    /** Without one it concerns the whole product. */
    application: string | null;
    severity: Incident['severity'];
    texts: Json<IncidentTexts>;
    link: string | null;
    started_at: Date;
    updated_at: Date | null;
    ended_at: Date | null;
  };
  /** One row a language; what is searched is made from the texts by the database. */
  articles: {
    id: string;
    language: Language;
    product: string;
    application: string | null;
    source: Article['source'];
    link: string;
    title: string;
    content: string;
  };

  /** Where each request for advisory access stands; what it asks and what was decided stand in the tables below. */
  advisory_access: {
    id: string;
    serial: Generated<string>;
    tenant: string;
    /** Who asked first; the name and the unit are those of who asks now. */
    asker: string;
    asker_name: string;
    asker_unit: StaffUnit;
    /** Where they are told what became of it, and in which language, as far as their tokens say. */
    asker_email: string | null;
    asker_language: Language | null;
    /** Of the body that asked, so that the same one again is known. */
    digest: string;
    extends: string | null;
    version: number;
    state: ApprovalState;
    /** Counts every change, for `ETag`. */
    revision: Generated<number>;
    created_at: ColumnType<Date, Date, never>;
    lapses_at: Date;
    starts_at: Date | null;
    ends_at: Date | null;
    /** When time moves it on by itself. */
    due_at: Date | null;
    used_at: Date | null;
  };
  /** What each version asks: never changed. */
  advisory_versions: {
    request: string;
    version: number;
    granted_kind: AdvisoryAsk['grantedTo']['kind'];
    /** A person's id, or a unit's. */
    granted_id: string;
    /** A person's name; a unit is named in the reader's language. */
    granted_name: string;
    access: AdvisoryAsk['access'];
    environment: Json<AdvisoryAsk['environment']>;
    reason: string;
    support_request: string | null;
    from_at: Date;
    until_at: Date;
    companies: Json<AdvisoryAsk['companies']>;
    areas: Json<AdvisoryAsk['areas']>;
    company_count: number;
    area_count: number;
  };
  /** The one decision of a version: never changed. */
  advisory_decisions: {
    request: string;
    version: number;
    outcome: z.infer<typeof decision>['outcome'];
    by: string;
    by_name: string;
    at: Date;
    until_at: Date | null;
    /** Numbers and ids where they are fewer than asked. */
    companies: Json<string[]> | null;
    areas: Json<string[]> | null;
    reason: string | null;
    /** Of what was decided, so that the same decision again is known. */
    digest: string;
  };
  /** What the first of two approvers chose in a version, with the end as it was chosen or asked: never changed. */
  advisory_first_approvals: {
    request: string;
    version: number;
    by: string;
    by_name: string;
    at: Date;
    until_at: Date;
    /** Numbers and ids where they are fewer than asked. */
    companies: Json<string[]> | null;
    areas: Json<string[]> | null;
    reason: string | null;
    digest: string;
  };
  /** Who did what and when: never changed. */
  advisory_history: {
    serial: Generated<string>;
    request: string;
    version: number;
    at: Date;
    act: AdvisoryHistoryAct;
    by: string | null;
    by_name: string | null;
    text: string | null;
    use: Json<AdvisoryUse> | null;
  };
  /** How many entries the log of each customer has. */
  advisory_log_heads: { tenant: string; size: string };
  /** What happened, as signed statements: only ever added to. An erased one has neither salt nor statement. */
  advisory_log: {
    tenant: string;
    /** From 0. */
    index: string;
    /** The serial of what it tells of. */
    history: string | null;
    request: string | null;
    /** Or of the change of the customer's rules that it tells of. */
    settings: string | null;
    salt: Uint8Array | null;
    jws: string | null;
  };
  /** The hashes of the perfect subtrees of each log. */
  advisory_log_nodes: { tenant: string; level: number; index: string; hash: Uint8Array };
  /** The last serial of the history that has no statement. */
  advisory_log_start: { history: string };
  /** The customer's own rules, where they aren't the usual ones. */
  advisory_settings: {
    tenant: string;
    max_hours: number | null;
    approvers_required: Generated<1 | 2>;
    changed_by: string;
    changed_at: Date;
  };
  /** Who changed the rules and when, with the rules after it: never changed. */
  advisory_settings_changes: {
    serial: Generated<string>;
    tenant: string;
    at: Date;
    by: string;
    by_name: string;
    max_hours: number;
    approvers_required: 1 | 2;
  };
  /** Who is told of which change of the rules, in which mail. */
  settings_notices: { change: string; person: string; mail: string };
  /** Who is told of what, in which mail. */
  advisory_notices: {
    request: string;
    version: number;
    kind: NoticeKind;
    side: Side;
    person: string;
    mail: string;
  };
  /** What customers' people want to be told by mail, and up to which entry of the log they have seen what happened. */
  notice_settings: {
    tenant: string;
    person: string;
    wants: NoticeChoice;
    language: Language | null;
    seen: string | null;
    seen_at: Date | null;
  };
  /** What callers have done within windows of time, which end at `expire` in milliseconds. */
  call_counts: { key: string; points: number; expire: string };
  demo_keys: { id: number; jwk: Json<Record<string, unknown>> };
}

export type Database = Kysely<Tables>;
export type AccessRow = Selectable<Tables['advisory_access']>;
export type VersionRow = Selectable<Tables['advisory_versions']>;
export type DecisionRow = Selectable<Tables['advisory_decisions']>;
export type FirstApprovalRow = Selectable<Tables['advisory_first_approvals']>;
