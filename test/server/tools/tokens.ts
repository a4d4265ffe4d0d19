import { decodeJwt, generateKeyPair, SignJWT } from 'jose';

/** The claims of a good token, signed by somebody else. */
export async function forgedToken(token: string): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
}
