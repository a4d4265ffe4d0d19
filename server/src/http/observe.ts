import { randomUUID } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { LimitName } from '../limits/limits.js';
import { isOutOfReach } from '../storage/storage-error.js';
import { ProblemError } from './problem-error.js';
import type { RouteEnv } from './routes.js';

/** Where logs go: anything with the face of a pino logger. */
export interface Log {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What an error is to whoever called: its text and its trace stay with us. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isOutOfReach(error))
    return new ProblemError('unavailable', { headers: { 'Retry-After': '5' }, cause: error });
  return new ProblemError('internal', { cause: error });
}

/**
 * What the log may know of an error: its kind and where it arose. Messages are left out, since a database or a parser
 * quotes in them what a person wrote.
 */
export function traceOf(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return {
    kind: error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    trace: frames.map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: traceOf(error.cause) }),
  };
}

/** Whether the failure lies with us and not with whoever called. */
const isOurs = (error: unknown): boolean =>
  ['internal', 'unavailable'].includes(toProblem(error).code);

const protection: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const HSTS = 'max-age=31536000';

/** Whether the caller came by TLS, which mostly a proxy in front has ended. */
const isEncrypted = ({ url, headers }: Request): boolean =>
  url.startsWith('https:') ||
  headers.get('X-Forwarded-Proto')?.split(',', 1)[0]?.trim().toLowerCase() === 'https';

/** Keeps a browser that came by TLS from ever coming without. */
export function protectTransport(request: Request, headers: Headers): void {
  if (isEncrypted(request)) headers.set('Strict-Transport-Security', HSTS);
}

/** Told of every answer, and of every refusal because of a limit. */
export interface Meter {
  answered(operation: string, status: number, seconds: number): void;
  refused(limit: LimitName): void;
}

/** Goes around the answer to every call. */
export interface Tracer {
  call(
    request: Request,
    answer: () => Promise<{ readonly operation: string; readonly status: number }>,
  ): Promise<void>;
  /** Sends what it has, and ends. */
  stop(): Promise<void>;
}

export interface Observers {
  readonly log?: Log | undefined;
  readonly meter?: Meter | undefined;
  readonly tracer?: Tracer | undefined;
}

/** Goes around every request: the headers that protect, and one line in the log, without anything personal. */
export const observe = ({ log, meter, tracer }: Observers) =>
  createMiddleware<RouteEnv>(async (context, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    const answer = async () => {
      await next();
      return { operation: context.get('operation') ?? 'other', status: context.res.status };
    };
    if (tracer) await tracer.call(context.req.raw, answer);
    else await answer();
    const { headers, status } = context.res;
    for (const [name, value] of Object.entries(protection))
      if (!headers.has(name)) headers.set(name, value);
    headers.set('X-Request-Id', requestId);
    protectTransport(context.req.raw, headers);

    const milliseconds = performance.now() - started;
    const operation = context.get('operation') ?? 'other';
    const facts = { requestId, operation, status, ms: Math.round(milliseconds) };
    meter?.answered(operation, status, milliseconds / 1000);
    log?.info(facts, 'answered');
    if (context.error && isOurs(context.error))
      log?.error({ ...facts, error: traceOf(context.error) }, 'failed');
  });
