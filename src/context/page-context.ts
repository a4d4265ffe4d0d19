import { ContextProvider } from '@lit/context';
import { noSurroundings, supportContext, type SupportSurroundings } from './support-context.js';

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
 * The page itself as the outermost provider, from the first `<support-provider>` on. It hands on what that one says, so
 * that elements which a host framework puts on `body` are served too.
 */
export function pageContext(): PageContext {
  return (document[pageKey] ??= {
    context: new ContextProvider(document.documentElement, {
      context: supportContext,
      initialValue: noSurroundings,
    }),
    providers: new Set(),
  });
}

/** Tells the page that a provider has come, gone or changed. */
export function publish(): void {
  const { context, providers } = pageContext();
  const [first] = providers;
  context.setValue(first ? { ...first.provided, ofPage: true } : noSurroundings);
}
