import type { ServiceLine } from '../caller.js';
import type { Download, Offer } from './offer.js';
import type { Computer, Platform } from './platform.js';

/** What a person can do in the sections about the program. */
export interface ProgramActions {
  /** Asks the endpoint again; missing where it has answered, or where there is none. */
  readonly retry: (() => void) | undefined;
  choose(platform: Platform): void;
  /** A download was pressed. */
  started(download: Download): void;
  /** Copies a text; the outcome is announced. */
  copy(text: string): void;
}

/** What the sections about the program see of the element. */
export interface ProgramView extends ServiceLine {
  readonly offer: Offer;
  readonly computer: Computer;
  readonly actions: ProgramActions;
}
