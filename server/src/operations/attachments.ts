import { checkContent, savedName } from '../attachments/content.js';
import { digestOf, givenDigest } from '../attachments/digest.js';
import { readBytes } from '../http/body.js';
import type { Handlers } from '../http/call.js';
import { invalid, ProblemError } from '../http/problem-error.js';
import type { Identity } from '../sign-in/identity.js';
import { deleteUnbound, findAttachment, insertAttachment, readAttachment, readBoundAttachment } from '../storage/attachments.js';
import type { Services } from './services.js';

const essence = (type: string | null): string => (type ?? '').split(';', 1).join('').trim().toLowerCase();

/** Uploading, reading and removing what belongs to a request. */
export function attachments({ db, limits, now }: Services) {
  /** Reads an upload and lets through only what it claims to be, within the limits. */
  async function receive(request: Request): Promise<{ type: string; content: Uint8Array; digest: string }> {
    const type = essence(request.headers.get('Content-Type'));
    if (!limits.types.includes(type)) throw new ProblemError('unsupportedType', { detail: `Taken are ${limits.types.join(', ')}` });
    const given = givenDigest(request.headers.get('Content-Digest'));
    if (given === undefined) throw invalid('#header/content-digest', 'required');

    const content = await readBytes(request, limits.bytesEach);
    const digest = digestOf(content);
    if (digest !== given) throw new ProblemError('digestMismatch');
    checkContent(content, type, limits);
    return { type, content, digest };
  }

  function readable(identity: Identity, id: string) {
    if (identity.side === 'staff') return readBoundAttachment(db, id);
    const scope = identity.permissions.has('viewCompanyRequests') ? 'company' : 'own';
    return readAttachment(db, { tenant: identity.tenant, owner: identity.id, id }, scope, now());
  }

  return {
    async putAttachment({ identity, params: { id }, request }) {
      const key = { tenant: identity.tenant, owner: identity.id, id };
      const received = await receive(request);
      const added = await insertAttachment(db, { ...key, ...received, now: now() });
      const kept = await findAttachment(db, key, now());
      if (kept?.digest !== received.digest) throw new ProblemError('conflict');
      return { status: added ? 201 : 200, body: { id, type: kept.type, bytes: kept.bytes, digest: kept.digest } };
    },

    async getAttachment({ identity, params: { id } }) {
      const found = await readable(identity, id);
      if (!found) throw new ProblemError('notFound');
      return {
        status: 200,
        body: found.content,
        headers: {
          'Content-Type': found.type,
          'Content-Disposition': `attachment; filename="${savedName(id, found.type)}"`,
          'Content-Security-Policy': "sandbox; default-src 'none'",
        },
      };
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
