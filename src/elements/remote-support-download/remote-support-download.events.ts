import type { Platform } from './program/platform.js';

/** A person pressed the link of a download. Whether the download went well, no page can know. */
export class RemoteSupportDownloadStartedEvent extends CustomEvent<{
  readonly platform: Platform;
  readonly url: string;
}> {
  static readonly eventName = 'remote-support-download-started';
  constructor(platform: Platform, url: string) {
    super(RemoteSupportDownloadStartedEvent.eventName, {
      bubbles: true,
      composed: true,
      detail: { platform, url },
    });
  }
}

/** A person said that somebody called them, and was told to download nothing. */
export class RemoteSupportWarnedEvent extends Event {
  static readonly eventName = 'remote-support-warned';
  constructor() {
    super(RemoteSupportWarnedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'remote-support-download-started': RemoteSupportDownloadStartedEvent;
    'remote-support-warned': RemoteSupportWarnedEvent;
  }
}
