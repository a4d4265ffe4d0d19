import type { CSSResult } from 'lit';

/** Adds the styles of a part that was loaded later to an element's own. */
export function adoptMoreStyles(root: Node, styles: readonly CSSResult[]): void {
  if (!(root instanceof ShadowRoot)) return;
  const known = root.adoptedStyleSheets;
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  root.adoptedStyleSheets = [...known, ...sheets.filter((sheet) => !known.includes(sheet))];
}
