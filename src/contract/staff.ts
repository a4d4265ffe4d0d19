import * as z from 'zod/mini';
import { activeContents } from './pdf-file.js';
import { advisoryAccess, advisoryAccessItem, advisoryAccessStates } from './advisory-access.js';
import { incident } from './incidents.js';
import { operation } from './operation.js';
import { putAttachment } from './attachments.js';
import {
  messageFields,
  namedAttachment,
  requestDetails,
  requestListItem,
  requestStatuses,
  timelineItem,
} from './support-requests.js';
import {
  companyNumber,
  cursorQuery,
  instant,
  line,
  openEnum,
  page,
  requiredLine,
  requiredText,
  requiredValue,
  text,
  uuid,
} from './values.js';

/**
 * The side of Visma's staff, and the customer's own settings. Of the reference endpoint only: no widget calls them and
 * no other endpoint needs them.
 */
const params = z.object({ id: uuid });

const areaName = z.object({
  fi: requiredLine(200),
  en: z.optional(line(200)),
  sv: z.optional(line(200)),
});

/**
 * What staff asks for; `tenant` names the customer, who has to be known where the endpoint keeps a directory. Nobody asks in another person's name: a grant to a person is one to
 * whoever asks, and one to a unit is one to the unit of that name, else to the asker's. The answer says to whom.
 */
export const advisoryAsk = z.object({
  tenant: requiredText(100),
  grantedTo: z.object({ kind: z.enum(['person', 'unit']), name: requiredLine(200) }),
  access: z.enum(['view', 'change']),
  environment: z.object({ id: requiredText(100), name: requiredLine(200) }),
  reason: requiredText(2_000),
  supportRequest: z.optional(requiredLine(100)),
  extends: z.optional(uuid),
  companies: z
    .array(z.object({ number: companyNumber, name: requiredLine(200) }))
    .check(z.minLength(1), z.maxLength(10_000)),
  areas: z
    .array(z.object({ id: requiredText(100), name: areaName }))
    .check(z.minLength(1), z.maxLength(1_000)),
  from: instant,
  until: instant,
});

export type AdvisoryAsk = z.infer<typeof advisoryAsk>;

export const advisoryAmendment = z.partial(z.omit(advisoryAsk, { tenant: true, extends: true }));
export type AdvisoryAmendment = z.infer<typeof advisoryAmendment>;

export const askAdvisoryAccess = operation({
  name: 'askAdvisoryAccess',
  method: 'PUT',
  path: '/staff/advisory-access/{id}',
  params,
  body: advisoryAsk,
  response: advisoryAccess,
  statuses: [201, 200],
  problems: ['validation', 'conflict', 'tooLarge'],
  audience: 'staff',
});

/** Only who has asked, and their unit, amend and withdraw. Whoever amends is then the one who asks. */
export const amendAdvisoryAccess = operation({
  name: 'amendAdvisoryAccess',
  method: 'PATCH',
  path: '/staff/advisory-access/{id}',
  params,
  body: advisoryAmendment,
  response: advisoryAccess,
  statuses: [200],
  problems: ['validation', 'notFound', 'decided', 'lapsed', 'withdrawn', 'tooLarge'],
  audience: 'staff',
});

export const withdrawAdvisoryAccess = operation({
  name: 'withdrawAdvisoryAccess',
  method: 'DELETE',
  path: '/staff/advisory-access/{id}',
  params,
  response: advisoryAccess,
  statuses: [200],
  problems: ['validation', 'notFound', 'decided', 'lapsed'],
  audience: 'staff',
});

export const listStaffAdvisoryAccess = operation({
  name: 'listStaffAdvisoryAccess',
  method: 'GET',
  path: '/staff/advisory-access',
  query: z.object({
    tenant: z.optional(text(100)),
    state: z.optional(z.enum(advisoryAccessStates)),
    ...cursorQuery,
  }),
  response: page(z.extend(advisoryAccessItem, { tenant: z.string() })),
  statuses: [200],
  problems: ['validation'],
  audience: 'staff',
});

export const getStaffAdvisoryAccess = operation({
  name: 'getStaffAdvisoryAccess',
  method: 'GET',
  path: '/staff/advisory-access/{id}',
  params,
  response: z.extend(advisoryAccess, {
    tenant: z.string(),
    /** How many of those who may grant are told of it by mail; missing where nothing is told. */
    notices: z.optional(z.object({ waiting: z.number(), sent: z.number(), failed: z.number() })),
  }),
  statuses: [200],
  problems: ['validation', 'notFound'],
  audience: 'staff',
});

/** The gate that a product asks before every access; each yes is in the history. */
export const checkAccess = operation({
  name: 'checkAccess',
  method: 'GET',
  path: '/staff/access-check',
  query: z.object({
    tenant: requiredText(100),
    company: requiredValue(100),
    area: requiredText(100),
    access: z.enum(['view', 'change']),
  }),
  response: z.object({
    allowed: z.boolean(),
    until: z.optional(instant),
    /** A grant token (compact JWS of `accessGrant`), so that a product's own services needn't ask again for a minute. */
    grant: z.optional(z.string()),
  }),
  statuses: [200],
  problems: ['validation'],
  audience: 'staff',
  writes: true,
});

/**
 * What somebody did by a grant, in the product's own words. The customer reads it, so nothing from the books belongs in it.
 */
export const advisoryUseReport = z.object({
  company: requiredValue(100),
  area: requiredText(100),
  access: z.enum(['view', 'change']),
  /** Such as "Opened voucher lists"; at most 200 characters. */
  what: requiredLine(200),
  /** How many times, where one report stands for several. */
  count: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
});
export type AdvisoryUseReport = z.infer<typeof advisoryUseReport>;

/**
 * Reported by the product that let it happen, with the access token of who did it, while the grant holds; refused without one. The
 * time is the endpoint's. The same report sent again is the same use.
 */
export const reportAdvisoryUse = operation({
  name: 'reportAdvisoryUse',
  method: 'PUT',
  path: '/staff/advisory-access/{id}/uses/{report}',
  params: z.object({ id: uuid, report: uuid }),
  body: advisoryUseReport,
  response: z.extend(advisoryUseReport, { at: instant }),
  statuses: [201, 200],
  problems: ['validation', 'notFound', 'conflict', 'tooLarge'],
  audience: 'staff',
});

/** How a request and its replies came to the HelpDesk's mailbox; missing where nothing is relayed. */
export const relayed = z.object({
  state: openEnum(['waiting', 'sent', 'failed']),
  attempts: z.number(),
  /** What the mail server said last. */
  problem: z.optional(z.string()),
  /** When it is tried next. */
  nextAt: z.optional(instant),
});
export type Relayed = z.infer<typeof relayed>;

const forStaff = { tenant: z.string(), relay: z.optional(relayed) };

/** A file as staff is told of it: what a document can do beside being read is known before it is opened. */
const attachmentsForStaff = z.array(
  z.extend(namedAttachment, { activeContent: z.optional(z.array(openEnum(activeContents))) }),
);
const staffRequest = z.extend(requestDetails, {
  ...forStaff,
  /** Of the companies in it, those whose names are known. */
  companies: z.optional(z.array(z.object({ number: z.string(), name: z.string() }))),
  /** The incident that it is the same problem as, where it is known. */
  incident: z.optional(
    z.pick(incident, { id: true, title: true, product: true, application: true }),
  ),
  attachments: attachmentsForStaff,
  timeline: z.array(z.extend(timelineItem, { attachments: attachmentsForStaff })),
});

export const listStaffRequests = operation({
  name: 'listStaffRequests',
  method: 'GET',
  path: '/staff/support-requests',
  query: z.object({
    tenant: z.optional(text(100)),
    status: z.optional(z.enum(requestStatuses)),
    /** Only those of which something could not be relayed. */
    relay: z.optional(z.literal('failed')),
    /** Only critical ones that are neither resolved nor closed. */
    critical: z.optional(z.literal('open')),
    ...cursorQuery,
  }),
  response: page(z.extend(requestListItem, { ...forStaff, critical: z.optional(z.boolean()) })),
  statuses: [200],
  problems: ['validation'],
  audience: 'staff',
});

export const getStaffRequest = operation({
  name: 'getStaffRequest',
  method: 'GET',
  path: '/staff/support-requests/{id}',
  params,
  response: staffRequest,
  statuses: [200],
  problems: ['validation', 'notFound'],
  audience: 'staff',
});

export const changeStaffRequest = operation({
  name: 'changeStaffRequest',
  method: 'PATCH',
  path: '/staff/support-requests/{id}',
  params,
  body: z.object({
    status: z.optional(z.enum(requestStatuses)),
    helpDeskNumber: z.optional(requiredLine(100)),
  }),
  response: staffRequest,
  statuses: [200],
  problems: ['validation', 'notFound'],
  audience: 'staff',
});

/** What was given up is tried again; where nothing was, nothing changes. */
export const relayStaffRequest = operation({
  name: 'relayStaffRequest',
  method: 'PUT',
  path: '/staff/support-requests/{id}/relay',
  params,
  body: z.object({}),
  response: staffRequest,
  statuses: [200],
  problems: ['validation', 'notFound'],
  audience: 'staff',
});

/** Staff's words to a request, or files, or a proposal of chargeable work in full. */
const staffMessage = z
  .extend(z.omit(messageFields, { confirms: true, declines: true }), {
    kind: z._default(z.enum(['message', 'chargeableProposal']), 'message'),
  })
  .check((context) => {
    const { kind, text, attachments } = context.value;
    if (text || (kind === 'message' && attachments.length)) return;
    context.issues.push({
      code: 'custom',
      path: ['text'],
      params: { code: 'required' },
      input: undefined,
      continue: true,
    });
  });

export const putStaffMessage = operation({
  name: 'putStaffMessage',
  method: 'PUT',
  path: '/staff/support-requests/{id}/messages/{messageId}',
  params: z.object({ id: uuid, messageId: uuid }),
  body: staffMessage,
  response: timelineItem,
  statuses: [201, 200],
  problems: ['validation', 'notFound', 'conflict', 'tooLarge'],
  audience: 'staff',
});

/** A file for an answer to a request; as with a customer's own, it lapses after a day when no message names it. */
export const putStaffAttachment = operation({
  name: 'putStaffAttachment',
  method: 'PUT',
  path: '/staff/support-requests/{id}/attachments/{attachmentId}',
  params: z.object({ id: uuid, attachmentId: uuid }),
  body: 'binary',
  response: putAttachment.response,
  statuses: putAttachment.statuses,
  problems: [...putAttachment.problems, 'notFound'],
  audience: 'staff',
});

export const getStaffAttachment = operation({
  name: 'getStaffAttachment',
  method: 'GET',
  path: '/staff/attachments/{id}',
  params,
  response: 'binary',
  statuses: [200],
  problems: ['validation', 'notFound'],
  audience: 'staff',
});
