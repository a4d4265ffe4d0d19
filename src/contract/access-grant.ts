import * as z from 'zod/mini';

/** The `typ` of a grant token's header, by which it is told from every other thing that the endpoint signs. */
export const accessGrantType = 'access-grant+jwt';

/** For how many seconds a grant token holds at most: what a customer ends is over everywhere after so long. */
export const ACCESS_GRANT_SECONDS = 60;

/**
 * What a grant token says: a JSON Web Token (RFC 7519), signed by the endpoint with the key that its header names. A product's own
 * services check it by the keys of `GET /advisory-access/keys`, without a call.
 */
export const accessGrant = z.object({
  /** Who of support may do it, as their sign-in names them. */
  sub: z.string(),
  tenant: z.string(),
  /** The id of the request by which the customer granted it. */
  request: z.string(),
  company: z.string(),
  area: z.string(),
  access: z.enum(['view', 'change']),
  /** Seconds since 1970: from when and until when it holds, never past the end of the grant. */
  iat: z.int(),
  exp: z.int(),
});
export type AccessGrant = z.infer<typeof accessGrant>;
