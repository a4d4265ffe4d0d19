import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { Database } from '../storage/tables.js';
import type { DemoUser } from '../demo-data/users.js';
import { fixedVerifier, type TokenVerifier } from './tokens.js';

const ISSUER = 'urn:support-endpoint:demo';
const AUDIENCE = 'support-endpoint';
/** In seconds. */
const LIFETIME = 12 * 60 * 60;

export interface DemoSignIn {
  readonly verifier: TokenVerifier;
  tokenFor(user: DemoUser): Promise<string>;
}

/** The key is kept in the database, so that tokens outlive a restart and several instances take each other's. */
async function keyIn(db: Database) {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = JSON.stringify(await exportJWK(privateKey));
  await db
    .insertInto('demo_keys')
    .values({ id: 1, jwk })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await db
    .selectFrom('demo_keys')
    .select('jwk')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  return kept.jwk;
}

/** A sign-in service of our own, which gives a token to whoever asks: for demonstrations only. */
export async function createDemoSignIn(db: Database, now: () => Date): Promise<DemoSignIn> {
  const jwk = await keyIn(db);
  const privateKey = await importJWK(jwk, 'ES256');
  const { d: _, ...publicJwk } = jwk;
  const keys = createLocalJWKSet({ keys: [{ kty: 'EC', ...publicJwk }] });
  return {
    verifier: fixedVerifier(keys, { issuer: ISSUER, audience: AUDIENCE, now }),
    tokenFor: ({ sub, ...claims }) => {
      const issuedAt = Math.floor(now().getTime() / 1000);
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'ES256' })
        .setSubject(sub)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + LIFETIME)
        .sign(privateKey);
    },
  };
}
