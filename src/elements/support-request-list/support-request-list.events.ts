/** A person has opened a request. */
export class SupportRequestOpenedEvent extends CustomEvent<{ readonly id: string }> {
  static readonly eventName = 'support-request-opened';
  constructor(id: string) {
    super(SupportRequestOpenedEvent.eventName, { bubbles: true, composed: true, detail: { id } });
  }
}

/** The endpoint has a person's reply to a request, or their confirmation. */
export class SupportRequestRepliedEvent extends CustomEvent<{
  readonly id: string;
  readonly messageId: string;
}> {
  static readonly eventName = 'support-request-replied';
  constructor(id: string, messageId: string) {
    super(SupportRequestRepliedEvent.eventName, {
      bubbles: true,
      composed: true,
      detail: { id, messageId },
    });
  }
}

declare global {
  interface HTMLElementEventMap {
    'support-request-opened': SupportRequestOpenedEvent;
    'support-request-replied': SupportRequestRepliedEvent;
  }
}
