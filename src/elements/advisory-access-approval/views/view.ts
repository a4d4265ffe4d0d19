import type { Localization } from '../../../localization/localization-controller.js';
import type { AdvisoryAccessStore } from '../advisory-access-store.js';

/** What the parts of the element see of it. */
export interface ApprovalView extends Localization {
  readonly store: AdvisoryAccessStore;
  /** By the endpoint's clock. */
  readonly now: Date;
  readonly maxHours: number;
  /** Where the customer sets it. */
  readonly maxHoursSetIn: string;
  /** Whether the endpoint is still being asked who is signed in. */
  readonly isProfilePending: boolean;
  /** Whether the person may decide; missing while it isn't known. */
  readonly mayGrant: boolean | undefined;
  /** Whether the endpoint gives receipts. */
  readonly hasReceipts: boolean;
  /** Names of who may. */
  readonly granters: readonly string[];
}
