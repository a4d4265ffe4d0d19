import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod/mini';
import { ProblemError } from '../http/problem-error.js';

/** Gives the claims of a token that is genuine and in force, and nothing for any other. */
export type VerifyToken = (token: string) => Promise<JWTPayload | undefined>;

const SIGNATURES = [
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
];
const CLOCK_TOLERANCE = 5;
const PATIENCE = 5_000;

const metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });

const isTokensFault = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout) &&
  !(error instanceof errors.JWKSInvalid) &&
  error.code !== 'ERR_JOSE_GENERIC';

export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly now: () => Date;
}

/** Verifies the signature by `keys`, the issuer, the audience and the time. */
export function verifier(
  keys: () => Promise<JWTVerifyGetKey>,
  { issuer, audience, now }: Expected,
): VerifyToken {
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, await keys(), {
        issuer,
        audience,
        algorithms: SIGNATURES,
        requiredClaims: ['sub', 'exp'],
        currentDate: now(),
        clockTolerance: CLOCK_TOLERANCE,
      });
      return payload;
    } catch (cause) {
      if (isTokensFault(cause)) return undefined;
      throw new ProblemError('unavailable', { headers: { 'Retry-After': '5' }, cause });
    }
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(PATIENCE),
    headers: { Accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`The sign-in service answered ${response.status}`);
  const found = z.parse(metadata, await response.json());
  if (found.issuer !== issuer) throw new Error('The sign-in service names another issuer');
  return createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: PATIENCE });
}

/** Verifies tokens of an OpenID provider, whose keys are found when the first token comes and then kept. */
export function oidcVerifier(expected: Expected): VerifyToken {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const found = () =>
    (keys ??= discover(expected.issuer).catch((error: unknown) => {
      keys = undefined;
      throw error;
    }));
  return verifier(found, expected);
}
