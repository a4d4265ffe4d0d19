import { keepsDrop, keepPage } from '../../ui/keeps-drop.js';
import { givenBy, givenFiles, hasContent, isReachable, type Given } from '../../ui/keeps-paste.js';

/** Who may be given what is pasted or dropped on the page. */
export interface PasteTarget extends HTMLElement {
  /** Whether it takes nothing, by itself or by a fieldset around it. */
  readonly isDisabled: boolean;
  /** Takes what was pasted or dropped, or the pictures in its HTML. */
  paste(given: Given): void;
  /** Says that it isn't clear which of several was meant. */
  askWhich(): void;
}

/** Those on the page; the one that was last used stands last. */
const targets = new Set<PasteTarget>();
/** Whether the last one was used at all, or only came last. */
let used: PasteTarget | undefined;

export function listenForPaste(target: PasteTarget): void {
  if (!targets.size) {
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onDragover);
    document.addEventListener('drop', onDrop);
  }
  targets.add(target);
}

export function ignorePaste(target: PasteTarget): void {
  targets.delete(target);
  if (used === target) used = undefined;
  if (targets.size) return;
  document.removeEventListener('paste', onPaste);
  document.removeEventListener('dragover', onDragover);
  document.removeEventListener('drop', onDrop);
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

const ableOn = (path: readonly EventTarget[]): PasteTarget[] =>
  [...targets].filter((target) => !target.isDisabled && isReachable(target, path));

/** Where several are as near, it is the one last used; where none was, none has it, and each says so. */
function give(near: readonly PasteTarget[], given: Given): boolean {
  const [only, second] = near;
  const target = second ? near.find((one) => one === used) : only;
  if (target) target.paste(given);
  else if (hasContent(given)) for (const one of near) one.askWhich();
  return Boolean(target);
}

/** A paste belongs to the visible one nearest around or inside of where it was pasted: two on a page never take each other's. */
function onPaste(event: ClipboardEvent): void {
  const given = givenBy(event);
  if (!given) return;
  const path = event.composedPath();
  const able = ableOn(path);
  const near =
    path
      .map((outer) => able.filter((target) => contains(outer, target)))
      .find(({ length }) => length) ?? [];
  if (give(near, given) && hasContent(given)) event.preventDefault();
}

/** Files that are dropped beside the area belong to the one in the same form. */
function inForm(path: readonly EventTarget[]): PasteTarget[] {
  const able = ableOn(path);
  const form = path.find((outer) => outer instanceof HTMLFormElement);
  return able.filter((target) => (form ? contains(form, target) : path.includes(target)));
}

function onDragover(event: DragEvent): void {
  if (keepsDrop(event)) return;
  const near = inForm(event.composedPath());
  keepPage(event, near.length > 0);
  // Also what is only a link can be dropped where pictures are taken, so that the person is told.
  if (near.length && event.defaultPrevented && event.dataTransfer)
    event.dataTransfer.dropEffect = event.dataTransfer.effectAllowed === 'link' ? 'link' : 'copy';
}

function onDrop(event: DragEvent): void {
  const { dataTransfer: data } = event;
  if (keepsDrop(event) || !data) return;
  const near = inForm(event.composedPath());
  keepPage(event, near.length > 0);
  if (event.defaultPrevented)
    give(near, { ...givenFiles(data.files), html: data.getData('text/html') });
}
