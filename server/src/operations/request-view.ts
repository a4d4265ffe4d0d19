import type {
  Language,
  Receipt,
  RequestDetails,
  RequestListItem,
  TimelineItem,
} from '../../../src/contract/index.js';
import { remember } from '../remember.js';
import {
  listTimeline,
  type ReceiptRow,
  type RequestRow,
  type TimelineRow,
} from '../storage/requests.js';
import type { Services } from './services.js';
import { nextStep, nextStepWhenReceived, statusLabel } from './texts.js';

const MINUTE = 60_000;

/** A status change is told in the reader's language, whoever made it. */
export const timelineItemOf = (
  { id, created_at, kind, side, author_name, content }: TimelineRow,
  language: Language,
): TimelineItem => ({
  id,
  at: created_at.toISOString(),
  kind,
  author: { name: author_name, side },
  text: content.status ? statusLabel(content.status, language) : content.text,
  attachments: content.attachments,
  ...(content.confirms !== undefined && { confirms: content.confirms }),
  ...(content.declines !== undefined && { declines: content.declines }),
});

/** Requests as they are told to who may read them. */
export function requestView({ db, profile, now }: Pick<Services, 'db' | 'profile' | 'now'>) {
  const received = remember(
    (language: Language) =>
      [false, true].map((isCritical) =>
        nextStepWhenReceived(profile(language).contact, isCritical, now(), language),
      ),
    () => Math.floor(now().getTime() / MINUTE),
  );
  const nextStepOf = ({ status, content }: ReceiptRow, language: Language) =>
    status === 'received'
      ? received(language)[content.critical ? 1 : 0]
      : nextStep(status, language);

  const receiptOf = (row: ReceiptRow, language: Language): Receipt => ({
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: row.status,
    statusLabel: statusLabel(row.status, language),
    createdAt: row.created_at.toISOString(),
    nextStep: nextStepOf(row, language),
  });

  /** @param reader the id of the customer's person who reads; of their own requests they know who sent them */
  const listItemOf = (row: RequestRow, language: Language, reader?: string): RequestListItem => ({
    ...receiptOf(row, language),
    updatedAt: row.updated_at.toISOString(),
    ...(row.help_desk_number !== null && { helpDeskNumber: row.help_desk_number }),
    ...(row.owner !== reader && { sender: row.sender }),
  });

  const detailsOf = async (
    row: RequestRow,
    language: Language,
    reader?: string,
  ): Promise<RequestDetails> => {
    const { language: _, ...content } = row.content;
    const timeline = await listTimeline(db, row);
    return {
      ...content,
      ...listItemOf(row, language, reader),
      timeline: timeline.map((item) => timelineItemOf(item, language)),
    };
  };

  return { receiptOf, listItemOf, detailsOf };
}
