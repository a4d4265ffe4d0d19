/** The element around another one as the page shows it, across slots and shadow roots. */
export const parentOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return (
    element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
  );
};

/** The element itself and all around it. */
export function withParents(element: Element): Element[] {
  const all: Element[] = [];
  for (let outer: Element | null = element; outer; outer = parentOf(outer)) all.push(outer);
  return all;
}

/** Those of a document that match, across open shadow roots. */
export function everywhere(selector: string, root: Document | ShadowRoot = document): Element[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? everywhere(selector, shadowRoot) : [],
  );
  return [...root.querySelectorAll(selector), ...inside];
}
