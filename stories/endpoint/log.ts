import {
  checkpointText,
  fromBase64Url,
  logName,
  noteKeyId,
  signedCheckpoint,
  webSha256,
  type Me,
  type SigningKey,
} from '../../src/contract/index.js';

/** The log of the customer, which is the same whenever a story is opened. */
const head = { size: 12, root: new Uint8Array(32).fill(7) };

let made: Promise<{ readonly published: SigningKey; readonly secret: CryptoKey }> | undefined;

async function makeKey() {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('A pair of keys was asked for.');
  const { x = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return {
    published: { kty: 'OKP', crv: 'Ed25519', x, kid: 'story' } as const,
    secret: pair.privateKey,
  };
}
const key = () => (made ??= makeKey());

async function checkpointOf(tenant: string): Promise<string> {
  const { published, secret } = await key();
  const name = logName(tenant);
  const text = checkpointText(name, head);
  const signature = await crypto.subtle.sign('Ed25519', secret, new TextEncoder().encode(text));
  const publicKey = fromBase64Url(published.x) ?? new Uint8Array();
  const keyId = await noteKeyId(name, publicKey, webSha256);
  return signedCheckpoint(name, text, keyId, new Uint8Array(signature));
}

/** A log whose signature holds. */
export const signedLog = {
  getAdvisoryKeys: async () => ({ keys: [(await key()).published] }),
  getAdvisoryCheckpoint: async ({ me }: { readonly me: Me }) => ({
    checkpoint: await checkpointOf(me.tenant),
  }),
};

/** As if the browser had seen a longer log at an endpoint yesterday than there is today. */
export function rememberLongerLog(endpoint: string, tenant: string): void {
  const name = logName(tenant);
  const text = checkpointText(name, { ...head, size: head.size + 5 });
  const checkpoint = signedCheckpoint(name, text, new Uint8Array(4), new Uint8Array(64));
  localStorage.setItem(
    `visma-support:checkpoint:${new URL(endpoint, document.baseURI).href}|${tenant}`,
    JSON.stringify({ checkpoint, at: new Date(Date.now() - 86_400_000).toISOString() }),
  );
}
