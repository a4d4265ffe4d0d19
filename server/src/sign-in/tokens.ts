import {
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { ProblemError } from '../http/problem-error.js';
import { issuerForms, ProviderKeys } from './provider-keys.js';

/** Verifies tokens by keys that may change. */
export interface TokenVerifier {
  /** The claims of a token that is genuine and in force; undefined for any other. */
  verify(token: string): Promise<JWTPayload | undefined>;
  /** Another number whenever the keys have changed. */
  readonly generation: number;
  /** Whether there are keys; asks for them where there are none. */
  isReady(): Promise<boolean>;
}

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
/** In seconds: a provider's clock may go before ours, and a token that was just given must do. */
const CLOCK_TOLERANCE = 60;

const isTokensFault = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSInvalid) &&
  error.code !== 'ERR_JOSE_GENERIC';

export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly now: () => Date;
}

/** Verifies the signature by one of the keys that fit, the issuer, the audience and the time. */
async function claimsOf(
  token: string,
  find: JWTVerifyGetKey,
  { issuer, audience, now }: Expected,
): Promise<JWTPayload> {
  const options = {
    issuer: issuerForms(issuer),
    audience,
    algorithms: SIGNATURES,
    requiredClaims: ['sub', 'exp'],
    currentDate: now(),
    clockTolerance: CLOCK_TOLERANCE,
  };
  try {
    return (await jwtVerify(token, find, options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    // The token doesn't say which of several keys signed it.
    for await (const key of error) {
      try {
        return (await jwtVerify(token, key, options)).payload;
      } catch (wrong) {
        if (!(wrong instanceof errors.JWSSignatureVerificationFailed)) throw wrong;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

/** @throws what isn't the token's fault */
async function verified(claims: Promise<JWTPayload>): Promise<JWTPayload | undefined> {
  try {
    return await claims;
  } catch (cause) {
    if (isTokensFault(cause)) return undefined;
    throw new ProblemError('unavailable', { headers: { 'Retry-After': '5' }, cause });
  }
}

/** Verifies tokens by keys that stay the same. */
export const fixedVerifier = (find: JWTVerifyGetKey, expected: Expected): TokenVerifier => ({
  verify: (token) => verified(claimsOf(token, find, expected)),
  generation: 0,
  isReady: () => Promise.resolve(true),
});

/** Whether a key that isn't known yet may have signed the token. */
const mayHaveNewKey = (error: unknown, token: string): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  (error instanceof errors.JWSSignatureVerificationFailed &&
    decodeProtectedHeader(token).kid === undefined);

export interface Provider extends Expected {
  /** How long known keys serve on while the provider is away, in milliseconds. */
  readonly keysLifetime: number;
}

/** Verifies tokens of an OpenID provider. */
export function oidcVerifier({ keysLifetime, ...expected }: Provider): TokenVerifier {
  const keys = new ProviderKeys(expected.issuer, keysLifetime, expected.now);
  const claims = (token: string) => claimsOf(token, keys.find, expected);
  const claimsByAnyKey = async (token: string) => {
    try {
      return await claims(token);
    } catch (error) {
      if (mayHaveNewKey(error, token) && (await keys.renew())) return claims(token);
      throw error;
    }
  };
  return {
    verify: (token) => verified(claimsByAnyKey(token)),
    get generation() {
      return keys.generation;
    },
    isReady: () =>
      keys.load().then(
        () => true,
        () => false,
      ),
  };
}
