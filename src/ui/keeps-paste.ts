import { isSeen } from '../contract/plain-text.js';
import { everywhere, withParents } from './flat-tree.js';

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
  if (!isSeen(text)) return false;
  const names = [...files].map(({ name }) => nameOf(name));
  const known = new Set([...names, ...names.map((name) => name.replace(/\.[^.]*$/, ''))]);
  const lines = text.split(/[\r\n\0]+/).filter(isSeen);
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

/** What a person pastes or drops where pictures are taken. */
export interface Given {
  readonly files: readonly File[];
  readonly html: string;
  readonly text: string;
  /** Whether there is a picture in a format that only word processors read. */
  readonly hasRtf: boolean;
  /** Whether the text stays where it was pasted, so that only has to be said that its pictures don't come along. */
  readonly isText: boolean;
}

export const givenFiles = (files: Iterable<File>): Given => ({
  files: [...files],
  html: '',
  text: '',
  hasRtf: false,
  isText: false,
});

/** A picture that stands whole in HTML. Signs in it are drawings mostly. */
const WHOLE = /[\s"'(=;]data:image\/(?!svg)/i;
/** A tag that shows a picture, wherever that lies. */
const TAG = /<(?:img|image|source|video|svg|canvas|v:\w+)\b/i;

/** What is given by a paste to who takes pictures; nothing where there is none, or somebody else has taken it. */
export function givenBy(event: ClipboardEvent): Given | undefined {
  const { clipboardData: data } = event;
  const path = event.composedPath();
  const [origin] = path;
  if (!data || event.defaultPrevented) return undefined;
  if (origin instanceof HTMLElement && origin.isContentEditable) return undefined;
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  const isText = keepsPaste(path, data) || (!data.files.length && isSeen(text));
  const files = isText ? [] : [...data.files];
  const hasTag = TAG.test(html) || WHOLE.test(html);
  // Word has signs of lists as pictures there, and says in HTML which pictures its text has.
  const isToldInHtml = hasTag || (isText && html !== '');
  const hasRtf = !files.length && !isToldInHtml && /\\pict\b/.test(data.getData('text/rtf'));
  return files.length || hasTag || hasRtf ? { files, html, text, hasRtf, isText } : undefined;
}

/** Whether there are pictures: files, or such as stand whole in HTML. What is only referred to is not fetched. */
export const hasContent = ({ files, html, isText }: Given): boolean =>
  !isText && (files.length > 0 || WHOLE.test(html));
