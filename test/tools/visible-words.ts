/** The words that can be seen on an element before anybody touches it, without those that are another's. */

/** Names of keys, values that are known or chosen, what a screen reader alone reads, what is folded. */
const others =
  'kbd, select, .folded span:not(.quiet), .visually-hidden, details > :not(summary), style, script';

const isSeen = (element: Element, except: string): boolean =>
  !element.matches(`${others}${except && `, ${except}`}`) &&
  getComputedStyle(element).display !== 'none' &&
  getComputedStyle(element).visibility === 'visible';

/** The texts that can be seen, each as it stands in the page. */
function* textsIn(node: Node, except: string): Generator<Text> {
  if (node instanceof Text) yield node;
  else if (!(node instanceof Element) || isSeen(node, except))
    for (const child of (node instanceof Element ? (node.shadowRoot ?? node) : node).childNodes)
      yield* textsIn(child, except);
}

/**
 * The element's own words, in their order.
 *
 * @param except a selector for what else is not the element's own
 * @param ownText what of a text is the element's own
 */
export const visibleWords = (
  root: ShadowRoot,
  except = '',
  ownText = ({ data }: Text): string => data,
): string[] =>
  [...textsIn(root, except)]
    .map(ownText)
    .join(' ')
    .split(/[^\p{L}.:\u00ad-]+/u)
    .filter((word) => /\p{L}/u.test(word));
