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

/**
 * The endpoint has the request; the detail is its receipt.
 *
 * @example
 * ```ts
 * form.addEventListener('support-request-submitted', (event) => {
 *   event.offerFollow(() => openMyPanel().querySelector('support-request-list').open(event.detail.id));
 * });
 * ```
 */
export class SupportRequestSubmittedEvent extends CustomEvent<Receipt> {
  static readonly eventName = 'support-request-submitted';
  /** What leads to the request; missing where nobody offers to show it. */
  follow: (() => void) | undefined;

  constructor(receipt: Receipt) {
    super(SupportRequestSubmittedEvent.eventName, {
      bubbles: true,
      composed: true,
      detail: receipt,
    });
  }

  /**
   * Has the receipt offer to follow the request. The first offer counts; a list of requests that is shown on the page makes one
   * itself.
   *
   * @param follow shows the request, such as by opening the panel in which the host has its list
   */
  offerFollow(follow: () => void): void {
    this.follow ??= follow;
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
  interface DocumentEventMap {
    'support-request-submitted': SupportRequestSubmittedEvent;
  }
}
