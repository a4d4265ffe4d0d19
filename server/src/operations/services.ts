import type { AttachmentLimits, Language, ServiceProfile } from '../../../src/contract/index.js';
import type { Journal } from '../advisory-log/journal.js';
import type { SigningKeys } from '../advisory-log/signing-keys.js';
import type { Log } from '../http/observe.js';
import type { Relay } from '../relay/relay.js';
import type { WaitingLimits } from '../storage/attachments.js';
import type { Database } from '../storage/tables.js';

/** What the handlers work with. */
export interface Services {
  readonly db: Database;
  /** Signs and logs what happens to requests for advisory access. */
  readonly journal: Journal;
  readonly keys: SigningKeys;
  readonly log?: Log | undefined;
  attachmentLimits(): AttachmentLimits;
  /** How much of a person may wait for its request. */
  readonly waiting: WaitingLimits;
  profile(language: Language): Omit<ServiceProfile, 'contract' | 'capabilities'>;
  /** The database's clock; a few milliseconds off at most. */
  now(): Date;
  /** The database's clock, asked within a transaction. */
  clockIn(trx: Database): Promise<Date>;
  /** Missing where nothing goes to the HelpDesk's mailbox. */
  readonly relay?: Pick<Relay, 'sendSoon'> | undefined;
  /** Whether what happens to advisory access is told by mail. */
  readonly mailsNotices: boolean;
}
