interface FileDetail {
  readonly file: File;
}

/** A picture or document stands in the list; the file is what would be sent now. */
export class ScreenshotAddedEvent extends CustomEvent<FileDetail> {
  static readonly eventName = 'screenshot-added';
  constructor(file: File) {
    super(ScreenshotAddedEvent.eventName, { bubbles: true, composed: true, detail: { file } });
  }
}

/** A picture was edited, named or moved; the file is what would be sent now. */
export class ScreenshotChangedEvent extends CustomEvent<FileDetail> {
  static readonly eventName = 'screenshot-changed';
  constructor(file: File) {
    super(ScreenshotChangedEvent.eventName, { bubbles: true, composed: true, detail: { file } });
  }
}

/** A picture or document was taken out of the list. */
export class ScreenshotRemovedEvent extends CustomEvent<FileDetail> {
  static readonly eventName = 'screenshot-removed';
  constructor(file: File) {
    super(ScreenshotRemovedEvent.eventName, { bubbles: true, composed: true, detail: { file } });
  }
}

/** A file was not taken; the person reads why. */
export class ScreenshotRejectedEvent extends CustomEvent<{
  readonly name: string;
  readonly code: string;
}> {
  static readonly eventName = 'screenshot-rejected';
  constructor(name: string, code: string) {
    super(ScreenshotRejectedEvent.eventName, {
      bubbles: true,
      composed: true,
      detail: { name, code },
    });
  }
}

/** The browser asks what to capture. */
export class ScreenshotCaptureStartedEvent extends Event {
  static readonly eventName = 'screenshot-capture-started';
  constructor() {
    super(ScreenshotCaptureStartedEvent.eventName, { bubbles: true, composed: true });
  }
}

/** Capturing is over, whether there is a picture or not. */
export class ScreenshotCaptureEndedEvent extends Event {
  static readonly eventName = 'screenshot-capture-ended';
  constructor() {
    super(ScreenshotCaptureEndedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'screenshot-added': ScreenshotAddedEvent;
    'screenshot-changed': ScreenshotChangedEvent;
    'screenshot-removed': ScreenshotRemovedEvent;
    'screenshot-rejected': ScreenshotRejectedEvent;
    'screenshot-capture-started': ScreenshotCaptureStartedEvent;
    'screenshot-capture-ended': ScreenshotCaptureEndedEvent;
  }
}
