import * as z from 'zod/mini';
import { operation } from './operation.js';
import { uuid } from './values.js';

/** What the endpoint kept of an upload; `digest` is the SHA-256 of its bytes in base64. */
export const attachment = z.object({
  id: z.string(),
  type: z.string(),
  bytes: z.number(),
  digest: z.string(),
});
export type Attachment = z.infer<typeof attachment>;

const params = z.object({ id: uuid });

/** Needs `Content-Type` and `Content-Digest: sha-256=:…:` (RFC 9530). The same bytes again answer 200, others 409. */
export const putAttachment = operation({
  name: 'putAttachment',
  method: 'PUT',
  path: '/attachments/{id}',
  params,
  body: 'binary',
  response: attachment,
  statuses: [201, 200],
  problems: ['validation', 'conflict', 'tooLarge', 'unsupportedType', 'digestMismatch'],
  capability: 'attachments',
  audience: 'customer',
  permission: 'submitRequests',
});

export const getAttachment = operation({
  name: 'getAttachment',
  method: 'GET',
  path: '/attachments/{id}',
  params,
  response: 'binary',
  statuses: [200],
  problems: ['validation', 'notFound'],
  capability: 'attachments',
  audience: 'customerOrStaff',
});

/** Bound to a request: 409. Not there (any more), or somebody else's: 404. */
export const removeAttachment = operation({
  name: 'removeAttachment',
  method: 'DELETE',
  path: '/attachments/{id}',
  params,
  response: 'none',
  statuses: [204],
  problems: ['validation', 'notFound', 'conflict'],
  capability: 'attachments',
  audience: 'customer',
});
