import { createHash } from 'node:crypto';
import type { Operation } from '../../../src/contract/index.js';
import type { Reply } from './call.js';
import { encode } from './compress.js';

/** Weak, since a proxy may compress what it passes on. */
const tagOf = (content: string): string =>
  `W/"${createHash('sha256').update(content).digest('base64url')}"`;

/** Proxies that compress may add how to the tag. */
const bare = (tag: string): string =>
  tag
    .trim()
    .replace(/^W\//, '')
    .replace(/[-;](?:gzip|deflate|br|zstd)"$/, '"');

function isKnown(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  return (
    ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((known) => bare(known) === bare(tag))
  );
}

/** Puts a reply on the wire as its row says: JSON, raw bytes or nothing, with an `ETag` where the row has one. */
export async function respond(
  row: Operation,
  request: Request,
  reply: Reply<Operation>,
): Promise<Response> {
  const { status, tag, headers } = reply;
  const common = {
    // What is about a person or a company stays nowhere but with who asked.
    'Cache-Control': row.etag && row.audience === 'anyone' ? 'private, no-cache' : 'no-store',
    Vary: 'Authorization, Cookie, Origin, Accept-Encoding',
    ...headers,
  };
  if (row.response === 'none') return new Response(null, { status, headers: common });

  const known = request.headers.get('If-None-Match');
  const unchanged = (given: string) =>
    new Response(null, { status: 304, headers: { ...common, ETag: given } });
  if (row.etag && tag !== undefined && isKnown(known, tagOf(tag))) return unchanged(tagOf(tag));

  const body = 'makeBody' in reply ? await reply.makeBody() : reply.body;
  if (body instanceof Uint8Array)
    return new Response(new Uint8Array(body), { status, headers: common });
  const json = JSON.stringify(body);
  const own = row.etag && tagOf(tag ?? json);
  if (own && isKnown(known, own)) return unchanged(own);
  const { body: content, headers: encoding } = await encode(json, request);
  return new Response(content, {
    status,
    headers: {
      'Content-Type': 'application/json',
      ...common,
      ...encoding,
      ...(own && { ETag: own }),
    },
  });
}
