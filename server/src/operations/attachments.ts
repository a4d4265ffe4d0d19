import { createHash } from 'node:crypto';
import { activeContentOf } from '../attachments/active-content.js';
import { checkContent, savedName } from '../attachments/content.js';
import { givenDigest } from '../attachments/digest.js';
import { readBytes } from '../http/body.js';
import type { Handlers, Pacing } from '../http/call.js';
import type { Attachment, AttachmentLimits } from '../../../src/contract/index.js';
import { invalid, ProblemError } from '../http/problem-error.js';
import type { Identity } from '../sign-in/identity.js';
import {
  deleteUnbound,
  findAttachment,
  insertAttachment,
  TooManyWaitingError,
  readAttachment,
  readBoundAttachment,
  type NewAttachment,
} from '../storage/attachments.js';
import type { Key } from '../storage/requests.js';
import type { Services } from './services.js';

const essence = (type: string | null): string =>
  (type ?? '').split(';', 1).join('').trim().toLowerCase();

type Received = Pick<NewAttachment, 'type' | 'content' | 'digest'>;

/** Receives an upload of a type that is taken, with the bytes that it names. */
export async function receiveAttachment(
  request: Request,
  limits: AttachmentLimits,
  pace: Pacing,
): Promise<Received> {
  const type = essence(request.headers.get('Content-Type'));
  if (!limits.types.includes(type))
    throw new ProblemError('unsupportedType', {
      detail: `Accepted types: ${limits.types.join(', ')}`,
    });
  const given = givenDigest(request.headers.get('Content-Digest'));
  if (given === undefined) throw invalid('#header/content-digest', 'required');

  // As it comes, so that a large file doesn't keep others waiting.
  const hash = createHash('sha256');
  const content = await readBytes(request, limits.bytesEach, {
    pace,
    onChunk: (chunk) => void hash.update(chunk),
  });
  const digest = hash.digest('base64');
  if (digest !== given) throw new ProblemError('digestMismatch');
  return { type, content, digest };
}

/** Tells whoever has too many files waiting when the first of them lapses. */
async function placed(insert: () => Promise<boolean>, now: () => Date): Promise<boolean> {
  try {
    return await insert();
  } catch (error) {
    if (!(error instanceof TooManyWaitingError)) throw error;
    const seconds = Math.ceil((error.until.getTime() - now().getTime()) / 1000);
    throw new ProblemError('rateLimited', {
      detail: 'Too many files wait for their request: send it or remove some of them',
      headers: { 'Retry-After': String(Math.max(1, seconds)) },
    });
  }
}

/** Stores an upload under its key if it is what it claims to be, within the limits; the same bytes again are the same attachment. */
export async function storeAttachment(
  {
    db,
    now,
    waiting,
    attachmentLimits,
  }: Pick<Services, 'db' | 'now' | 'waiting' | 'attachmentLimits'>,
  key: Key,
  received: Received,
): Promise<{ status: 201 | 200; body: Attachment }> {
  const { content, type } = received;
  await checkContent(content, type, attachmentLimits());
  const activeContent = await activeContentOf(content, type);
  const insert = () =>
    insertAttachment(db, { ...key, ...received, activeContent, now: now() }, waiting);
  let kept = await findAttachment(db, key, now());
  let added = kept === undefined && (await placed(insert, now));
  kept ??= await findAttachment(db, key, now());
  if (!kept) {
    // Somebody else's took the id for staff at the same moment; this one gets another.
    added = await placed(insert, now);
    kept = await findAttachment(db, key, now());
  }
  if (kept?.digest !== received.digest) throw new ProblemError('conflict');
  return {
    status: added ? 201 : 200,
    body: { id: key.id, type: kept.type, bytes: kept.bytes, digest: kept.digest },
  };
}

/** A file as a browser saves it and never shows it. */
export const asDownload = ({
  id,
  type,
  content,
}: {
  readonly id: string;
  readonly type: string;
  readonly content: Uint8Array;
}) => ({
  status: 200 as const,
  body: content,
  headers: {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${savedName(id, type)}"`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
  },
});

/** Uploading, reading and removing what belongs to a request. */
export function attachments(services: Services) {
  const { db, attachmentLimits, now } = services;

  function readable(identity: Identity, id: string) {
    if (identity.side === 'staff') return readBoundAttachment(db, id);
    const scope = identity.permissions.has('viewCompanyRequests') ? 'company' : 'own';
    return readAttachment(db, { tenant: identity.tenant, owner: identity.id, id }, scope, now());
  }

  return {
    async putAttachment({ identity, params: { id }, request, inTurn, pace }) {
      const received = await receiveAttachment(request, attachmentLimits(), pace);
      const key = { tenant: identity.tenant, owner: identity.id, id };
      return inTurn(() => storeAttachment(services, key, received));
    },

    async getAttachment({ identity, params: { id } }) {
      const found = await readable(identity, id);
      if (!found) throw new ProblemError('notFound');
      return asDownload(found);
    },

    async removeAttachment({ identity, params: { id } }) {
      const key = { tenant: identity.tenant, owner: identity.id, id };
      const found = await findAttachment(db, key, now());
      if (!found) throw new ProblemError('notFound');
      if (!(await deleteUnbound(db, key))) throw new ProblemError('conflict');
      return { status: 204, body: undefined };
    },
  } satisfies Handlers;
}
