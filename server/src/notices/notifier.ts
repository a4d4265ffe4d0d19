import type { Transaction } from 'kysely';
import type { JournalListener } from '../advisory-log/journal.js';
import { asciiAddress } from '../relay/address.js';
import { lockAccess } from '../storage/advisory-access.js';
import {
  decidersOf,
  enqueueNotice,
  enqueueSettingsNotice,
  findUnannouncedEnds,
  grantersOf,
  type CollectingPace,
  type Granter,
} from '../storage/advisory-notices.js';
import type { AccessRow, Database, NoticeKind, Tables } from '../storage/tables.js';
import { inTransaction } from '../storage/transaction.js';

/** All in milliseconds. */
export interface NoticePace extends CollectingPace {
  /** How long before its end a right's end is told of. */
  readonly ahead: number;
}

const MINUTE = 60_000;
const usualPace: NoticePace = { quiet: 15_000, longest: 45_000, ahead: 30 * MINUTE };

/** Told to those who may grant. */
const ofCustomer: readonly NoticeKind[] = [
  'asked',
  'amended',
  'firstApproved',
  'approved',
  'rejected',
  'returned',
  'revoked',
  'ended',
];

/** Told to whoever asked. */
const ofSupport: readonly NoticeKind[] = ['approved', 'rejected', 'returned', 'revoked', 'lapsed'];

const isAmong = (kinds: readonly NoticeKind[], act: string): act is NoticeKind =>
  kinds.some((kind) => kind === act);

/** What whoever did it needn't be told. */
const knownToActor: readonly NoticeKind[] = ['firstApproved', 'rejected', 'returned'];

/**
 * Whether somebody is told. That access was granted is told to everybody who could have granted it, also to who did, whatever they want:
 * so a grant in their name can't stay unnoticed.
 */
function isRecipient(
  kind: NoticeKind,
  { id, wants, email }: Granter,
  actor: string | undefined,
  deciders: ReadonlySet<string>,
): boolean {
  if (asciiAddress(email) === undefined) return false;
  if (kind === 'approved') return true;
  if (id === actor && knownToActor.includes(kind)) return false;
  return wants === 'all' || (wants === 'mine' && deciders.has(id));
}

/** Decides who is told of what happens to requests for advisory access, and puts it into the outbox. */
export class Notifier implements JournalListener {
  readonly #pace: NoticePace;

  constructor(pace: Partial<NoticePace> = {}) {
    this.#pace = { ...usualPace, ...pace };
  }

  /** Called in the transaction in which it happens, so that it is told if and only if it happened. */
  async recorded(
    ...[trx, row, { act, at, by }]: Parameters<JournalListener['recorded']>
  ): Promise<void> {
    if (isAmong(ofCustomer, act)) await this.#notifyGranters(trx, row, act, at, by?.id);
    const address = row.asker_email && asciiAddress(row.asker_email);
    if (address && isAmong(ofSupport, act))
      await enqueueNotice(
        trx,
        { request: row, kind: act, to: { side: 'support', tenant: '', person: address }, at },
        this.#pace,
      );
  }

  /** That the rules were changed is told to everybody who may grant, whatever they want: so nobody loosens them unnoticed. */
  async settingsChanged(
    ...[trx, change]: Parameters<JournalListener['settingsChanged']>
  ): Promise<void> {
    for (const { id, email } of await grantersOf(trx, change.tenant))
      if (asciiAddress(email) !== undefined)
        await enqueueSettingsNotice(trx, change, id, this.#pace);
  }

  /** Tells of rights that end soon, once each. A right that is hardly longer than that isn't worth it. */
  async remind(db: Database, now: Date): Promise<void> {
    const { ahead } = this.#pace;
    const before = new Date(now.getTime() + ahead);
    for (const id of await findUnannouncedEnds(db, now, before, 2 * ahead))
      await inTransaction(db, async (trx) => {
        const row = await lockAccess(trx, id);
        // Another instance may have been quicker, or somebody has ended it.
        const unannounced = await findUnannouncedEnds(trx, now, before, 2 * ahead);
        if (row && unannounced.includes(id)) await this.#notifyGranters(trx, row, 'ending', now);
      });
  }

  async #notifyGranters(
    trx: Transaction<Tables>,
    row: AccessRow,
    kind: NoticeKind,
    at: Date,
    actor?: string,
  ): Promise<void> {
    const deciders = await decidersOf(trx, row);
    for (const granter of await grantersOf(trx, row.tenant)) {
      if (!isRecipient(kind, granter, actor, deciders)) continue;
      const to = { side: 'customer', tenant: row.tenant, person: granter.id } as const;
      await enqueueNotice(trx, { request: row, kind, to, at }, this.#pace);
    }
  }
}
