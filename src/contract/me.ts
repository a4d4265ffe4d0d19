import * as z from 'zod/mini';
import { operation, permissions } from './operation.js';
import { openEnum } from './values.js';

/** Somebody whom a person may turn to. */
export const colleague = z.object({ name: z.string(), email: z.optional(z.string()) });
export type Colleague = z.infer<typeof colleague>;

export const me = z.object({
  id: z.string(),
  tenant: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.optional(z.string()),
  company: z.object({ number: z.optional(z.string()), name: z.string() }),
  userIds: z.array(z.string()),
  companyCount: z.number(),
  permissions: z.array(openEnum(permissions)),
  /** Personal HelpDesk credentials, which only the e-mail way and HelpDesk itself need [guide 1.2.5]. */
  helpDeskAccount: openEnum(['yes', 'no']),
  /** Main users and primary contacts, who send support requests [guide 1.1.1]. */
  mainUsers: z.array(colleague),
  /** Who can grant advisory access [guide 2.1.1]. */
  granters: z.array(colleague),
});
export type Me = z.infer<typeof me>;

export const getMe = operation({
  name: 'getMe',
  method: 'GET',
  path: '/me',
  response: me,
  statuses: [200],
  problems: [],
  capability: 'me',
  audience: 'customer',
});
