import * as z from 'zod/mini';
import type { FieldErrorCode } from './problem.js';
import { operation } from './operation.js';
import {
  address,
  companyNumber,
  cursorQuery,
  fileName,
  instant,
  language,
  languageQuery,
  line,
  openEnum,
  page,
  requiredText,
  text,
  userId,
  uuid,
} from './values.js';

/** What support is for [guide 1.1.1]: questions, problems, feedback, development ideas. */
export const requestKinds = ['question', 'problem', 'feedback', 'idea'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What a problem is about; the rules follow it [guide 1.2.3]. */
export const problemAbouts = ['error', 'report', 'other'] as const;
export type ProblemAbout = (typeof problemAbouts)[number];

/** The longest texts, in characters, by JSON pointer: what the schema refuses above and the form says. */
export const textLimits = {
  '/summary': 200,
  '/description': 20_000,
  '/report/name': 200,
  '/report/criteria': 5_000,
  '/errorMessage': 10_000,
  '/contact/company': 200,
  '/contact/name': 200,
  '/contact/phone': 40,
  '/contact/email': 254,
} as const;

/** The longest diagnostics, in characters. */
export const diagnosticsLimit = 100_000;

/** The longest text of a message, in characters. */
export const messageLimit = 20_000;

const limited = (pointer: keyof typeof textLimits) => text(textLimits[pointer]);
const limitedLine = (pointer: keyof typeof textLimits) => line(textLimits[pointer]);

export const contact = z.object({
  company: limitedLine('/contact/company'),
  name: limitedLine('/contact/name'),
  phone: address(textLimits['/contact/phone']),
  email: address(textLimits['/contact/email']),
});

const chargeableWork = z.object({
  version: requiredText(50),
  text: requiredText(5_000),
  name: requiredText(200),
  confirmedAt: instant,
});

const requestFields = z.object({
  kind: z.enum(requestKinds),
  about: z.optional(z.enum(problemAbouts)),
  product: requiredText(100),
  application: text(100),
  /** The problem in brief; the subject is composed from it and never typed. */
  summary: limitedLine('/summary'),
  /** Starts the subject with "kiireellinen" [guide 1.2.4]. */
  critical: z.boolean(),
  neededBy: z.optional(instant),
  /** One plain text: what was done, what happened, what was expected. */
  description: limited('/description'),
  report: z.optional(
    z.object({ name: limitedLine('/report/name'), criteria: limited('/report/criteria') }),
  ),
  /** The error message in words. */
  errorMessage: z.optional(limited('/errorMessage')),
  /** What the host gave as `Help | Show error`. */
  diagnostics: z.optional(text(diagnosticsLimit)),
  userIds: z.array(userId).check(z.maxLength(200)),
  companyNumbers: z.array(companyNumber).check(z.maxLength(10_000)),
  contact,
  attachments: z
    .array(z.object({ id: uuid, name: fileName(), caption: z.optional(line(1_000)) }))
    .check(z.maxLength(100)),
  /** The id of an incident that this is the same problem as; then only company numbers are required. */
  relatedIncident: z.optional(requiredText(100)),
  /**
   * A written confirmation of chargeable work: the exact text and its version, who and when [guide 1.1.4]. The endpoint takes the
   * text of its own profile alone, and keeps the person's name and the time as it knows them.
   */
  chargeableWork: z.optional(chargeableWork),
  language,
});

type Fields = z.infer<typeof requestFields>;
type Wrong = (code: FieldErrorCode, ...path: PropertyKey[]) => void;

const PHONE = /^\+?[\d\s()./-]{5,}$/;
// Each part of the domain ends at its dot: there is one way to read an address, however long a hostile one is.
const EMAIL = /^[^\s@,;:<>"()\ufffd]+@[^\s@,;:<>"().\ufffd]+(?:\.[^\s@,;:<>"().\ufffd]+)+$/;

function checkContact({ contact }: Fields, wrong: Wrong): void {
  for (const field of ['company', 'name', 'phone', 'email'] as const) {
    if (!contact[field]) wrong('required', 'contact', field);
  }
}

function checkContactForm({ contact }: Fields, wrong: Wrong): void {
  if (contact.phone && !PHONE.test(contact.phone)) wrong('format', 'contact', 'phone');
  if (contact.email && !EMAIL.test(contact.email)) wrong('format', 'contact', 'email');
}

function checkProblem(request: Fields, wrong: Wrong): void {
  if (!request.about) wrong('required', 'about');
  if (!request.userIds.length) wrong('required', 'userIds');
  if (!request.companyNumbers.length) wrong('required', 'companyNumbers');
  if (request.about === 'report') {
    if (!request.report?.name) wrong('required', 'report', 'name');
    if (!request.report?.criteria) wrong('required', 'report', 'criteria');
  }
  if (request.about === 'error' && !request.errorMessage && !request.attachments.length)
    wrong('required', 'errorMessage');
}

/**
 * A support request as the guide asks for it [guide 1.2.3, 1.2.4]. Beyond the fields' own forms:
 *
 * - a problem names the user ids and the company numbers in which it shows;
 * - a reporting problem needs the report's name and its selection criteria;
 * - an error needs a screenshot or the message in words;
 * - with `relatedIncident` only the company numbers are required.
 */
export const supportRequest = requestFields.check((context) => {
  const request = context.value;
  const wrong: Wrong = (code, ...path) =>
    context.issues.push({
      code: 'custom',
      path,
      params: { code },
      input: undefined,
      continue: true,
    });

  checkContactForm(request, wrong);
  if (request.relatedIncident) {
    if (!request.companyNumbers.length) wrong('required', 'companyNumbers');
    return;
  }
  for (const field of ['application', 'summary', 'description'] as const) {
    if (!request[field]) wrong('required', field);
  }
  checkContact(request, wrong);
  if (request.kind === 'problem') checkProblem(request, wrong);
});
export type SupportRequest = z.infer<typeof supportRequest>;

export const requestStatuses = [
  'received',
  'inProgress',
  'waitingForCustomer',
  'awaitingConfirmation',
  'resolved',
  'closed',
] as const;
export const requestStatus = openEnum(requestStatuses);

/** What the endpoint says of a request that it has. */
export const receipt = z.object({
  id: z.string(),
  /** Null where the HelpDesk gives the number later. */
  number: z.nullable(z.string()),
  subject: z.string(),
  status: requestStatus,
  /** The endpoint's own word for a status. */
  statusLabel: z.optional(z.string()),
  createdAt: instant,
  /** One sentence: what happens next. */
  nextStep: z.optional(z.string()),
  /** Where to follow the request. */
  url: z.optional(z.string()),
});
export type Receipt = z.infer<typeof receipt>;

export const requestListItem = z.object({
  ...receipt.shape,
  helpDeskNumber: z.optional(z.string()),
  updatedAt: z.optional(instant),
  /** Who sent it, where the list shows the company's requests. */
  sender: z.optional(z.string()),
});
export type RequestListItem = z.infer<typeof requestListItem>;

/** A file as a request or a message names it. */
export const namedAttachment = z.object({
  id: z.string(),
  name: z.string(),
  caption: z.optional(z.string()),
});

export const timelineItem = z.object({
  id: z.string(),
  at: instant,
  kind: openEnum(['message', 'status', 'chargeableProposal']),
  author: z.object({ name: z.string(), side: openEnum(['customer', 'support']) }),
  text: z.string(),
  attachments: z.array(namedAttachment),
  /** The id of the chargeable proposal that a message confirms. */
  confirms: z.optional(z.string()),
  /** The id of the chargeable proposal that a message declines. */
  declines: z.optional(z.string()),
});
export type TimelineItem = z.infer<typeof timelineItem>;

/** One request whole: what was sent, what the endpoint says of it, and what has happened since. */
export const requestDetails = z.object({
  ...requestListItem.shape,
  kind: openEnum(requestKinds),
  about: z.optional(openEnum(problemAbouts)),
  product: z.string(),
  application: z.string(),
  summary: z.string(),
  critical: z.boolean(),
  neededBy: z.optional(instant),
  description: z.string(),
  report: z.optional(z.object({ name: z.string(), criteria: z.string() })),
  errorMessage: z.optional(z.string()),
  diagnostics: z.optional(z.string()),
  userIds: z.array(z.string()),
  companyNumbers: z.array(z.string()),
  contact: z.object({
    company: z.string(),
    name: z.string(),
    phone: z.string(),
    email: z.string(),
  }),
  attachments: z.array(namedAttachment),
  relatedIncident: z.optional(z.string()),
  /** What was confirmed when the request was sent. */
  chargeableWork: z.optional(chargeableWork),
  timeline: z.array(timelineItem),
});
export type RequestDetails = z.infer<typeof requestDetails>;

const params = z.object({ id: uuid });

/** Creating is a `PUT` to the client's own UUID, so that a retry is harmless. */
export const submitRequest = operation({
  name: 'submitRequest',
  method: 'PUT',
  path: '/support-requests/{id}',
  params,
  query: z.object(languageQuery),
  body: supportRequest,
  response: receipt,
  statuses: [201, 200, 202],
  problems: ['validation', 'conflict', 'tooLarge'],
  audience: 'customer',
  permission: 'submitRequests',
});

export const listRequests = operation({
  name: 'listRequests',
  method: 'GET',
  path: '/support-requests',
  query: z.object({
    status: z.optional(z.enum(requestStatuses)),
    scope: z.optional(z.enum(['own', 'company'])),
    ...cursorQuery,
    ...languageQuery,
  }),
  response: page(requestListItem),
  statuses: [200],
  problems: ['validation'],
  capability: 'follow',
  audience: 'customer',
  etag: true,
});

export const getRequest = operation({
  name: 'getRequest',
  method: 'GET',
  path: '/support-requests/{id}',
  params,
  query: z.object(languageQuery),
  response: requestDetails,
  statuses: [200],
  problems: ['validation', 'notFound'],
  capability: 'follow',
  audience: 'customer',
  etag: true,
});

export const messageFields = z.object({
  text: text(messageLimit),
  attachments: z
    .array(z.object({ id: uuid, name: fileName(), caption: z.optional(line(1_000)) }))
    .check(z.maxLength(100)),
  /** The id of the timeline's chargeable proposal that this confirms: of the latest, and only while nobody has answered it. */
  confirms: z.optional(requiredText(100)),
  /** The same of one that this declines; the text may say why. */
  declines: z.optional(requiredText(100)),
});

/** A person's words to a request that was sent, or pictures, or the answer to a proposal; the id makes a retry harmless. */
export const message = messageFields.check((context) => {
  const { text, attachments, confirms, declines } = context.value;
  const wrong = (field: 'text' | 'declines', code: FieldErrorCode) =>
    context.issues.push({
      code: 'custom',
      path: [field],
      params: { code },
      input: undefined,
      continue: true,
    });
  if (!text && !attachments.length && !confirms && !declines) wrong('text', 'required');
  if (confirms && declines) wrong('declines', 'notAllowed');
});

export const putMessage = operation({
  name: 'putMessage',
  method: 'PUT',
  path: '/support-requests/{id}/messages/{messageId}',
  params: z.object({ id: uuid, messageId: uuid }),
  body: message,
  response: timelineItem,
  statuses: [201, 200],
  problems: ['validation', 'notFound', 'conflict', 'tooLarge'],
  capability: 'follow',
  audience: 'customer',
  permission: 'submitRequests',
});
