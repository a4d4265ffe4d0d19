import type { Localization } from '../../../localization/localization-controller.js';
import type { UsesPart } from '../access-request.js';
import type { AdvisoryAccessStore } from '../advisory-access-store.js';

/** What the customer has set for advisory access. */
export interface AccessRules {
  readonly maxHours: number;
  /** Where the customer sets it. */
  readonly maxHoursSetIn: string;
  /** How many people have to approve. */
  readonly approversRequired: number;
}

/** Who has the requests before them. */
export interface Viewer {
  /** Whether they may decide; missing while it isn't known. */
  readonly mayGrant: boolean | undefined;
  /** Whether the endpoint is still being asked who is signed in. */
  readonly isPending: boolean;
  /** Names of who may grant, and of those of them who aren't the person. */
  readonly granters: readonly string[];
  readonly otherGranters: readonly string[];
}

/** What the parts of the element see of it. */
export interface ApprovalView extends Localization {
  readonly store: AdvisoryAccessStore;
  /** By the endpoint's clock. */
  readonly now: Date;
  readonly rules: AccessRules;
  readonly viewer: Viewer;
  /** Whether the endpoint gives receipts. */
  readonly hasReceipts: boolean;
  readonly usesPart: UsesPart;
}
