/**
 * Registers an element. A tag that is taken stays with who came first: silently when it is the same version of this
 * package, with one warning otherwise; never with an exception, since the rest of the page must go on.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, element);
  else if (versionOf(known) !== versionOf(element)) {
    console.warn(
      `<${tag}> is already defined by another version or another package; the first one is used.`,
    );
  }
}

const versionOf = (element: object): unknown => Reflect.get(element, 'version');
