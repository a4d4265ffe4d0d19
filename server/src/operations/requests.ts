import { composeSubject, type Language, type Receipt, type RequestDetails, type RequestListItem } from '../../../src/contract/index.js';
import type { Handlers } from '../http/call.js';
import { invalid, ProblemError } from '../http/problem-error.js';
import type { Customer } from '../sign-in/identity.js';
import {
  compareRequest,
  compareTimelineItem,
  findRequest,
  hasProposal,
  insertRequest,
  insertTimelineItem,
  listRequests,
  listTimeline,
  type Key,
  type NewRequest,
  type NewTimelineItem,
  type RequestRow,
  type TimelineRow,
} from '../storage/requests.js';
import { remember } from '../remember.js';
import { bind } from './attached.js';
import { serialOf } from './cursor.js';
import type { Services } from './services.js';
import { nextStep, nextStepWhenReceived, statusLabel } from './texts.js';

const MINUTE = 60_000;

const keyOf = ({ tenant, id: owner }: Customer, id: string): Key => ({ tenant, owner, id });

const scopeOf = ({ permissions }: Customer) => (permissions.has('viewCompanyRequests') ? 'company' : 'own');

const timelineItemOf = ({ id, created_at, kind, side, author_name, content }: TimelineRow) => ({
  id,
  at: created_at.toISOString(),
  kind,
  author: { name: author_name, side },
  text: content.text,
  attachments: content.attachments,
});

/** Sending support requests, and following them. */
export function requests({ db, limits, profile, now }: Services) {
  const received = remember(
    (language: Language) => nextStepWhenReceived(profile(language).contact.hours, now(), language),
    () => Math.floor(now().getTime() / MINUTE),
  );
  const nextStepOf = ({ status }: RequestRow, language: Language) =>
    status === 'received' ? received(language) : nextStep(status, language);

  function receiptOf(row: RequestRow, language: Language): Receipt {
    return {
      id: row.id,
      number: row.number,
      subject: row.subject,
      status: row.status,
      statusLabel: statusLabel(row.status, language),
      createdAt: row.created_at.toISOString(),
      nextStep: nextStepOf(row, language),
    };
  }

  const listItemOf = (row: RequestRow, language: Language, identity: Customer): RequestListItem => ({
    ...receiptOf(row, language),
    updatedAt: row.updated_at.toISOString(),
    ...(row.help_desk_number !== null && { helpDeskNumber: row.help_desk_number }),
    ...(row.owner !== identity.id && { sender: row.sender }),
  });

  async function detailsOf(row: RequestRow, language: Language, identity: Customer): Promise<RequestDetails> {
    const { chargeableWork: _, language: __, ...content } = row.content;
    const timeline = await listTimeline(db, row);
    return { ...content, ...listItemOf(row, language, identity), timeline: timeline.map(timelineItemOf) };
  }

  const insertWithAttachments = (request: NewRequest) =>
    db.transaction().execute(async (trx) => {
      const added = await insertRequest(trx, request);
      if (added) await bind(trx, request, request.content.attachments, request, limits, request.now);
      return added;
    });

  return {
    async submitRequest({ identity, params: { id }, query, body }) {
      const key = keyOf(identity, id);
      const language = query.language ?? body.language;
      const subject = composeSubject(body, profile(language));
      const sender = identity.name ?? body.contact.name;
      const request = { ...key, subject, sender, content: body, now: now() };
      // One statement needs no transaction around it, and most requests are one.
      const row = body.attachments.length ? await insertWithAttachments(request) : await insertRequest(db, request);
      if (row) return { status: 201, body: receiptOf(row, language) };
      const kept = await compareRequest(db, key, body);
      if (!kept?.same) throw new ProblemError('conflict');
      return { status: 200, body: receiptOf(kept, language) };
    },

    async listRequests({ identity, query: { status, scope = 'own', cursor, language = 'fi' } }) {
      if (scope === 'company' && scopeOf(identity) !== 'company') throw new ProblemError('forbidden');
      const owner = scope === 'own' ? identity.id : undefined;
      const { items, next } = await listRequests(db, { tenant: identity.tenant, owner, status, before: serialOf(cursor) });
      return {
        status: 200,
        body: { items: items.map((row) => listItemOf(row, language, identity)), ...(next !== undefined && { next }) },
      };
    },

    async getRequest({ identity, params: { id }, query: { language = 'fi' } }) {
      const row = await findRequest(db, keyOf(identity, id), scopeOf(identity));
      if (!row) throw new ProblemError('notFound');
      return { status: 200, body: await detailsOf(row, language, identity) };
    },

    async putMessage({ identity, params: { id, messageId }, body: { text, attachments, confirms } }) {
      const request = await findRequest(db, keyOf(identity, id), scopeOf(identity));
      if (!request) throw new ProblemError('notFound');
      const item: NewTimelineItem = {
        id: messageId,
        kind: 'message',
        side: 'customer',
        author: identity.id,
        authorName: identity.name ?? identity.id,
        content: { text, attachments, ...(confirms !== undefined && { confirms }) },
        now: now(),
      };
      const added = await db.transaction().execute(async (trx) => {
        const row = await insertTimelineItem(trx, request, item);
        if (row && confirms !== undefined && !(await hasProposal(trx, request, confirms))) throw invalid('/confirms', 'notFound');
        if (row) await bind(trx, { tenant: identity.tenant, owner: identity.id }, attachments, request, limits, now());
        return row;
      });
      if (added) return { status: 201, body: timelineItemOf(added) };
      const kept = await compareTimelineItem(db, request, item);
      if (!kept?.same) throw new ProblemError('conflict');
      return { status: 200, body: timelineItemOf(kept) };
    },
  } satisfies Handlers;
}
