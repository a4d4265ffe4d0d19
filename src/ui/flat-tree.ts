import { composedParent } from '../localization/language.js';

/** The element itself and all around it as the page shows it, across slots and shadow roots. */
export function withParents(element: Element): Element[] {
  const all: Element[] = [];
  for (let node: Node | null = element; node; node = composedParent(node))
    if (node instanceof Element) all.push(node);
  return all;
}

/** Those of a document that match, across open shadow roots. */
export function everywhere(selector: string, root: Document | ShadowRoot = document): Element[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? everywhere(selector, shadowRoot) : [],
  );
  return [...root.querySelectorAll(selector), ...inside];
}
