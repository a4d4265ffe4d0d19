import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nothing } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { LocalizationController } from '../../../localization/localization-controller.js';
import type { Edits, Mark, Point, Rect } from '../edits.js';
import type { PictureNote } from '../intake/index.js';
import type { CoveredBeforehand } from '../list/entry.js';
import { editorView } from './editor-view.js';
import { boxOf, inside, markBetween, movedBy, stretched } from './geometry.js';
import { advance, amend, begin, redo, undo, type History } from './history.js';
import { markText, toolText } from './mark-text.js';
import { Stage, type Selection, type StageView, type Tool } from './stage.js';

interface Picture {
  readonly source: ImageBitmap;
  readonly edits: Edits;
  readonly name: string;
  readonly coveredBeforehand: CoveredBeforehand;
  readonly fromWord?: readonly PictureNote[] | undefined;
}

/** Which of several pictures it is that are looked at one after the other. */
export interface Turn {
  readonly number: number;
  readonly of: number;
}

/** What was done to the picture; nothing where the person turned away from it, or from this one of several alone. */
export type Outcome = Edits | 'leftOut' | undefined;

/** One picture that is being edited, and how to end it. */
interface Session extends Picture {
  readonly turn: Turn | undefined;
  readonly resolve: (outcome: Outcome) => void;
}

const ZOOM_STEP = 1.25;
const MOST_ZOOM = 8;
/** What an arrow key moves, in pixels; ten times as much with Shift. */
const NUDGE = 1;

type EditorHost = ReactiveControllerHost & HTMLElement & { readonly isDisabled: boolean };

/** The dialog in which a picture is cropped, covered and marked, by pointer or by keys alone. */
export class PictureEditor implements ReactiveController, StageView {
  tool: Tool = 'cover';
  selection: Selection;
  zoom = 1;
  announcement = '';
  /** Whether the person is asked if what they did may be lost. */
  isAsking = false;
  /** Whether a picture is open that can't be shown: the page has moved, hidden or disabled the element meanwhile. */
  isPaused = false;
  /** What stands in the field that is being typed in. */
  typed: { readonly name: keyof Rect; readonly text: string } | undefined;
  readonly stage: Stage = new Stage(() => this);
  readonly l10n: LocalizationController;
  readonly #host: EditorHost;
  readonly #paused: () => void;
  // Not at once: what is shown or hidden may resize the element again.
  readonly #resizes = new ResizeObserver(() => requestAnimationFrame(() => this.#showOrHide()));
  readonly #inertness = new MutationObserver(() => this.#showOrHide());
  #session: Session | undefined;
  #isFitted = false;
  /** Where the focus was before an update. */
  #focused: Element | null | undefined;
  #history: History<Edits> = begin({ crop: undefined, marks: [] });
  /** What the last change was made by; the same again is the same step. */
  #lastStep: string | undefined;
  /** As it was before the last step. */
  #before: History<Edits> = this.#history;
  /** Where the mark was before a number was typed: each further digit counts from there. */
  #typedFrom: Rect | undefined;

  /** @param paused called when the editor is paused, and when it is there again */
  constructor(host: EditorHost, l10n: LocalizationController, paused: () => void) {
    this.#host = host;
    this.l10n = l10n;
    this.#paused = paused;
    host.addController(this);
  }

  get source(): ImageBitmap {
    if (!this.#session) throw new Error('No picture is open');
    return this.#session.source;
  }

  get edits(): Edits {
    return this.#history.present;
  }

  get name(): string {
    return this.#session?.name ?? '';
  }

  get coveredBeforehand(): CoveredBeforehand {
    return this.#session?.coveredBeforehand;
  }

  get fromWord(): readonly PictureNote[] {
    return this.#session?.fromWord ?? [];
  }

  /** Nothing where there is one picture alone. */
  get turn(): Turn | undefined {
    const turn = this.#session?.turn;
    return turn && turn.of > 1 ? turn : undefined;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** What would be sent, in pixels. */
  get outcome(): Pick<Rect, 'width' | 'height'> {
    return this.edits.crop ?? this.source;
  }

  /** Opens the dialog. Resolves with what was done when the person is done, with nothing when they turn away. */
  async edit(picture: Picture, turn?: Turn): Promise<Outcome> {
    this.#end(undefined);
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#session = { ...picture, turn, resolve };
    // What Word cropped is a step that can be undone before the picture is confirmed.
    this.#history =
      turn && picture.edits.crop
        ? advance(begin({ ...picture.edits, crop: undefined }), picture.edits)
        : begin(picture.edits);
    this.tool = 'cover';
    this.selection = undefined;
    this.isAsking = this.#isFitted = false;
    this.announcement = '';
    this.typed = undefined;
    this.#watch();
    this.#host.requestUpdate();
    return promise;
  }

  render(): unknown {
    return this.#session ? editorView(this) : nothing;
  }

  hostConnected(): void {
    if (this.#session) this.#watch();
    this.#showOrHide();
  }

  /** Looks for what tells whether the editor can be shown. An element that isn't shown has no size, and gets one when it is shown again. */
  #watch(): void {
    this.#unwatch();
    this.#resizes.observe(this.#host);
    for (const root of around(this.#host)) {
      const isRoot = root instanceof Document || root instanceof ShadowRoot;
      if (isRoot) this.#inertness.observe(root, { subtree: true, attributeFilter: ['inert'] });
    }
  }

  #unwatch(): void {
    this.#resizes.disconnect();
    this.#inertness.disconnect();
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement;
  }

  hostUpdated(): void {
    if (!this.#session) return;
    if (this.#isFitted) this.stage.draw();
    this.#showOrHide();
    this.#keepFocus();
  }

  /** What had the focus may be gone with an act; the keys go on to work all the same. */
  #keepFocus(): void {
    if (this.#focused?.isConnected === false && this.#dialog?.matches(':modal'))
      this.#query<HTMLElement>(
        '[data-mark][aria-pressed=true], .tools [aria-pressed=true]',
      )?.focus();
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#onBeforeunload);
    this.#showOrHide();
  }

  /** Goes on with the picture, if it can be shown now. */
  resume(): void {
    this.#showOrHide();
  }

  /**
   * The dialog is there as long as the element can be seen and used; the picture and what was done to it stay until then. A dialog that
   * was taken off the page and put back is open, but no longer modal.
   */
  #showOrHide(): void {
    if (!this.#session) return;
    const canShow = this.#canShow;
    const dialog = this.#dialog;
    if (canShow) addEventListener('beforeunload', this.#onBeforeunload);
    if (dialog && dialog.matches(':modal') !== canShow) {
      if (dialog.open) dialog.close();
      if (canShow) {
        dialog.showModal();
        if (!this.#isFitted) this.#scale(this.#fittingZoom);
        this.#isFitted = true;
        this.stage.draw();
        this.#query<HTMLElement>('.done, .asking button')?.focus({ preventScroll: true });
      }
    }
    if (this.isPaused === !canShow) return;
    this.isPaused = !canShow;
    // The host may be in the middle of an update.
    queueMicrotask(this.#paused);
  }

  get #canShow(): boolean {
    const host = this.#host;
    const isInert = around(host).some((node) => node instanceof HTMLElement && node.inert);
    return host.checkVisibility() && !host.isDisabled && !isInert;
  }

  choose(tool: Tool): void {
    this.tool = tool;
    if (tool === 'crop') this.selection = this.edits.crop && 'crop';
    this.#say(toolText(this.l10n, tool));
  }

  select(selection: Selection): void {
    this.selection = selection;
    this.typed = undefined;
    const mark = typeof selection === 'number' ? this.edits.marks[selection] : undefined;
    if (mark && typeof selection === 'number')
      this.#say(markText(this.l10n, this.edits.marks, selection));
    this.#host.requestUpdate();
  }

  change(edits: Edits, selection: Selection, isSameStep: boolean): void {
    if (!isSameStep) this.#before = this.#history;
    this.#history = isSameStep ? amend(this.#history, edits) : advance(this.#history, edits);
    this.selection = selection;
    this.#lastStep = undefined;
    if (!isSameStep) this.typed = undefined;
    this.#sayWhere();
  }

  /** Puts what the tool makes into the middle of what is seen, for who doesn't drag. */
  add(): void {
    const seen = this.#seen();
    const place = inside(
      {
        x: seen.x + seen.width / 4,
        y: seen.y + seen.height / 3,
        width: seen.width / 2,
        height: seen.height / 3,
      },
      this.source,
    );
    const { edits, tool } = this;
    if (tool === 'crop' || tool === 'select')
      return this.change(
        { ...edits, crop: edits.crop ?? inside(seen, this.source) },
        'crop',
        false,
      );
    const corner = { x: place.x + place.width, y: place.y + place.height };
    this.change(
      { ...edits, marks: [...edits.marks, markBetween(tool, place, corner, this.source)] },
      edits.marks.length,
      false,
    );
    void this.#focus('[data-mark][aria-pressed=true]');
  }

  /** Takes away what is chosen, or the crop. */
  remove(selection: Exclude<Selection, undefined>): void {
    const { edits } = this;
    const { msg } = this.l10n;
    const text =
      selection === 'crop'
        ? msg('Whole picture restored')
        : msg(str`Removed: ${markText(this.l10n, edits.marks, selection)}`);
    const next =
      selection === 'crop'
        ? { ...edits, crop: undefined }
        : { ...edits, marks: edits.marks.toSpliced(selection, 1) };
    this.change(next, undefined, false);
    this.#say(text);
    const neighbour =
      typeof selection === 'number' ? Math.min(selection, next.marks.length - 1) : -1;
    void this.#focus(neighbour >= 0 ? `[data-mark='${neighbour}']` : '.tools [aria-pressed=true]');
  }

  /** Puts a mark, or the crop, where a number says, with each of its digits. What is no number changes nothing. */
  type(selection: Exclude<Selection, undefined>, name: keyof Rect, text: string): void {
    const box = this.#boxAt(selection);
    const value = Number(text.trim().replace(',', '.') || NaN);
    const step = `type ${selection} ${name}`;
    if (this.#lastStep !== step) this.#typedFrom = box;
    if (this.#typedFrom && Number.isFinite(value)) {
      const rect = inside({ ...this.#typedFrom, [name]: value }, this.source);
      this.#put(selection, rect, this.#isSameStep(step));
    }
    this.typed = { name, text };
    this.#host.requestUpdate();
  }

  /** The field shows again where the mark is. */
  leave(): void {
    if (!this.typed) return;
    this.typed = undefined;
    this.#host.requestUpdate();
  }

  /** Moves what is chosen by keys, or its lower right corner with `isResized`. */
  nudge(across: number, down: number, isFast: boolean, isResized: boolean): void {
    const { selection, edits, source } = this;
    const box = this.#boxAt(selection);
    if (selection === undefined || !box) return;
    const by = NUDGE * (isFast ? 10 : 1);
    const [dx, dy] = [across * by, down * by];
    const isSameStep = this.#isSameStep(`nudge ${selection} ${isResized}`);
    this.typed = undefined;
    if (isResized)
      return this.#put(
        selection,
        stretched(box, { across: 1, down: 1 }, dx, dy, source),
        isSameStep,
      );
    const mark = selection === 'crop' ? undefined : edits.marks[selection];
    if (selection !== 'crop' && mark)
      this.#step(this.#with(selection, movedBy(mark, dx, dy, source)), isSameStep);
    else this.#put(selection, inside({ ...box, x: box.x + dx, y: box.y + dy }, source), isSameStep);
  }

  undo(): void {
    this.#travel(undo(this.#history), this.l10n.msg('Undone'));
  }

  redo(): void {
    this.#travel(redo(this.#history), this.l10n.msg('Redone'));
  }

  /** As large as there is room, but never larger than it is. */
  fit(): void {
    this.#zoomTo(this.#fittingZoom);
  }

  takeBack(): void {
    this.#travel(this.#before, '');
  }

  zoomAt(zoom: number, point: Point, at: Point): void {
    this.#zoomTo(zoom);
    const { left, top } = this.stage.overlay.getBoundingClientRect();
    this.#viewport?.scrollBy(left + point.x * this.zoom - at.x, top + point.y * this.zoom - at.y);
  }

  zoomBy(steps: number): void {
    this.#zoomTo(this.zoom * ZOOM_STEP ** steps);
  }

  actualSize(): void {
    this.#zoomTo(1);
  }

  done(): void {
    this.#end(this.edits);
  }

  /** Turns away; asks first where something would be lost, and goes on where it is asked for again. */
  cancel(): void {
    if (!this.#canShow) return this.#showOrHide();
    if (this.isAsking) return this.goOn();
    if (this.edits === this.#session?.edits) return this.discard();
    this.isAsking = true;
    void this.#focus('.asking button');
  }

  /** The browser closed the dialog and would not be kept from it, as at the second press of a telephone's back button. */
  closed(dialog: EventTarget | null): void {
    if (!this.#session || dialog !== this.#dialog || this.#dialog?.open || this.isPaused) return;
    this.#showOrHide();
    this.isAsking = false;
    this.cancel();
  }

  /** Goes on to the next picture without this one. */
  leaveOut(): void {
    this.#end('leftOut');
  }

  discard(): void {
    this.#end(undefined);
  }

  goOn(): void {
    this.isAsking = false;
    void this.#focus('.done');
  }

  /** Leaving the page, as by the browser's way back, is asked about as well. */
  readonly #onBeforeunload = (event: BeforeUnloadEvent): void => {
    if (this.#session && this.edits !== this.#session.edits) event.preventDefault();
  };

  get #dialog(): HTMLDialogElement | null {
    return this.#query('dialog');
  }

  get #viewport(): HTMLElement | null {
    return this.#query('.viewport');
  }

  #query<E extends Element>(selector: string): E | null {
    return this.#host.shadowRoot?.querySelector<E>(selector) ?? null;
  }

  async #focus(selector: string): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#query<HTMLElement>(selector)?.focus();
  }

  #boxAt(selection: Selection): Rect | undefined {
    if (selection === 'crop') return this.edits.crop;
    const mark = selection === undefined ? undefined : this.edits.marks[selection];
    return mark && boxOf(mark);
  }

  #put(selection: Exclude<Selection, undefined>, rect: Rect, isSameStep: boolean): void {
    if (selection === 'crop') return this.#step({ ...this.edits, crop: rect }, isSameStep);
    const mark = this.edits.marks[selection];
    if (mark) this.#step(this.#with(selection, fitted(mark, rect)), isSameStep);
  }

  #with(index: number, mark: Mark): Edits {
    return { ...this.edits, marks: this.edits.marks.with(index, mark) };
  }

  #isSameStep(step: string): boolean {
    const isSame = this.#lastStep === step;
    this.#lastStep = step;
    return isSame;
  }

  /** A change by keys: those that follow one another are one step. */
  #step(edits: Edits, isSameStep: boolean): void {
    const step = this.#lastStep;
    this.change(edits, this.selection, isSameStep);
    this.#lastStep = step;
  }

  #travel(history: History<Edits>, text: string): void {
    this.#history = history;
    if (!this.#boxAt(this.selection)) this.selection = undefined;
    this.#lastStep = this.typed = undefined;
    this.#say(text);
  }

  #sayWhere(): void {
    const { selection, edits } = this;
    const { msg } = this.l10n;
    if (typeof selection === 'number' && edits.marks[selection])
      this.#say(markText(this.l10n, edits.marks, selection));
    else if (edits.crop) this.#say(msg(str`Cropped to ${edits.crop.width} × ${edits.crop.height}`));
    else this.#host.requestUpdate();
  }

  #say(text: string): void {
    this.announcement = text;
    this.#host.requestUpdate();
  }

  /** What is seen of the picture now, in its pixels. */
  #seen(): Rect {
    const viewport = this.#viewport;
    const { zoom, source } = this;
    if (!viewport) return { x: 0, y: 0, ...this.outcome };
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = viewport;
    return inside(
      {
        x: scrollLeft / zoom,
        y: scrollTop / zoom,
        width: clientWidth / zoom,
        height: clientHeight / zoom,
      },
      source,
    );
  }

  get #fittingZoom(): number {
    const { clientWidth = 0, clientHeight = 0 } = this.#viewport ?? {};
    const { width, height } = this.source;
    return Math.min(1, (clientWidth - 2) / width, (clientHeight - 2) / height);
  }

  #zoomTo(zoom: number): void {
    this.#scale(zoom);
    this.#say(new Intl.NumberFormat(this.l10n.language, { style: 'percent' }).format(this.zoom));
  }

  /** The middle of what is seen stays there. */
  #scale(zoom: number): void {
    const viewport = this.#viewport;
    if (!viewport) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = viewport;
    const next = Math.min(MOST_ZOOM, Math.max(0.02, zoom));
    const ratio = next / this.zoom;
    this.zoom = next;
    for (const canvas of [this.stage.picture, this.stage.overlay]) {
      canvas.style.width = `${this.source.width * next}px`;
      canvas.style.height = `${this.source.height * next}px`;
    }
    viewport.scrollLeft = (scrollLeft + clientWidth / 2) * ratio - clientWidth / 2;
    viewport.scrollTop = (scrollTop + clientHeight / 2) * ratio - clientHeight / 2;
  }

  #end(outcome: Outcome): void {
    const session = this.#session;
    if (!session) return;
    this.#dialog?.close();
    this.#session = undefined;
    this.isPaused = false;
    this.#unwatch();
    removeEventListener('beforeunload', this.#onBeforeunload);
    this.stage.close();
    this.#host.requestUpdate();
    session.resolve(outcome);
  }
}

/** What an element stands in, from itself outwards, across shadow roots. */
function around(element: Element): Node[] {
  const nodes: Node[] = [];
  let node: Node | null = element;
  while (node) {
    nodes.push(node);
    const slot: Node | null = node instanceof Element ? node.assignedSlot : null;
    node = slot ?? node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
  return nodes;
}

/** A mark in another rectangle; an arrow keeps its direction. */
function fitted(mark: Mark, rect: Rect): Mark {
  if (mark.kind !== 'arrow') return { ...mark, rect };
  const { from, to } = mark;
  const [left, right] = [rect.x, rect.x + rect.width];
  const [top, bottom] = [rect.y, rect.y + rect.height];
  const isRightward = to.x >= from.x;
  const isDownward = to.y >= from.y;
  return {
    ...mark,
    from: { x: isRightward ? left : right, y: isDownward ? top : bottom },
    to: { x: isRightward ? right : left, y: isDownward ? bottom : top },
  };
}
