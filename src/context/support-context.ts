import { ContextProvider, createContext } from '@lit/context';
import type { Connection } from './connection.js';
import type { SupportSettings } from './settings.js';

/** What stands around an element: the nearest provider's settings, and its connection where it has an endpoint. */
export interface SupportSurroundings {
  readonly settings: SupportSettings;
  readonly connection?: Connection | undefined;
  /** Set on what the page hands on from its first provider; other providers don't inherit it. */
  readonly ofPage?: true;
}

export const nothing: SupportSurroundings = { settings: {} };

/** Keyed by the symbol registry, so that two copies of this package on one page meet. */
export const supportContext = createContext<SupportSurroundings, symbol>(Symbol.for('visma-support-widgets.context'));

interface PageContext {
  readonly context: ContextProvider<typeof supportContext>;
  readonly providers: Set<{ readonly provided: SupportSurroundings }>;
}

const pageKey: unique symbol = Symbol.for('visma-support-widgets.page') as never;

declare global {
  interface Document {
    [pageKey]?: PageContext;
  }
}

/**
 * The page itself as the outermost provider. It hands on what the first `<support-provider>` says, so that elements
 * which a host framework puts on `body` are served too, and it hands its elements over when a nearer provider comes
 * late.
 */
export function pageContext(): PageContext {
  return (document[pageKey] ??= {
    context: new ContextProvider(document.documentElement, { context: supportContext, initialValue: nothing }),
    providers: new Set(),
  });
}

/** Tells the page that a provider has come, gone or changed. */
export function publish(): void {
  const { context, providers } = pageContext();
  const [first] = providers;
  context.setValue(first ? { ...first.provided, ofPage: true } : nothing);
}
