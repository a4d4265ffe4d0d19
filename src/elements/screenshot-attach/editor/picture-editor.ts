import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { LocalizationController } from '../../../localization/localization-controller.js';
import type { Edits, Rect } from '../../../attachments/edits.js';
import type { PictureNote } from '../../../attachments/import/index.js';
import type { CoveredBeforehand } from '../../../attachments/entry.js';
import { clamped } from './geometry.js';
import { advance, begin } from './history.js';
import { markName, markText, toolText } from './mark-text.js';
import { markBetween } from './marks.js';
import { Markup, type MarkSelection } from './markup.js';
import { PictureCanvas, type CanvasHost, type Tool } from './picture-canvas.js';

interface Picture {
  readonly source: ImageBitmap;
  readonly edits: Edits;
  readonly name: string;
  readonly coveredBeforehand: CoveredBeforehand;
  /** The name of the picture that was open until this one came. */
  readonly follows?: string | undefined;
  readonly fromWord?: readonly PictureNote[] | undefined;
}

/** Which of several pictures it is that are looked at one after the other. */
export interface ReviewPosition {
  readonly number: number;
  readonly of: number;
}

/** What was done to the picture; nothing where the person turned away from it, or from this one of several alone. */
export type Outcome = Edits | 'leftOut' | undefined;

/** One picture that is being edited, and how to end it. */
interface Session extends Picture {
  readonly turn: ReviewPosition | undefined;
  readonly resolve: (outcome: Outcome) => void;
}

const ZOOM_STEP = 1.25;

type EditorHost = ReactiveControllerHost & HTMLElement & { readonly isDisabled: boolean };

/** The dialog in which a picture is cropped, covered and marked, by pointer or by keys alone. */
export class PictureEditor implements ReactiveController, CanvasHost {
  tool: Tool = 'cover';
  markup: Markup = new Markup({ width: 0, height: 0 });
  announcement = '';
  /** Whether the person is asked if what they did may be lost. */
  isAsking = false;
  /** Whether a picture is open that can't be shown: the page has moved, hidden or disabled the element meanwhile. */
  isPaused = false;
  readonly canvas: PictureCanvas = new PictureCanvas(() => this);
  readonly l10n: LocalizationController;
  readonly #host: EditorHost;
  readonly #paused: () => void;
  // Not at once: what is shown or hidden may resize the element again.
  readonly #resizes = new ResizeObserver(() => requestAnimationFrame(() => this.#showOrHide()));
  readonly #inertness = new MutationObserver(() => this.#showOrHide());
  /** Whether the picture was last made as large as there is room. */
  isFitting = true;
  #session: Session | undefined;
  #isFitted = false;
  /** Where the focus was before an update. */
  #focused: Element | null | undefined;

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
    return this.markup.edits;
  }

  get name(): string {
    return this.#session?.name ?? '';
  }

  get coveredBeforehand(): CoveredBeforehand {
    return this.#session?.coveredBeforehand;
  }

  /** What became of the picture that was open until this one came. */
  get whatCameBefore(): string | undefined {
    const { follows } = this.#session ?? {};
    return (
      follows &&
      this.l10n.msg(str`“${follows}” is among the attachments. You can still edit it there.`)
    );
  }

  get fromWord(): readonly PictureNote[] {
    return this.#session?.fromWord ?? [];
  }

  /** Nothing where there is one picture alone. */
  get turn(): ReviewPosition | undefined {
    const turn = this.#session?.turn;
    return turn && turn.of > 1 ? turn : undefined;
  }

  /** What would be sent, in pixels. */
  get outcome(): Pick<Rect, 'width' | 'height'> {
    return this.edits.crop ?? this.source;
  }

  /** Opens the dialog. Resolves with what was done when the person is done, with nothing when they turn away. */
  async edit(picture: Picture, turn?: ReviewPosition): Promise<Outcome> {
    this.#end(undefined);
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.#session = { ...picture, turn, resolve };
    const { source, edits, name } = picture;
    // What Word cropped is a step that can be undone before the picture is confirmed.
    const history =
      turn && edits.crop ? advance(begin({ ...edits, crop: undefined }), edits) : begin(edits);
    this.markup = new Markup({ width: source.width, height: source.height }, history);
    this.tool = 'cover';
    this.isAsking = this.#isFitted = false;
    this.isFitting = true;
    this.announcement = '';
    this.canvas.element.ariaLabel = name;
    this.#watch();
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#say(this.whatCameBefore ?? ''));
    return promise;
  }

  /** Whether there is a picture in it. */
  get isOpen(): boolean {
    return this.#session !== undefined;
  }

  /** Whether the person sees it now. */
  get isSeen(): boolean {
    return this.#dialog?.matches(':modal') ?? false;
  }

  hostConnected(): void {
    if (this.#session) this.#watch();
    this.#showOrHide();
  }

  /**
   * Looks for what tells whether the editor can be shown. What is in an element has no size while that isn't shown; what is watched
   * has the same size whatever comes into the list, which grows while the editor goes on.
   */
  #watch(): void {
    this.#unwatch();
    const watched = this.#query('.visually-hidden');
    if (watched) this.#resizes.observe(watched);
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
    if (this.#isFitted) this.canvas.draw();
    this.#showOrHide();
    this.#keepFocus();
  }

  /** What had the focus may be gone with an act; the keys go on to work all the same. */
  #keepFocus(): void {
    if (this.#focused?.isConnected === false && this.isSeen)
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
        if (!this.#isFitted) this.canvas.scaleTo(this.canvas.fittingZoom);
        this.#isFitted = true;
        this.canvas.draw();
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
    this.markup.select(tool === 'crop' && this.edits.crop ? 'crop' : this.markup.selection);
    this.#say(toolText(this.l10n, tool));
  }

  select(selection: MarkSelection): void {
    this.markup.select(selection);
    const { mark } = this.markup;
    if (mark) this.#say(markText(this.l10n, this.edits.marks, mark));
    else this.#host.requestUpdate();
  }

  change(edits: Edits, selection: MarkSelection, step: unknown): void {
    this.markup.change(edits, selection, step);
    this.#sayWhere();
  }

  drawn(): void {
    if (this.tool === 'text') void this.#focus('.words');
  }

  /** Puts what the tool makes into the middle of what is seen, for who doesn't drag. */
  add(): void {
    const { source, tool, markup, canvas } = this;
    const { seen } = canvas;
    if (tool === 'crop' || tool === 'select') markup.crop(this.edits.crop ?? seen);
    else {
      const place = {
        x: seen.x + seen.width / 4,
        y: seen.y + seen.height / 3,
        width: seen.width / 2,
        height: seen.height / 3,
      };
      const { x, y, width, height } = clamped(place, source);
      markup.add(markBetween(tool, { x, y }, { x: x + width, y: y + height }, source));
    }
    this.#sayWhere();
    void this.#focus(tool === 'text' ? '.words' : '[data-mark][aria-pressed=true]');
  }

  /** Takes away what is chosen, or the crop. */
  remove(selection: Exclude<MarkSelection, undefined>): void {
    const { l10n, markup } = this;
    const { msg } = l10n;
    const mark = selection === 'crop' ? undefined : this.edits.marks[selection];
    if (mark) this.#say(msg(str`Removed: ${markName(l10n, this.edits.marks, mark)}`));
    else this.#say(msg('Whole picture restored'));
    if (selection === 'crop') markup.crop(undefined);
    else markup.remove(selection);
    const neighbour = selection === 'crop' ? -1 : Math.min(selection, this.edits.marks.length - 1);
    void this.#focus(neighbour >= 0 ? `[data-mark='${neighbour}']` : '.tools [aria-pressed=true]');
  }

  /** Puts what is chosen where a number says. */
  type(name: keyof Rect, text: string): void {
    this.markup.type(name, text);
    this.#sayWhere();
  }

  /** The field shows again where the mark is. */
  leave(): void {
    this.markup.typed = undefined;
    this.#host.requestUpdate();
  }

  /** The words of the label that is chosen. */
  write(text: string): void {
    this.markup.write(text);
    this.#host.requestUpdate();
  }

  /** The words are written: keys move the label from now on. */
  written(): void {
    this.markup.settle();
    this.#sayWhere();
    void this.#focus(`${this.markup.mark ? '[data-mark]' : '.tools '}[aria-pressed=true]`);
  }

  /** Moves what is chosen by keys, or its lower right corner with `isResized`. */
  nudge(across: number, down: number, isFast: boolean, isResized: boolean): void {
    this.markup.nudge(across, down, isFast, isResized);
    this.#sayWhere();
  }

  undo(): void {
    this.markup.undo();
    this.#say(this.l10n.msg('Undone'));
  }

  redo(): void {
    this.markup.redo();
    this.#say(this.l10n.msg('Redone'));
  }

  revert(): void {
    this.markup.revert();
    this.#host.requestUpdate();
  }

  /** As large as there is room, but never larger than it is. */
  fit(): void {
    this.zoomTo(this.canvas.fittingZoom);
    this.isFitting = true;
  }

  zoomBy(steps: number): void {
    this.zoomTo(this.canvas.zoom * ZOOM_STEP ** steps);
  }

  zoomTo(zoom: number): void {
    const { canvas, l10n } = this;
    canvas.scaleTo(zoom);
    this.isFitting = false;
    this.#say(new Intl.NumberFormat(l10n.language, { style: 'percent' }).format(canvas.zoom));
  }

  done(): void {
    this.markup.settle();
    this.#end(this.edits);
  }

  /** Is done with the picture where another one comes, and says whether: not while the person is asked, or others come anyway. */
  goOnToNext(): boolean {
    const goesOn = !this.isAsking && !this.turn;
    if (goesOn) this.done();
    return goesOn;
  }

  /** Turns away; asks first where something would be lost, and goes on where it is asked for again. */
  cancel(): void {
    if (!this.#canShow) return this.#showOrHide();
    if (this.isAsking) return this.goOn();
    this.markup.settle();
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

  #query<E extends Element>(selector: string): E | null {
    return this.#host.shadowRoot?.querySelector<E>(selector) ?? null;
  }

  async #focus(selector: string): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#query<HTMLElement>(selector)?.focus();
  }

  #sayWhere(): void {
    const { l10n, markup, edits } = this;
    const { mark, selection } = markup;
    if (mark) this.#say(markText(l10n, edits.marks, mark));
    else if (selection === 'crop' && edits.crop)
      this.#say(l10n.msg(str`Cropped to ${edits.crop.width} × ${edits.crop.height}`));
    else this.#host.requestUpdate();
  }

  #say(text: string): void {
    this.announcement = text;
    this.#host.requestUpdate();
  }

  #end(outcome: Outcome): void {
    const session = this.#session;
    if (!session) return;
    this.#dialog?.close();
    this.#session = undefined;
    this.isPaused = false;
    this.#unwatch();
    removeEventListener('beforeunload', this.#onBeforeunload);
    this.canvas.close();
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
