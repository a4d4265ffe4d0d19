import * as z from 'zod/mini';
import { operation } from './operation.js';
import { instant, languageQuery, openEnum, page, text } from './values.js';

/** An open incident notice (häiriötiedote) [guide 1.2.1]. */
export const incident = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  severity: openEnum(['notice', 'disruption', 'outage']),
  since: instant,
  updated: z.optional(instant),
  link: z.optional(z.string()),
  /** The ids of the product and application that it concerns; without the latter, the whole product. */
  product: z.optional(z.string()),
  application: z.optional(z.string()),
});
export type Incident = z.infer<typeof incident>;

export const listIncidents = operation({
  name: 'listIncidents',
  method: 'GET',
  path: '/incidents',
  query: z.object({
    product: z.optional(text(100)),
    application: z.optional(text(100)),
    ...languageQuery,
  }),
  response: page(incident),
  statuses: [200],
  problems: ['validation'],
  capability: 'incidents',
  audience: 'customer',
});
