import type { CSSResult } from 'lit';

/** Adds the styles of a part that was loaded later to an element's own. */
export function adoptMoreStyles(root: Node, styles: readonly CSSResult[]): void {
  const shadow = root as ShadowRoot;
  const known = shadow.adoptedStyleSheets as CSSStyleSheet[] | undefined;
  if (!known) return;
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  shadow.adoptedStyleSheets = [...known, ...sheets.filter((sheet) => !known.includes(sheet))];
}
