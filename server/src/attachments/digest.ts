import { createHash } from 'node:crypto';

/** The SHA-256 of a `Content-Digest` header (RFC 9530) in base64; nothing where it has none. */
export const givenDigest = (header: string | null): string | undefined =>
  /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?:,|$)/.exec(header ?? '')?.[1];

export const digestOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64');
