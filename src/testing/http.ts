import { crc32 } from '../contract/picture-file.js';
import { operations } from '../contract/operations.js';
import type { Operation } from '../contract/operation.js';
import type { Problem } from '../contract/problem.js';
import { languages, type Language } from '../contract/values.js';

/** A question as HTTP asks it. */
export interface Question {
  readonly operation: Operation;
  readonly input: {
    readonly params: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, string>>;
    readonly body: unknown;
    /** The header `Content-Digest`, where bytes are sent. */
    readonly digest?: string | null;
  };
  /** Where the address names one. */
  readonly language: Language | undefined;
}

const NAMES = /\{(\w+)\}/g;

const rows = Object.values<Operation>(operations).map((operation) => ({
  operation,
  names: [...operation.path.matchAll(NAMES)].map(([, name]) => name ?? ''),
  pattern: new RegExp(`^${operation.path.replaceAll(NAMES, '([^/]+)')}$`),
}));

/** The operation that a method and a path below the endpoint mean, and what the path says. */
function operationAt(
  method: string,
  path: string,
):
  | (Pick<Question, 'operation'> & {
      readonly params: Readonly<Record<string, string>>;
    })
  | undefined {
  for (const { operation, names, pattern } of rows) {
    const found = operation.method === method ? pattern.exec(path) : null;
    if (!found) continue;
    const values = found.slice(1).map(decodeURIComponent);
    return {
      operation,
      params: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])),
    };
  }
  return undefined;
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

async function bodyOf({ body: form }: Operation, request: Request): Promise<unknown> {
  if (!form) return undefined;
  if (form !== 'binary') return jsonOf(await request.text());
  return new Blob([await request.arrayBuffer()], {
    type: request.headers.get('Content-Type') ?? '',
  });
}

/**
 * What a request asks; nothing where the contract has no such operation.
 *
 * @param base the path of the endpoint
 */
export async function questionOf(request: Request, base: string): Promise<Question | undefined> {
  const { pathname, searchParams } = new URL(request.url);
  if (!pathname.startsWith(`${base}/`)) return undefined;
  const found = operationAt(request.method, pathname.slice(base.length));
  if (!found) return undefined;
  const { operation, params } = found;
  const query = Object.fromEntries(searchParams);
  const body = await bodyOf(operation, request);
  const digest = request.headers.get('Content-Digest');
  return {
    operation,
    input: { params, query, body, ...(operation.body === 'binary' && { digest }) },
    language: languages.find((language) => language === query['language']),
  };
}

/** Of what an answer says, not of the moment. Weak, as behind a proxy that compresses. */
function tagOf(content: unknown): string {
  const json = JSON.stringify(content, (name, value: unknown) =>
    name === 'serverTime' ? undefined : value,
  );
  return `W/"${crc32(new TextEncoder().encode(json)).toString(16)}"`;
}

/** What keeps browsers from showing a file of somebody else. */
const asDownload = {
  'Content-Disposition': 'attachment',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
};

export function answerResponse(
  { response, etag }: Operation,
  status: number,
  content: unknown,
  ifNoneMatch: string | null,
): Response {
  if (response === 'none') return new Response(null, { status });
  if (response === 'binary') return new Response(content as Blob, { status, headers: asDownload });
  if (!etag) return Response.json(content, { status });
  const headers = { ETag: tagOf(content) };
  return ifNoneMatch === headers.ETag
    ? new Response(null, { status: 304, headers })
    : Response.json(content, { status, headers });
}

export const problemResponse = (problem: Problem, retryAfter?: number): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    },
  });

export const pageResponse = (): Response =>
  new Response('<!doctype html><title>Maintenance</title>', {
    headers: { 'Content-Type': 'text/html' },
  });
