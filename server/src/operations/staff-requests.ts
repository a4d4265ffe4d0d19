import { randomUUID } from 'node:crypto';
import type { Relayed } from '../../../src/contract/index.js';
import { nameForType } from '../attachments/content.js';
import type { Handlers } from '../http/call.js';
import { ProblemError } from '../http/problem-error.js';
import type { Staff } from '../sign-in/identity.js';
import { attachmentKey, readBoundAttachment, filesForStaff } from '../storage/attachments.js';
import {
  changeRequest,
  compareTimelineItem,
  findRequestOfAnybody,
  insertTimelineItem,
  listRequests,
  listTimeline,
  type NewTimelineItem,
  type RequestRow,
} from '../storage/requests.js';
import { mailsOf, sendAgain, type OutboxRow } from '../storage/outbox.js';
import type { TimelineContent } from '../storage/tables.js';
import { companyNames } from '../storage/directory.js';
import { findIncident, type IncidentRow } from '../storage/incidents.js';
import { bind } from './attached.js';
import { asDownload, receiveAttachment, storeAttachment } from './attachments.js';
import { serialOf } from './cursor.js';
import { incidentOf } from './incidents.js';
import { requestView, timelineItemOf } from './request-view.js';
import type { Services } from './services.js';
import { unitName } from './texts.js';
import { inTransaction } from '../storage/transaction.js';

/** The staff's side has one language. */
const LANGUAGE = 'fi';

/** Whose a file of staff's is. No customer's id holds a control character, so none can be theirs. */
const ownerOf = ({ id }: Pick<Staff, 'id'>): string => `\tstaff ${id}`;

/** Of a request and its replies together: what was given up counts most, then what is on its way. */
function relayedOf(mails: readonly OutboxRow[]): { relay?: Relayed } {
  const told =
    mails.find(({ state }) => state === 'failed') ??
    mails.find(({ state }) => state === 'waiting') ??
    mails.at(-1);
  // Only notices are dropped.
  if (!told || told.state === 'dropped') return {};
  const { state, attempts, problem, next_at } = told;
  return {
    relay: {
      state,
      attempts,
      ...(problem !== null && { problem }),
      ...(state === 'waiting' && { nextAt: next_at.toISOString() }),
    },
  };
}

/** What a person calls an incident; its own id says nothing to them. */
function shortIncidentOf(row: IncidentRow) {
  const { id, title, product, application } = incidentOf(row, LANGUAGE);
  return { id, title, ...(product && { product }), ...(application && { application }) };
}

const isOf =
  ({ tenant, owner, id }: RequestRow) =>
  (mail: OutboxRow) =>
    mail.tenant === tenant && mail.owner === owner && mail.request === id;

/** The side of Visma's staff: reading requests, answering them, and saying how they stand. */
export function staffRequests(services: Services) {
  const { db, attachmentLimits, now, relay } = services;
  const { listItemOf, detailsOf } = requestView(services);

  const find = async (id: string): Promise<RequestRow> => {
    const found = await findRequestOfAnybody(db, id);
    if (!found) throw new ProblemError('notFound');
    return found;
  };

  const told = async (row: RequestRow) => {
    const mails = await mailsOf(db, [row]);
    const timeline = await listTimeline(db, row);
    const stored = await filesForStaff(db, row);
    const { relatedIncident, companyNumbers } = row.content;
    const names = await companyNames(db, row.tenant, companyNumbers);
    const incident = relatedIncident && (await findIncident(db, relatedIncident));
    const named = <T extends { readonly id: string; readonly name: string }>(
      owner: string,
      files: readonly T[],
    ): T[] =>
      files.map((file) => {
        const known = stored.get(attachmentKey(owner, file.id));
        return known
          ? {
              ...file,
              id: known.staff_id,
              name: nameForType(file.name, known.type),
              ...(known.active_content && { activeContent: known.active_content }),
            }
          : file;
      });
    return {
      ...(await detailsOf(row, LANGUAGE)),
      id: row.staff_id,
      attachments: named(row.owner, row.content.attachments),
      timeline: timeline.map((item) => {
        const owner = item.side === 'support' ? ownerOf({ id: item.author }) : item.author;
        const told = timelineItemOf(item, LANGUAGE);
        return { ...told, attachments: named(owner, told.attachments) };
      }),
      tenant: row.tenant,
      companies: companyNumbers.flatMap((number) => {
        const name = names.get(number);
        return name === undefined ? [] : [{ number, name }];
      }),
      ...(incident && { incident: shortIncidentOf(incident) }),
      ...relayedOf(mails.filter(isOf(row))),
    };
  };

  const itemBy = (
    staff: Staff,
    id: string,
    kind: NewTimelineItem['kind'],
    content: TimelineContent,
  ): NewTimelineItem => ({
    id,
    kind,
    side: 'support',
    author: staff.id,
    authorName: staff.name ?? unitName(staff.unit, LANGUAGE),
    content,
    now: now(),
  });

  return {
    async listStaffRequests({ query: { tenant, status, relay: unrelayed, critical, cursor } }) {
      const { items, next } = await listRequests(db, {
        tenant,
        status,
        isUnrelayed: unrelayed === 'failed',
        isOpenCritical: critical === 'open',
        before: serialOf(cursor),
      });
      const mails = await mailsOf(db, items);
      const told = items.map((row) => ({
        ...listItemOf(row, LANGUAGE),
        id: row.staff_id,
        tenant: row.tenant,
        critical: row.content.critical,
        ...relayedOf(mails.filter(isOf(row))),
      }));
      const body = { items: told, ...(next !== undefined && { next }) };
      return { status: 200, body };
    },

    async getStaffRequest({ params: { id } }) {
      return { status: 200, body: await told(await find(id)) };
    },

    async changeStaffRequest({ identity, params: { id }, body: { status, helpDeskNumber } }) {
      const request = await find(id);
      await inTransaction(db, async (trx) => {
        const before = await changeRequest(trx, request, { status, helpDeskNumber, now: now() });
        if (status === undefined || before.status === status) return;
        await insertTimelineItem(
          trx,
          request,
          itemBy(identity, randomUUID(), 'status', { text: '', attachments: [], status }),
        );
      });
      return { status: 200, body: await told(await find(id)) };
    },

    async relayStaffRequest({ params: { id } }) {
      const request = await find(id);
      if (await sendAgain(db, request, now())) relay?.sendSoon();
      return { status: 200, body: await told(await find(id)) };
    },

    async putStaffMessage({
      identity,
      params: { id, messageId },
      body: { kind, text, attachments },
    }) {
      const request = await find(id);
      const item = itemBy(identity, messageId, kind, { text, attachments });
      const added = await inTransaction(db, async (trx) => {
        const row = await insertTimelineItem(trx, request, item);
        if (!row) return undefined;
        await bind(
          trx,
          { tenant: request.tenant, owner: ownerOf(identity) },
          attachments,
          request,
          attachmentLimits(),
          now(),
        );
        if (kind === 'chargeableProposal')
          await changeRequest(trx, request, { status: 'awaitingConfirmation', now: now() });
        return row;
      });
      if (added) return { status: 201, body: timelineItemOf(added, LANGUAGE) };
      const kept = await compareTimelineItem(db, request, item);
      if (!kept?.same) throw new ProblemError('conflict');
      return { status: 200, body: timelineItemOf(kept, LANGUAGE) };
    },

    async putStaffAttachment({
      identity,
      params: { id, attachmentId },
      request: upload,
      inTurn,
      pace,
    }) {
      const { tenant } = await find(id);
      const received = await receiveAttachment(upload, attachmentLimits(), pace);
      const key = { tenant, owner: ownerOf(identity), id: attachmentId };
      return inTurn(() => storeAttachment(services, key, received));
    },

    async getStaffAttachment({ params: { id } }) {
      const found = await readBoundAttachment(db, id);
      if (!found) throw new ProblemError('notFound');
      return asDownload(found);
    },
  } satisfies Handlers;
}
