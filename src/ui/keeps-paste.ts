import { everywhere, withParents } from './flat-tree.js';

/** What can't be seen: blanks, what has no width, and the sign that stands for an object. */
const unseen = /[\s\p{Cf}\ufffc]+/gu;

const nameOf = (path: string): string =>
  path
    .trim()
    .replace(/^.*[/\\]/, '')
    .normalize()
    .toLowerCase();

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Whether the text on the clipboard says something. Word and Outlook put a blank beside a picture, file managers the names of the
 * files, by themselves or with their folders.
 */
function hasText({ files }: DataTransfer, text: string): boolean {
  if (!text.replace(unseen, '')) return false;
  const names = [...files].map(({ name }) => nameOf(name));
  const known = new Set([...names, ...names.map((name) => name.replace(/\.[^.]*$/, ''))]);
  const lines = text.split(/[\r\n\0]+/).filter((line) => line.replace(unseen, ''));
  return lines.some((line) => !known.has(nameOf(line)) && !known.has(nameOf(decoded(line))));
}

/** Fields that take what was not typed on keys but pressed or chosen. */
const withoutText = /^(?:button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/;

function isTextField(origin: HTMLElement): boolean {
  if (origin instanceof HTMLInputElement)
    return !withoutText.test(origin.type) && !origin.readOnly && !origin.disabled;
  if (origin instanceof HTMLTextAreaElement) return !origin.readOnly && !origin.disabled;
  // Nobody sees into a closed shadow root: there may be a field in it.
  return origin.localName.includes('-') && !origin.shadowRoot;
}

/**
 * Whether a place on the page keeps what is pasted into it. A text field keeps text; where there is only a picture, it has no use for
 * it. An editor of rich text keeps both.
 */
export function keepsPaste([origin]: readonly EventTarget[], data: DataTransfer): boolean {
  if (!(origin instanceof HTMLElement)) return false;
  if (origin.isContentEditable) return true;
  return isTextField(origin) && hasText(data, data.getData('text/plain'));
}

/**
 * Whether a person can reach an element now: it is seen, and neither inert nor behind a modal dialog.
 *
 * @param path of the event by which something comes
 */
export function isReachable(element: Element, path: readonly EventTarget[]): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const around = withParents(element);
  if (around.some((outer) => outer.hasAttribute('inert'))) return false;
  const others = everywhere('dialog:modal').filter(
    (dialog) => !around.includes(dialog) && !withParents(dialog).includes(element),
  );
  // Of two dialogs that are open, the one is in front in which the person is.
  return around.some((outer) => outer.matches('dialog:modal'))
    ? !others.some((dialog) => path.includes(dialog))
    : !others.length;
}
