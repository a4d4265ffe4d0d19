import { isDeepStrictEqual } from 'node:util';
import {
  composeSubject,
  type Receipt,
  type ServiceProfile,
  type SupportRequest,
} from 'visma-support-widgets/contract';

export interface Key {
  readonly tenant: string;
  readonly owner: string;
  readonly id: string;
}
export interface Row extends Pick<Receipt, 'number' | 'status'> {
  readonly request: SupportRequest;
  readonly createdAt: Date;
  readonly attempts: number;
}
/** A table of your own, with a unique key of (tenant, owner, id). */
export interface Table {
  /** Inserts the row unless there is one, in one statement, and gives the one that is there. */
  reserve(
    key: Key,
    request: SupportRequest,
  ): Promise<{ readonly row: Row; readonly isNew: boolean }>;
  /** Takes the row for so many minutes and counts the attempt; nothing where it is taken already or has its number. */
  lease(key: Key, minutes: number): Promise<Row | undefined>;
  keepNumber(key: Key, number: string): Promise<void>;
}
export interface HelpDesk {
  create(ticket: {
    readonly externalId: string;
    readonly subject: string;
    readonly request: SupportRequest;
  }): Promise<string>;
  find(externalId: string): Promise<string | undefined>;
}
export interface Surroundings {
  readonly table: Table;
  readonly desk: HelpDesk;
  readonly service: ServiceProfile;
}

/** Minutes: longer than a call to the help desk lasts and its search lags behind, so that an attempt finds what the one before made. */
const LEASE = 15;

/** Brings a request to the help desk: at once, and again every minute for each that has no number yet. */
export async function bring(key: Key, { table, desk, service }: Surroundings): Promise<void> {
  const row = await table.lease(key, LEASE);
  if (!row) return;
  const externalId = [key.tenant, key.owner, key.id].join('/');
  const earlier = row.attempts > 1 ? await desk.find(externalId) : undefined;
  await table.keepNumber(
    key,
    earlier ??
      (await desk.create({
        externalId,
        subject: composeSubject(row.request, service),
        request: row.request,
      })),
  );
}

/** `PUT /support-requests/{id}`, its body parsed by the contract: what to answer, or nothing for 409 `conflict`. */
export async function submit(
  key: Key,
  request: SupportRequest,
  around: Surroundings,
): Promise<{ readonly status: 200 | 201 | 202; readonly body: Receipt } | undefined> {
  const { row, isNew } = await around.table.reserve(key, request);
  if (!isDeepStrictEqual(row.request, request)) return undefined;
  if (isNew) await bring(key, around).catch(() => undefined); // It is kept: the number comes later.
  const { number, status, createdAt } = (await around.table.reserve(key, request)).row;
  const body: Receipt = {
    id: key.id,
    number,
    status,
    subject: composeSubject(request, around.service),
    createdAt: createdAt.toISOString(),
  };
  return { status: !isNew ? 200 : number === null ? 202 : 201, body };
}
