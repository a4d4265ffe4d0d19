import { createContext } from '@lit/context';
import type { Connection } from './connection.js';
import type { SupportSettings } from './settings.js';

/** What stands around an element: the nearest provider's settings, and its connection where it has an endpoint. */
export interface SupportSurroundings {
  readonly settings: SupportSettings;
  readonly connection?: Connection | undefined;
  /** Set on what the page hands on from its first provider; other providers don't inherit it. */
  readonly ofPage?: true;
}

export const noSurroundings: SupportSurroundings = { settings: {} };

/** Keyed by the symbol registry, so that two copies of this package on one page meet. */
export const supportContext = createContext<SupportSurroundings, symbol>(
  Symbol.for('visma-support-widgets.context'),
);
