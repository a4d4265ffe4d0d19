import * as z from 'zod/mini';
import { operation } from './operation.js';
import { instant, uuid } from './values.js';

/**
 * What happened to a request for advisory access, as it is signed, logged and kept by the customer: so that nobody has to
 * believe what a page or a database says. Nothing in a statement is translated, since it is signed once for all readers.
 */

export const statementTypes = [
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
] as const;

/** What is asked for, or what was granted. */
const statementContent = z.object({
  grantedTo: z.object({
    kind: z.enum(['person', 'unit']),
    id: z.string(),
    name: z.string(),
  }),
  access: z.enum(['view', 'change']),
  environment: z.object({ id: z.string(), name: z.string() }),
  /** Company numbers, in the order in which they were asked for. */
  companies: z.array(z.string()),
  /** Ids of program areas. */
  areas: z.array(z.string()),
  from: instant,
  until: instant,
  /** Why access is asked for. */
  reason: z.string(),
  supportRequest: z.optional(z.string()),
});

export const statement = z.object({
  type: z.enum(statementTypes),
  tenant: z.string(),
  /** The id of the request. */
  id: z.string(),
  version: z.number(),
  /** By the endpoint's clock. */
  at: instant,
  /** Missing where time did it. */
  by: z.optional(
    z.object({ id: z.string(), name: z.string(), side: z.enum(['customer', 'support']) }),
  ),
  /** Of `asked` and `amended` what is asked for, of `firstApproved` what one of two approvers chose, of `approved` what was granted. */
  content: z.optional(statementContent),
  /** Of `approved`, where two had to approve: who was the first. */
  first: z.optional(z.object({ id: z.string(), name: z.string() })),
  /** The reason that a granter gave. */
  reason: z.optional(z.string()),
  /** Of `used`: what somebody did. */
  use: z.optional(
    z.object({
      company: z.string(),
      area: z.string(),
      access: z.enum(['view', 'change']),
      /** What a product reported: its own id of the report, what was done, and how often. */
      report: z.optional(z.string()),
      what: z.optional(z.string()),
      count: z.optional(z.number()),
    }),
  ),
});
export type Statement = z.infer<typeof statement>;
export type StatementContent = z.infer<typeof statementContent>;

/** A public key (RFC 8037): Ed25519, named by its thumbprint (RFC 7638). */
export const signingKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
});
export type SigningKey = z.infer<typeof signingKey>;

/** Bytes in base64url without padding. */
const bytes = z.string().check(z.regex(/^[\w-]*$/));

const receiptEntry = z.object({
  /** The place in the log, from 0. */
  index: z.int(),
  /** The entry in the log is the SHA-256 of these bytes and the JWS after them. */
  salt: bytes,
  /** The statement in canonical JSON, signed by the endpoint (compact JWS). */
  jws: z.string(),
  /** That the entry is in the log of the checkpoint (RFC 9162, 2.1.3). */
  proof: z.array(bytes),
});

/** What the seal signs: which entries the receipt has, so that none can be left out of it. */
export const receiptSeal = z.object({
  type: z.literal('receipt'),
  tenant: z.string(),
  id: z.string(),
  at: instant,
  /** SHA-256 of the checkpoint's text. */
  checkpoint: bytes,
  /** SHA-256 of each entry's JWS, in their order. */
  statements: z.array(bytes),
});

/** The format that this version writes. */
export const receiptFormat = 'visma-support-receipt/1';

/**
 * Everything that shows what was asked, granted, done and ended, by itself: whoever has it needs neither the endpoint nor us to check
 * it. The file is canonical JSON, so that a receipt has one spelling.
 */
export const advisoryReceipt = z.object({
  format: z.literal(receiptFormat),
  /** A `receiptSeal` in canonical JSON, signed by the endpoint (compact JWS). */
  seal: z.string(),
  statements: z.array(receiptEntry),
  /** The signed head of the customer's log (C2SP tlog-checkpoint). */
  checkpoint: z.string(),
  /** The public keys that the signatures here were made with, and no others. */
  keys: z.array(signingKey),
});
export type AdvisoryReceipt = z.infer<typeof advisoryReceipt>;

/** The public keys of the endpoint, the retired ones too. */
export const getAdvisoryKeys = operation({
  name: 'getAdvisoryKeys',
  method: 'GET',
  path: '/advisory-access/keys',
  response: z.object({ keys: z.array(signingKey) }),
  statuses: [200],
  problems: [],
  capability: 'advisoryReceipts',
  audience: 'anyone',
});

/** The signed head of the customer's own log. */
export const getAdvisoryCheckpoint = operation({
  name: 'getAdvisoryCheckpoint',
  method: 'GET',
  path: '/advisory-access/checkpoint',
  response: z.object({ checkpoint: z.string() }),
  statuses: [200],
  problems: ['conflict'],
  capability: 'advisoryReceipts',
  audience: 'customer',
});

/** The proof that the log of `size` entries begins with the one of `from` entries (RFC 9162, 2.1.4). */
export const getAdvisoryConsistency = operation({
  name: 'getAdvisoryConsistency',
  method: 'GET',
  path: '/advisory-access/consistency',
  query: z.object({
    from: z.string().check(z.regex(/^\d{1,12}$/)),
    size: z.string().check(z.regex(/^\d{1,12}$/)),
  }),
  response: z.object({ proof: z.array(bytes) }),
  statuses: [200],
  problems: ['validation', 'conflict'],
  capability: 'advisoryReceipts',
  audience: 'customer',
});

export const getAdvisoryReceipt = operation({
  name: 'getAdvisoryReceipt',
  method: 'GET',
  path: '/advisory-access/{id}/receipt',
  params: z.object({ id: uuid }),
  response: advisoryReceipt,
  statuses: [200],
  problems: ['validation', 'notFound', 'conflict'],
  capability: 'advisoryReceipts',
  audience: 'customer',
});
