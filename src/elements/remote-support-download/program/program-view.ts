import type { Download, Offer } from './offer.js';
import type { Computer, Platform } from './platform.js';
import type { SupportView } from '../caller.js';

/** What the sections about the program see of the element. */
export interface ProgramView extends SupportView {
  readonly offer: Offer;
  readonly computer: Computer;
  /** Asks the endpoint again; missing where it has answered, or where there is none. */
  readonly retry: (() => void) | undefined;
  choose(platform: Platform): void;
  /** A download was pressed. */
  started(download: Download): void;
  /** Copies a text; the outcome is announced. */
  copy(text: string): void;
}
