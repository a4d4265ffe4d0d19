import type { Decision } from '../../contract/advisory-access.js';

/** What was decided about which request; `until` is when the right ends, where one was granted. */
export interface AdvisoryAccessDecided {
  readonly id: string;
  readonly outcome: Decision['outcome'];
  readonly until?: string | undefined;
}

/** The endpoint has this person's decision. */
export class AdvisoryAccessDecidedEvent extends CustomEvent<AdvisoryAccessDecided> {
  static readonly eventName = 'advisory-access-decided';
  constructor(decided: AdvisoryAccessDecided) {
    super(AdvisoryAccessDecidedEvent.eventName, { bubbles: true, composed: true, detail: decided });
  }
}

/** This person has ended a right. */
export class AdvisoryAccessRevokedEvent extends CustomEvent<{ readonly id: string }> {
  static readonly eventName = 'advisory-access-revoked';
  constructor(id: string) {
    super(AdvisoryAccessRevokedEvent.eventName, { bubbles: true, composed: true, detail: { id } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'advisory-access-decided': AdvisoryAccessDecidedEvent;
    'advisory-access-revoked': AdvisoryAccessRevokedEvent;
  }
}
