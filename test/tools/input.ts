import { executeServerCommand } from '@web/test-runner-commands';

/** The browser that runs the test. */
export const engine: 'chromium' | 'firefox' | 'webkit' = navigator.userAgent.includes('Firefox/')
  ? 'firefox'
  : navigator.userAgent.includes('Chrome/')
    ? 'chromium'
    : 'webkit';

interface Point {
  readonly x: number;
  readonly y: number;
}

const isWithin = (inner: Node | null, outer: Element): boolean => {
  for (
    let node = inner;
    node;
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null
  ) {
    if (node === outer) return true;
  }
  return false;
};

/** The innermost element at a point of the window, through shadow roots. */
function elementAt({ x, y }: Point): Element | null {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

const markup = (element: Element | null): string => element?.outerHTML.slice(0, 120) ?? 'nothing';

function placeOf(target: Element): Point {
  // A text that breaks over lines has its middle beside them; its first line hasn't.
  const { left, top, width, height } = target.getClientRects()[0] ?? target.getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
}

const canBePressed = (target: Element): boolean => isWithin(elementAt(placeOf(target)), target);

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** The middle of an element once it is painted and stands still, as a person waits for before pressing. */
async function restingPlaceOf(target: Element): Promise<Point> {
  let before: Point | undefined;
  for (;;) {
    if (!canBePressed(target))
      target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const now = placeOf(target);
    if (now.x === before?.x && now.y === before.y) return now;
    before = now;
    await nextFrame();
  }
}

/** The same, where WebKit also keeps it once the pointer is there: the page may be scrolled back until the driver has answered. */
async function placeUnderPointer(target: Element): Promise<Point> {
  let at = await restingPlaceOf(target);
  while (engine === 'webkit') {
    await executeServerCommand('input-move', at);
    const now = await restingPlaceOf(target);
    if (now.x === at.x && now.y === at.y) break;
    at = now;
  }
  return at;
}

/**
 * Presses the middle of an element by the pointer. Throws where a person couldn't, since something else is there, and where
 * something else was pressed, since the page moved at that moment.
 */
export async function click(target: Element): Promise<void> {
  const at = await placeUnderPointer(target);
  const hit = elementAt(at);
  if (!isWithin(hit, target))
    throw new Error(`${markup(target)} can't be pressed. There is: ${markup(hit)}`);
  let missed: string | undefined;
  const scrolled = scrollY;
  const note = (event: PointerEvent) => {
    const [pressed] = event.composedPath();
    if (!(pressed instanceof Element) || isWithin(pressed, target)) return;
    const { top } = target.getBoundingClientRect();
    missed = `${markup(target)} moved away. Pressed was: ${markup(pressed)} at ${event.clientX}, ${event.clientY}; meant was ${at.x}, ${at.y}. It is at ${top}; the page is scrolled by ${scrollY}, was by ${scrolled}`;
  };
  addEventListener('pointerdown', note, { capture: true });
  await executeServerCommand('input-click', at);
  removeEventListener('pointerdown', note, { capture: true });
  if (missed) throw new Error(missed);
}

/** Draws by the pointer: presses at the first point of the window, moves over the others, and lets go at the last. */
export const drag = (...points: readonly [Point, ...Point[]]): Promise<unknown> =>
  executeServerCommand('input-drag', { points });

/**
 * Puts two fingers down, one after the other, moves them together over their points of the window, and lifts them. Chromium alone
 * has a driver that does.
 */
export const pinch = (
  ...fingers: readonly [readonly Point[], readonly Point[]]
): Promise<unknown> => executeServerCommand('input-pinch', { fingers });

/**
 * Puts a text together by an input method where the focus is, as for Japanese or with a dead key on some computers: a key is
 * pressed while it goes on, and the text is taken. Chromium alone has a driver that does.
 */
export const compose = (
  text: string,
  key: 'Enter' | 'Escape',
  isControl = false,
): Promise<unknown> =>
  executeServerCommand('input-compose', {
    text,
    key: { key, code: key, modifiers: isControl ? 2 : 0 },
  });

/** Presses a key with its modifiers, as in `Control+Enter`, where the focus is. */
export const press = (keys: string): Promise<unknown> =>
  executeServerCommand('input-press', { keys });

/** Types a text where the focus is. */
export const typeText = (text: string): Promise<unknown> =>
  executeServerCommand('input-type', { text });

/**
 * Presses a field and types a text in place of what it holds. All but the last letter come at once, as by an input method or
 * dictation, since drivers take some 20 ms for each key; the browser itself edits the field and fires its events.
 */
export async function fill(
  field: HTMLInputElement | HTMLTextAreaElement,
  text: string,
): Promise<void> {
  await click(field);
  await press('Control+a');
  if (!text) return void (await press('Delete'));
  if (text.length > 1) document.execCommand('insertText', false, text.slice(0, -1));
  await typeText(text.slice(-1));
}

/**
 * Chooses in a native list box. No driver reaches the list that the system opens, so the value is set and the two events of a
 * choice are sent.
 */
export function chooseOption(box: HTMLSelectElement, value: string): void {
  box.focus();
  box.value = value;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

interface ClipboardContent {
  readonly picture?: Blob;
  readonly text?: string;
  readonly html?: string;
}

/**
 * Puts something on the real clipboard. Chromium alone lets a test do so, and with PNG, HTML and plain text alone. Pages of this
 * browser may read the clipboard from then on, other test files' as well.
 */
export async function fillClipboard({ picture, text, html }: ClipboardContent): Promise<void> {
  if (engine !== 'chromium') throw new Error('Only Chromium lets a test fill the clipboard.');
  await executeServerCommand('input-allow-clipboard');
  const item = new ClipboardItem({
    ...(picture && { 'image/png': picture }),
    ...(text !== undefined && { 'text/plain': new Blob([text], { type: 'text/plain' }) }),
    ...(html !== undefined && { 'text/html': new Blob([html], { type: 'text/html' }) }),
  });
  await navigator.clipboard.write([item]);
}

/** Fills the real clipboard and presses Control+V. */
export async function pasteByKeys(content: ClipboardContent): Promise<void> {
  await fillClipboard(content);
  await press('Control+v');
}

/** Has the system force its colours on the page, or no longer. In Chromium alone. */
export const forceColours = (active: boolean): Promise<unknown> =>
  executeServerCommand('input-forced-colours', { active });

/** Has the page's clock be that of a time zone; of none, the computer's own again. In Chromium alone. */
export const setTimeZone = (name: string): Promise<unknown> =>
  executeServerCommand('input-time-zone', { name });
