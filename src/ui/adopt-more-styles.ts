import type { CSSResult } from 'lit';

/** Adds the styles of a part that was loaded later to an element's own. */
export function adoptMoreStyles(root: Node, styles: readonly CSSResult[]): void {
  if (!(root instanceof ShadowRoot)) return;
  root.adoptedStyleSheets = [
    ...root.adoptedStyleSheets,
    ...styles.flatMap(({ styleSheet }) => styleSheet ?? []),
  ];
}
