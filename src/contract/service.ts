import * as z from 'zod/mini';
import { operation } from './operation.js';
import { date, languageQuery, localizedName, named, time, timeZone } from './values.js';

/**
 * When the telephone is answered. Weekdays are ISO numbers, Monday 1; spans are wall-clock times in `timeZone`
 * [guide 1.2.2: weekdays 9–12 and 13–16].
 */
export const openingHours = z.object({
  timeZone,
  weekly: z.array(z.object({ days: z.array(z.number()), from: time, to: time })),
  closedDates: z.array(date),
});
export type OpeningHours = z.infer<typeof openingHours>;

export const product = z.object({
  id: z.string(),
  name: localizedName,
  applications: z.array(named),
});
export type Product = z.infer<typeof product>;

/** Pages that the widgets point at; whatever is missing is not shown. Each is checked before it becomes a link. */
export const serviceLinks = z.object({
  community: z.optional(z.string()),
  incidents: z.optional(z.string()),
  forum: z.optional(z.string()),
  manuals: z.optional(z.string()),
  agreements: z.optional(z.string()),
  priceList: z.optional(z.string()),
  helpDesk: z.optional(z.string()),
  orderHelpDeskCredentials: z.optional(z.string()),
  privacy: z.optional(z.string()),
});
export type ServiceLinks = z.infer<typeof serviceLinks>;

/** What may be attached. Bytes are bytes, pixels are width × height; those of 16 bits a colour count twice. */
export const attachmentLimits = z.object({
  types: z.array(z.string()),
  count: z.number(),
  bytesEach: z.number(),
  bytesTotal: z.number(),
  pixels: z.number(),
});
export type AttachmentLimits = z.infer<typeof attachmentLimits>;

export const serviceProfile = z.object({
  contract: z.number(),
  capabilities: z.array(z.string()),
  products: z.array(product),
  contact: z.object({
    /** As a person reads it, `0107 562 170`, and as a telephone abroad dials it. */
    phone: z.string(),
    phoneInternational: z.optional(z.string()),
    email: z.string(),
    hours: openingHours,
  }),
  links: serviceLinks,
  attachments: z.optional(attachmentLimits),
  /** The sentence that a person confirms before chargeable work, and its version [guide 1.1.4]. */
  chargeableWork: z.optional(z.object({ version: z.string(), text: z.string() })),
  /** How often to ask for advisory requests, in seconds. */
  polling: z.object({ approval: z.number(), badge: z.number() }),
});
export type ServiceProfile = z.infer<typeof serviceProfile>;

export const getService = operation({
  name: 'getService',
  method: 'GET',
  path: '/service',
  query: z.object(languageQuery),
  response: serviceProfile,
  statuses: [200],
  problems: ['validation'],
  audience: 'anyone',
  etag: true,
});
