import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

export const audience = 'support';

/** An OpenID provider on this machine: its discovery document, its keys, and tokens with any claims. */
export class OidcProvider {
  readonly issuer: string;
  readonly #server: Server;
  readonly #key: Key;
  /** While set, every answer is this. */
  failure: { readonly status: number; readonly body: string } | undefined;

  private constructor(server: Server, issuer: string, key: Key) {
    this.#server = server;
    this.issuer = issuer;
    this.#key = key;
    server.on('request', (request, response) => {
      const answers: Record<string, object> = {
        '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
        '/keys': { keys: [key.jwk] },
      };
      const { status, body } = this.failure ?? {
        status: 200,
        body: JSON.stringify(answers[request.url ?? ''] ?? {}),
      };
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
    });
  }

  static async start(): Promise<OidcProvider> {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    return new OidcProvider(server, `http://127.0.0.1:${port}`, await newKey());
  }

  token(
    claims: JWTPayload,
    { issuer = this.issuer, aud = audience, expires = '5m' } = {},
  ): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: this.#key.kid })
      .setIssuer(issuer)
      .setAudience(aud)
      .setExpirationTime(expires)
      .sign(this.#key.privateKey);
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

type Key = Awaited<ReturnType<typeof newKey>>;

async function newKey() {
  const kid = 'key-1';
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return {
    kid,
    privateKey,
    jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' },
  };
}
