import * as z from 'zod/mini';
import { operation } from './operation.js';
import {
  company,
  cursorQuery,
  instant,
  languageQuery,
  named,
  openEnum,
  page,
  text,
  uuid,
} from './values.js';

/** Advisory access (neuvontaoikeudet): time-limited access of support to companies in a customer's environment [guide 2.1]. */
export const advisoryAccessStates = [
  'pending',
  'returned',
  'scheduled',
  'active',
  'rejected',
  'revoked',
  'ended',
  'lapsed',
  'withdrawn',
] as const;
export const advisoryAccessState = openEnum(advisoryAccessStates);

const requestedBy = z.object({
  name: z.string(),
  unit: openEnum(['customer-service', 'product-development']),
});
const grantedTo = z.object({ kind: openEnum(['person', 'unit']), name: z.string() });

export const advisoryDecision = z.object({
  outcome: openEnum(['approved', 'rejected', 'returned']),
  by: z.object({ name: z.string() }),
  at: instant,
  version: z.number(),
  /** When an approval's grant ends. */
  until: z.optional(instant),
  /** Missing where they are as asked. */
  companies: z.optional(z.array(company)),
  areas: z.optional(z.array(named)),
  reason: z.optional(z.string()),
});
export type AdvisoryDecision = z.infer<typeof advisoryDecision>;

/** Who was the first of two to approve. */
const firstApproval = z.object({
  by: z.object({ name: z.string() }),
  at: instant,
  /** Whether it is the reader's own, who can't be the second too. */
  mine: z.optional(z.boolean()),
});

/** What the first of two approvers chose: the second can leave out more, and nothing comes back. */
export const advisoryFirstApproval = z.object({
  ...firstApproval.shape,
  /** Missing where they are as asked. */
  until: z.optional(instant),
  companies: z.optional(z.array(company)),
  areas: z.optional(z.array(named)),
  reason: z.optional(z.string()),
});
export type AdvisoryFirstApproval = z.infer<typeof advisoryFirstApproval>;

/** What somebody did by a grant. */
const advisoryUse = z.object({
  company,
  area: named,
  access: openEnum(['view', 'change']),
  /** What was done, where a product reported it. */
  what: z.optional(z.string()),
});
export type AdvisoryUseDetails = z.infer<typeof advisoryUse>;

export const advisoryHistoryItem = z.object({
  at: instant,
  act: openEnum([
    'asked',
    'amended',
    'withdrawn',
    'lapsed',
    'firstApproved',
    'approved',
    'rejected',
    'returned',
    'activated',
    'revoked',
    'ended',
    'used',
  ]),
  by: z.optional(z.object({ name: z.string() })),
  version: z.optional(z.number()),
  /** The reason that was given; of a use, which company and area. */
  text: z.optional(z.string()),
  /** Of a use: the same in parts. */
  use: z.optional(advisoryUse),
  /** Of the same person's uses of the same within an hour: how many there were, the last one `at`, the first one `since`. Missing for one alone. */
  count: z.optional(z.number()),
  since: z.optional(instant),
});
export type AdvisoryHistoryItem = z.infer<typeof advisoryHistoryItem>;

const shared = {
  id: z.string(),
  version: z.number(),
  state: advisoryAccessState,
  requestedBy,
  grantedTo,
  access: openEnum(['view', 'change']),
  environment: z.object({ id: z.string(), name: z.string() }),
  reason: z.string(),
  /** The number of the support request that this belongs to. */
  supportRequest: z.optional(z.string()),
  /** The id of the grant that this one would prolong. */
  extends: z.optional(z.string()),
  from: instant,
  until: instant,
  createdAt: instant,
  /** When a request that nobody decides falls away. */
  lapsesAt: instant,
  /** Of a grant: when it really begins and ends, by the decision and the customer's own maximum. */
  startsAt: z.optional(instant),
  endsAt: z.optional(instant),
  /** When access was last used; missing where it never was. */
  usedAt: z.optional(instant),
};

/** One advisory request whole, as a granter must see it. */
export const advisoryAccess = z.object({
  ...shared,
  companies: z.array(company),
  areas: z.array(named),
  /** Of this version, where two had to approve; as long as there is no decision, it waits for another person's approval. */
  firstApproval: z.optional(advisoryFirstApproval),
  decision: z.optional(advisoryDecision),
  /** Every act, oldest first, and of the uses the latest hundred lines; each use is in one of all lines. */
  history: z.array(advisoryHistoryItem),
  /** Where there are older uses than the history tells of: the cursor by which `listAdvisoryUses` has them. */
  earlierUses: z.optional(z.string()),
  serverTime: instant,
});
export type AdvisoryAccess = z.infer<typeof advisoryAccess>;

/** A row of the list: counts instead of lists, so that ten thousand companies cost nothing. */
export const advisoryAccessItem = z.object({
  ...shared,
  firstApproval: z.optional(firstApproval),
  companyCount: z.number(),
  areaCount: z.number(),
  /** Of a grant: in how many companies and program areas it holds. Missing where it is as asked. */
  grantedCompanyCount: z.optional(z.number()),
  grantedAreaCount: z.optional(z.number()),
});
export type AdvisoryAccessItem = z.infer<typeof advisoryAccessItem>;

const params = z.object({ id: uuid });

export const listAdvisoryAccess = operation({
  name: 'listAdvisoryAccess',
  method: 'GET',
  path: '/advisory-access',
  query: z.object({
    state: z.optional(z.enum(advisoryAccessStates)),
    ...cursorQuery,
    ...languageQuery,
  }),
  response: z.object({
    ...page(advisoryAccessItem).shape,
    /** How many wait for a decision of whoever asks: not those that they were the first to approve. */
    pendingCount: z.number(),
    /** The customer's own maximum in hours, and where it is set [guide 2.1.6]. */
    maxHours: z.number(),
    maxHoursSetIn: z.string(),
    /** How many people have to approve: one or two. Missing means one. */
    approversRequired: z.optional(z.int()),
    serverTime: instant,
  }),
  statuses: [200],
  problems: ['validation'],
  capability: 'advisoryAccess',
  audience: 'customer',
  etag: true,
});

export const getAdvisoryAccess = operation({
  name: 'getAdvisoryAccess',
  method: 'GET',
  path: '/advisory-access/{id}',
  params,
  query: z.object(languageQuery),
  response: advisoryAccess,
  statuses: [200],
  problems: ['validation', 'notFound'],
  capability: 'advisoryAccess',
  audience: 'customer',
  etag: true,
});

/** The uses of a grant, the latest first, from `earlierUses` on: a customer reaches every use, however many there are. */
export const listAdvisoryUses = operation({
  name: 'listAdvisoryUses',
  method: 'GET',
  path: '/advisory-access/{id}/uses',
  params,
  query: z.object({ ...cursorQuery, ...languageQuery }),
  response: page(advisoryHistoryItem),
  statuses: [200],
  problems: ['validation', 'notFound'],
  capability: 'advisoryAccess',
  audience: 'customer',
});

/** Absent means as asked; an empty list or a wider one is refused. */
export const decision = z.object({
  version: z.int(),
  outcome: z.enum(['approved', 'rejected', 'returned']),
  until: z.optional(instant),
  companies: z.optional(z.array(z.string()).check(z.minLength(1))),
  areas: z.optional(z.array(z.string()).check(z.minLength(1))),
  reason: z.optional(text(2_000)),
  /** Of a second approval: `at` of the first one that the person saw. */
  confirms: z.optional(instant),
});
export type Decision = z.infer<typeof decision>;

export const decideAdvisoryAccess = operation({
  name: 'decideAdvisoryAccess',
  method: 'PUT',
  path: '/advisory-access/{id}/decision',
  params,
  query: z.object(languageQuery),
  body: decision,
  response: advisoryAccess,
  statuses: [200],
  problems: ['validation', 'notFound', 'changed', 'decided', 'lapsed', 'withdrawn', 'tooLarge'],
  capability: 'advisoryAccess',
  audience: 'customer',
  permission: 'grantAdvisoryAccess',
});

export const revokeAdvisoryAccess = operation({
  name: 'revokeAdvisoryAccess',
  method: 'PUT',
  path: '/advisory-access/{id}/revocation',
  params,
  query: z.object(languageQuery),
  body: z.object({ reason: z.optional(text(2_000)) }),
  response: advisoryAccess,
  statuses: [200],
  problems: ['validation', 'notFound', 'conflict'],
  capability: 'advisoryAccess',
  audience: 'customer',
  permission: 'grantAdvisoryAccess',
});
