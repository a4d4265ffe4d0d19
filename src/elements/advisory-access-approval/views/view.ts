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
  /** How many people have to approve. */
  readonly approversRequired: number;
  /** Names of who may grant, and of those of them who aren't the person. */
  readonly granters: readonly string[];
  readonly otherGranters: readonly string[];
}
