/** The parent of a node as a reader sees it: across slots and shadow roots. */
export function composedParent(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

/** The nearest `lang` around an element across shadow roots, the document's in the end; empty where there is none. */
export function nearestLang(element: Element): string {
  for (let node: Node | null = element; node; node = composedParent(node)) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang) return lang;
  }
  return '';
}

/** The roots that can hold a `lang` around an element: its own, and those of the slots and hosts around it. */
export function rootsAround(element: Element): ReadonlySet<Node> {
  const roots = new Set<Node>();
  for (let node: Node | null = element; node; node = composedParent(node))
    roots.add(node.getRootNode());
  return roots;
}

/** `fi` of `fi-FI`. */
export const primarySubtag = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';
