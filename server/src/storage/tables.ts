import type { ColumnType, Generated, Kysely } from 'kysely';
import type { Article, Incident, Language, requestStatuses, SupportRequest, timelineItem } from '../../../src/contract/index.js';
import type * as z from 'zod/mini';

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
}

/** Finnish is what always exists. */
export type IncidentTexts = Readonly<Partial<Record<Language, Pick<Incident, 'title' | 'text'>>> & Record<'fi', Pick<Incident, 'title' | 'text'>>>;

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
    type: string;
    bytes: number;
    digest: string;
    content: Uint8Array;
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
  demo_keys: { id: number; jwk: Json<Record<string, unknown>> };
}

export type Database = Kysely<Tables>;
