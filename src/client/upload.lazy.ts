import { connectionError, REDIRECTED, type Exchange, type Answer } from './transport.js';

/** How much of an upload is on its way, in bytes. */
export type Progress = (sent: number, total: number) => void;

/** A page that came by plain http has no `crypto.subtle`; that of Node takes no buffer of jsdom's, but a view of one. */
const sha256 = async (bytes: ArrayBuffer): Promise<ArrayBuffer> =>
  globalThis.crypto.subtle
    ? crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
    : (await import('./sha-256.lazy.js')).sha256(bytes);

/** The value of `Content-Digest` (RFC 9530) for some bytes. */
export async function contentDigest(blob: Blob): Promise<string> {
  const digest = new Uint8Array(await sha256(await blob.arrayBuffer()));
  return `sha-256=:${btoa(String.fromCharCode(...digest))}:`;
}

/**
 * The same exchange by `XMLHttpRequest`, which alone tells how far an upload is. The time limit is for silence, not for
 * the whole: a slow line may take as long as it moves.
 *
 * @throws SupportError `network`, `offline`, `timeout` or `aborted`
 */
export function upload(
  { url, method, headers, body, credentials, timeout, signal }: Exchange,
  onProgress?: Progress,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let silence: ReturnType<typeof setTimeout>;
    const abort = () => request.abort();
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        fail(new DOMException('No progress', 'TimeoutError'));
        request.abort();
      }, timeout);
    };
    const done = () => {
      clearTimeout(silence);
      signal?.removeEventListener('abort', abort);
    };
    const fail = (reason: unknown) => {
      done();
      reject(connectionError(reason, signal));
    };

    request.open(method, url);
    request.responseType = 'blob';
    request.withCredentials = credentials === 'include';
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      listen();
      onProgress?.(loaded, total);
    });
    request.addEventListener('load', () => {
      // Firefox "loads" a connection that broke.
      if (!request.status) return fail(new TypeError('The connection broke'));
      done();
      const header = (name: string) => request.getResponseHeader(name);
      // It follows redirects unasked.
      const status =
        request.responseURL === new URL(url, document.baseURI).href ? request.status : REDIRECTED;
      resolve({ status, headers: { get: header }, body: request.response as Blob });
    });
    request.addEventListener('error', () => fail(new TypeError('The upload failed')));
    request.addEventListener('abort', () => fail(new DOMException('Aborted', 'AbortError')));
    signal?.addEventListener('abort', abort, { once: true });
    listen();
    if (signal?.aborted) fail(signal.reason);
    else request.send(body ?? null);
  });
}
