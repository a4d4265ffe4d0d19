import type { SupportErrorCode } from '../../client/support-error.js';
import type { Receipt, SupportRequest } from '../../contract/support-requests.js';

/** Before a request is sent; a host that cancels it sends the request itself, or not at all. */
export class SupportRequestSubmitEvent extends CustomEvent<SupportRequest> {
  static readonly eventName = 'support-request-submit';
  constructor(request: SupportRequest) {
    super(SupportRequestSubmitEvent.eventName, {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: request,
    });
  }
}

/** The endpoint has the request; the detail is its receipt. */
export class SupportRequestSubmittedEvent extends CustomEvent<Receipt> {
  static readonly eventName = 'support-request-submitted';
  constructor(receipt: Receipt) {
    super(SupportRequestSubmittedEvent.eventName, {
      bubbles: true,
      composed: true,
      detail: receipt,
    });
  }
}

/** Sending failed, and what was written is still in the form. */
export class SupportRequestFailedEvent extends CustomEvent<{ readonly code: SupportErrorCode }> {
  static readonly eventName = 'support-request-failed';
  constructor(code: SupportErrorCode) {
    super(SupportRequestFailedEvent.eventName, { bubbles: true, composed: true, detail: { code } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'support-request-submit': SupportRequestSubmitEvent;
    'support-request-submitted': SupportRequestSubmittedEvent;
    'support-request-failed': SupportRequestFailedEvent;
  }
}
