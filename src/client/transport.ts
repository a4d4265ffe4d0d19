import { SupportError } from './support-error.js';

/** An answer as both transports give it. */
export interface Answer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: Blob;
}

/** One HTTP exchange, before anybody looks at what it means. */
export interface Exchange {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Blob | undefined;
  readonly credentials: RequestCredentials;
  /** Milliseconds. */
  readonly timeout: number;
  readonly signal?: AbortSignal | undefined;
}

/** Stands between who asks and `exchange`, which is the way to the network. */
export type Transport = (
  asked: Exchange,
  exchange: (asked: Exchange) => Promise<Answer>,
) => Promise<Answer>;

/** The contract knows no redirects: one that comes leads to somebody's sign-in page. */
export const REDIRECTED = 401;

/** Why no answer came, from the thing that was thrown. */
export function connectionError(thrown: unknown, signal?: AbortSignal): SupportError {
  const isLate = thrown instanceof DOMException && thrown.name === 'TimeoutError';
  const code = signal?.aborted
    ? 'aborted'
    : isLate
      ? 'timeout'
      : navigator.onLine
        ? 'network'
        : 'offline';
  return new SupportError(code, code, { cause: thrown });
}

/** @throws SupportError `network`, `offline`, `timeout` or `aborted` */
export async function exchange({ url, timeout, signal, body, ...init }: Exchange): Promise<Answer> {
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      ...init,
      body: body ?? null,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const status = response.type === 'opaqueredirect' ? REDIRECTED : response.status;
    return { status, headers: response.headers, body: await response.blob() };
  } catch (error) {
    throw connectionError(limit.aborted ? limit.reason : error, signal);
  }
}

/** What a body says; nothing where it isn't JSON. */
export async function jsonOf(body: Blob): Promise<unknown> {
  try {
    return JSON.parse(await body.text());
  } catch {
    return undefined;
  }
}
