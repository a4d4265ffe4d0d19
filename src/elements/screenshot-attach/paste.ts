import { isReachable, keepsPaste } from '../../ui/keeps-paste.js';

/** Who may be given what is pasted on the page. */
export interface PasteTarget extends HTMLElement {
  /** Whether it takes nothing, by itself or by a fieldset around it. */
  readonly isDisabled: boolean;
  /** Takes what was pasted. */
  paste(files: readonly File[]): void;
  /** Says that it isn't clear which of several was meant. */
  askWhich(): void;
}

/** Those on the page; the one that was last used stands last. */
const targets = new Set<PasteTarget>();
/** Whether the last one was used at all, or only came last. */
let used: PasteTarget | undefined;

export function listenForPaste(target: PasteTarget): void {
  if (!targets.size) document.addEventListener('paste', onPaste);
  targets.add(target);
}

export function ignorePaste(target: PasteTarget): void {
  targets.delete(target);
  if (used === target) used = undefined;
  if (!targets.size) document.removeEventListener('paste', onPaste);
}

/** A person has just worked with this one. */
export const markUsed = (target: PasteTarget): void => void (used = target);

const contains = (outer: EventTarget, inner: Node): boolean => {
  for (
    let node: Node | null = inner;
    node;
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null)
  ) {
    if (node === outer) return true;
  }
  return false;
};

/**
 * A paste belongs to the visible one nearest around or inside of where it was pasted: two on a page never take each other's.
 * Where several are as near, it is the one last used; where none was, none has it, and each says so.
 */
function onPaste(event: ClipboardEvent): void {
  const { clipboardData: data } = event;
  const path = event.composedPath();
  if (!data?.files.length || event.defaultPrevented || keepsPaste(path, data)) return;
  const able = [...targets].filter((target) => !target.isDisabled && isReachable(target, path));
  const near =
    path
      .map((outer) => able.filter((target) => contains(outer, target)))
      .find(({ length }) => length) ?? [];
  const [only, second] = near;
  const target = second ? near.find((one) => one === used) : only;
  if (!target) return near.forEach((one) => one.askWhich());
  event.preventDefault();
  target.paste([...data.files]);
}
