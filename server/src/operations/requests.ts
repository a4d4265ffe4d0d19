import type { Transaction } from 'kysely';
import { composeSubject, languages, type SupportRequest } from '../../../src/contract/index.js';
import type { Handlers } from '../http/call.js';
import { invalid, ProblemError } from '../http/problem-error.js';
import type { Customer } from '../sign-in/identity.js';
import {
  compareRequest,
  compareTimelineItem,
  findRequest,
  insertRequest,
  insertTimelineItem,
  listRequests,
  moveStatus,
  proposalState,
  type Key,
  type NewRequest,
  type NewTimelineItem,
  type ReceiptRow,
} from '../storage/requests.js';
import { enqueueReply } from '../storage/outbox.js';
import type { RequestStatus, Tables } from '../storage/tables.js';
import { RequestInserts } from '../storage/request-inserts.js';
import { bind } from './attached.js';
import { serialOf } from './cursor.js';
import { requestView, timelineItemOf } from './request-view.js';
import type { Services } from './services.js';
import { inTransaction } from '../storage/transaction.js';

/** Of a message itself nothing is translated. */
const LANGUAGE = 'fi';

const keyOf = ({ tenant, id: owner }: Customer, id: string): Key => ({ tenant, owner, id });

const scopeOf = ({ permissions }: Customer) =>
  permissions.has('viewCompanyRequests') ? 'company' : 'own';

/** Where a request stands that waits for the customer, or for nobody: their word, or their answer to a proposal, brings it back to customer service. */
const waiting: readonly RequestStatus[] = ['waitingForCustomer', 'resolved', 'closed'];
const waitingForAnswer: readonly RequestStatus[] = [...waiting, 'awaitingConfirmation'];

/** Refuses an answer to a proposal that isn't the latest, or that has one already. */
async function checkAnswered(
  trx: Transaction<Tables>,
  request: Key,
  pointer: '/confirms' | '/declines',
  proposal: string,
): Promise<void> {
  const { isThere, isLatest, answers } = await proposalState(trx, request, proposal);
  if (!isThere) throw invalid(pointer, 'notFound');
  // The answer itself is there by now.
  if (!isLatest || answers > 1) throw invalid(pointer, 'notAllowed');
}

/** Sending support requests, and following them. */
export function requests(services: Services) {
  const { db, attachmentLimits, profile, now, relay } = services;
  const { receiptOf, listItemOf, detailsOf } = requestView(services);

  const inserts = new RequestInserts(db);
  const insertWithAttachments = (request: NewRequest) =>
    inTransaction(db, async (trx) => {
      const added = await insertRequest(trx, request);
      if (added)
        await bind(
          trx,
          request,
          request.content.attachments,
          request,
          attachmentLimits(),
          request.now,
        );
      return added;
    });

  /** Whether what is confirmed beforehand is what the profile says, in whichever language it was read. */
  const isOffered = ({ version, text }: NonNullable<SupportRequest['chargeableWork']>) =>
    languages.some((language) => {
      const { chargeableWork } = profile(language);
      return chargeableWork?.version === version && chargeableWork.text === text;
    });

  return {
    async submitRequest({ identity, params: { id }, query, body }) {
      const key = keyOf(identity, id);
      const language = query.language ?? body.language;
      const { chargeableWork } = body;
      // What has arrived already was in order then, and is told again.
      if (chargeableWork && !isOffered(chargeableWork) && !(await compareRequest(db, key, body)))
        throw invalid('/chargeableWork', 'notAllowed');
      const subject = composeSubject(body, profile(language));
      const sender = identity.name ?? body.contact.name;
      const at = now();
      const request = {
        ...key,
        subject,
        sender,
        content: {
          ...body,
          ...(chargeableWork && {
            chargeableWork: { ...chargeableWork, name: sender, confirmedAt: at.toISOString() },
          }),
        },
        isRelayed: relay !== undefined,
        now: at,
      };
      // One statement needs no transaction around it, and most requests are one.
      const insert = () =>
        body.attachments.length ? insertWithAttachments(request) : inserts.insert(request);
      let row: ReceiptRow | undefined = await insert();
      const kept = row ? undefined : await compareRequest(db, key, body);
      // Somebody else's request took the id for staff at the same moment; this one gets another.
      if (!row && !kept) row = await insert();
      if (row) {
        relay?.sendSoon();
        return { status: 201, body: receiptOf(row, language) };
      }
      if (!kept?.same) throw new ProblemError('conflict');
      return { status: 200, body: receiptOf(kept, language) };
    },

    async listRequests({ identity, query: { status, scope = 'own', cursor, language = 'fi' } }) {
      if (scope === 'company' && scopeOf(identity) !== 'company')
        throw new ProblemError('forbidden');
      const owner = scope === 'own' ? identity.id : undefined;
      const { items, next } = await listRequests(db, {
        tenant: identity.tenant,
        owner,
        status,
        before: serialOf(cursor),
      });
      return {
        status: 200,
        body: {
          items: items.map((row) => listItemOf(row, language, identity.id)),
          ...(next !== undefined && { next }),
        },
      };
    },

    async getRequest({ identity, params: { id }, query: { language = 'fi' } }) {
      const row = await findRequest(db, keyOf(identity, id), scopeOf(identity));
      if (!row) throw new ProblemError('notFound');
      return { status: 200, body: await detailsOf(row, language, identity.id) };
    },

    async putMessage({
      identity,
      params: { id, messageId },
      body: { text, attachments, confirms, declines },
    }) {
      const request = await findRequest(db, keyOf(identity, id), scopeOf(identity));
      if (!request) throw new ProblemError('notFound');
      const item: NewTimelineItem = {
        id: messageId,
        kind: 'message',
        side: 'customer',
        author: identity.id,
        authorName: identity.name ?? identity.id,
        content: {
          text,
          attachments,
          ...(confirms !== undefined && { confirms }),
          ...(declines !== undefined && { declines }),
        },
        now: now(),
      };
      const added = await inTransaction(db, async (trx) => {
        const row = await insertTimelineItem(trx, request, item);
        if (!row) return undefined;
        if (confirms !== undefined) await checkAnswered(trx, request, '/confirms', confirms);
        if (declines !== undefined) await checkAnswered(trx, request, '/declines', declines);
        await bind(
          trx,
          { tenant: identity.tenant, owner: identity.id },
          attachments,
          request,
          attachmentLimits(),
          now(),
        );
        if (relay) await enqueueReply(trx, request, identity.id, messageId, now());
        await moveStatus(
          trx,
          request,
          (confirms ?? declines) === undefined ? waiting : waitingForAnswer,
          'inProgress',
        );
        return row;
      });
      if (added) {
        relay?.sendSoon();
        return { status: 201, body: timelineItemOf(added, LANGUAGE) };
      }
      const kept = await compareTimelineItem(db, request, item);
      if (!kept?.same) throw new ProblemError('conflict');
      return { status: 200, body: timelineItemOf(kept, LANGUAGE) };
    },
  } satisfies Handlers;
}
