import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

import { testKeys } from './signing-keys.js';

export const audience = 'support';

/** An OpenID provider on this machine: its discovery document, its keys, and tokens with any claims. */
export class OidcProvider {
  readonly issuer: string;
  readonly #server: Server;
  /** The keys that it publishes; the first signs. */
  keys: readonly ProviderKey[];
  /** While set, every answer is this. */
  failure: { readonly status: number; readonly body: string } | undefined;

  private constructor(server: Server, issuer: string, key: ProviderKey) {
    this.#server = server;
    this.issuer = issuer;
    this.keys = [key];
    server.on('request', (request, response) => {
      const answers: Record<string, object> = {
        '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
        '/keys': { keys: this.keys.map(({ jwk }) => jwk) },
      };
      const { status, body } = this.failure ?? {
        status: 200,
        body: JSON.stringify(answers[request.url ?? ''] ?? {}),
      };
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
    });
  }

  /** How an endpoint is told to take its tokens. */
  get signIn() {
    return { kind: 'oidc', issuer: this.issuer, audience, signingKeys: testKeys } as const;
  }

  static async start(): Promise<OidcProvider> {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    return new OidcProvider(server, `http://127.0.0.1:${port}`, await newKey('key-1'));
  }

  token(
    claims: JWTPayload,
    {
      issuer = this.issuer,
      aud = audience,
      expires = '5m',
      key = this.keys[0],
      kid = key?.jwk.kid,
    }: {
      readonly issuer?: string;
      readonly aud?: string | string[];
      readonly expires?: string;
      /** What signs it, published or not. */
      readonly key?: ProviderKey | undefined;
      /** As it says which key that was; '' says nothing. */
      readonly kid?: string | undefined;
    } = {},
  ): Promise<string> {
    if (!key) throw new Error('The provider has no key');
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', ...(kid && { kid }) })
      .setIssuer(issuer)
      .setAudience(aud)
      .setExpirationTime(expires)
      .sign(key.privateKey);
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

export type ProviderKey = Awaited<ReturnType<typeof newKey>>;

/** A key to sign with, and as it is published: with the name by which tokens call it, or without one. */
export async function newKey(kid?: string) {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), ...(kid && { kid }), alg: 'RS256', use: 'sig' };
  return { privateKey, jwk };
}
