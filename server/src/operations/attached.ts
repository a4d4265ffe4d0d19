import type { Transaction } from 'kysely';
import type { AttachmentLimits, FieldError } from '../../../src/contract/index.js';
import { ProblemError } from '../http/problem-error.js';
import { bindAttachments, lockUnbound } from '../storage/attachments.js';
import type { Key } from '../storage/requests.js';
import type { Tables } from '../storage/tables.js';

/**
 * Binds attachments of `owner` to a request, within the transaction that stores whatever names them. Each must be
 * there, be the owner's own and belong to nothing yet.
 */
export async function bind(
  trx: Transaction<Tables>,
  owner: Omit<Key, 'id'>,
  attachments: readonly { readonly id: string }[],
  request: Key,
  limits: AttachmentLimits,
  now: Date,
): Promise<void> {
  if (!attachments.length) return;
  const ids = attachments.map(({ id }) => id);
  if (ids.length > limits.count)
    throw new ProblemError('validation', {
      errors: [{ pointer: '/attachments', code: 'tooMany' }],
    });

  const locked = await lockUnbound(trx, owner, ids, now);
  const free = new Set(locked.map(({ id }) => id));
  const errors = ids.flatMap<FieldError>((id, index) => {
    const pointer = `/attachments/${index}/id`;
    if (!free.has(id)) return [{ pointer, code: 'notFound' }];
    return ids.indexOf(id) < index ? [{ pointer, code: 'notAllowed' }] : [];
  });
  if (errors.length) throw new ProblemError('validation', { errors });

  const bytes = locked.reduce((sum, attachment) => sum + attachment.bytes, 0);
  if (bytes > limits.bytesTotal)
    throw new ProblemError('tooLarge', { errors: [{ pointer: '/attachments', code: 'tooLong' }] });
  await bindAttachments(trx, owner, ids, request);
}
