import type { Edits, Mark, Point, Rect } from '../edits.js';
import { drawMarks, drawOnWhite } from '../render-picture.js';
import {
  between,
  boxOf,
  handleAt,
  handlesOf,
  markAt,
  markBetween,
  movedBy,
  resized,
  stretched,
  type Handle,
} from './geometry.js';

/** What a drag of the pointer does. */
export type Tool = Mark['kind'] | 'crop' | 'select';

/** The mark that is being worked on, by its place; or what is kept of the picture. */
export type Selection = number | 'crop' | undefined;

/** The editor as the stage sees it. */
export interface StageView {
  readonly source: ImageBitmap;
  readonly edits: Edits;
  readonly tool: Tool;
  readonly selection: Selection;
  /** CSS pixels a pixel of the picture. */
  readonly zoom: number;
  select(selection: Selection): void;
  /** @param isSameStep whether the last change goes on */
  change(edits: Edits, selection: Selection, isSameStep: boolean): void;
  /** Takes back what has been changed since the pointer came down. */
  takeBack(): void;
  /** Keeps what is at a point of the picture at a point of the window. */
  zoomAt(zoom: number, point: Point, at: Point): void;
}

/** Half of what can be hit, in CSS pixels: 24 in all. */
const REACH = 12;
const HANDLE = 10;
const ACCENT = '#0b5a6e';
/** A picture with no more pixels is drawn as it is, a larger one no finer than it is seen: all of it would take half a second. */
const DRAWN_WHOLE = 500_000;
/** Between two sizes in which it is drawn; a little more or less of zoom needs no other one. */
const FINER = 1.25;
/** A shorter drag is a press, in CSS pixels. */
const LEAST_DRAG = 3;

type Drag = { readonly from: Point; readonly view: Edits } & (
  | { readonly name: 'draw' | 'pan' }
  | { readonly name: 'pinch'; readonly zoom: number; readonly distance: number }
  | { readonly name: 'move'; readonly index: number }
  | { readonly name: 'resize'; readonly handle: Handle; readonly of: Exclude<Selection, undefined> }
);

/** How finely a picture is drawn of which one pixel takes up so many of the screen. */
function scaleOf({ width, height }: ImageBitmap, seen: number): number {
  if (seen >= 1 || width * height <= DRAWN_WHOLE) return 1;
  return FINER ** Math.ceil(Math.log(seen) / Math.log(FINER));
}

const placeOf = ({ clientX: x, clientY: y }: MouseEvent): Point => ({ x, y });

/** The picture, and above it what is drawn on it; only the upper canvas is drawn again. */
export class Stage {
  readonly picture = document.createElement('canvas');
  readonly overlay = document.createElement('canvas');
  readonly #view: () => StageView;
  #drag: Drag | undefined;
  #isChanged = false;
  /** How many pixels of the canvases make one of the picture; nothing until it is drawn. */
  #scale: number | undefined;
  /** Where each finger or other pointer is in the window. */
  readonly #pointers = new Map<number, Point>();

  constructor(view: () => StageView) {
    this.#view = view;
    const { overlay } = this;
    overlay.addEventListener('pointerdown', this.#onPointerdown);
    overlay.addEventListener('pointermove', this.#onPointermove);
    overlay.addEventListener('pointerup', this.#onPointerup);
    overlay.addEventListener('pointercancel', this.#onPointerup);
    overlay.addEventListener('wheel', this.#onWheel, { passive: false });
  }

  /** Lets go of the pixels. */
  close(): void {
    this.#pointers.clear();
    this.#drag = undefined;
    this.#scale = undefined;
    for (const canvas of [this.picture, this.overlay]) canvas.width = canvas.height = 0;
  }

  /** Draws what is on the picture, and the picture itself where it is seen finer or less fine than before. */
  draw(): void {
    const { source, edits, selection, zoom } = this.#view();
    const scale = scaleOf(source, zoom * devicePixelRatio);
    if (this.#scale !== scale) this.#drawPicture(source, scale);
    const context = this.overlay.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, source.width, source.height);
    drawMarks(context, edits.marks, source);
    if (edits.crop) this.#dim(context, edits.crop, source);
    const box = this.#boxOf(edits, selection);
    if (box) this.#frame(context, box, 1 / zoom);
  }

  #drawPicture(source: ImageBitmap, scale: number): void {
    this.#scale = scale;
    for (const canvas of [this.picture, this.overlay]) {
      canvas.width = Math.ceil(source.width * scale);
      canvas.height = Math.ceil(source.height * scale);
      const context = canvas.getContext('2d');
      context?.scale(canvas.width / source.width, canvas.height / source.height);
    }
    const context = this.picture.getContext('2d');
    if (!context) return;
    context.imageSmoothingQuality = 'medium';
    drawOnWhite(context, source);
  }

  #boxOf({ marks, crop }: Edits, selection: Selection): Rect | undefined {
    if (selection === 'crop') return crop;
    const mark = selection === undefined ? undefined : marks[selection];
    return mark && boxOf(mark);
  }

  /** What will be cut off. */
  #dim(
    context: CanvasRenderingContext2D,
    { x, y, width, height }: Rect,
    source: ImageBitmap,
  ): void {
    context.fillStyle = 'rgb(0 0 0 / 0.55)';
    context.fillRect(0, 0, source.width, y);
    context.fillRect(0, y + height, source.width, source.height - y - height);
    context.fillRect(0, y, x, height);
    context.fillRect(x + width, y, source.width - x - width, height);
  }

  /** A frame with handles, as large at every zoom. */
  #frame(context: CanvasRenderingContext2D, box: Rect, pixel: number): void {
    context.lineWidth = 2 * pixel;
    context.strokeStyle = ACCENT;
    context.strokeRect(box.x - pixel, box.y - pixel, box.width + 2 * pixel, box.height + 2 * pixel);
    context.fillStyle = 'white';
    const side = HANDLE * pixel;
    for (const { x, y } of handlesOf(box)) {
      context.fillRect(x - side / 2, y - side / 2, side, side);
      context.strokeRect(x - side / 2, y - side / 2, side, side);
    }
  }

  #pointOf({ x, y }: Point): Point {
    const { left, top, width, height } = this.overlay.getBoundingClientRect();
    const { source } = this.#view();
    return {
      x: ((x - left) * source.width) / width,
      y: ((y - top) * source.height) / height,
    };
  }

  readonly #onPointerdown = (event: PointerEvent): void => {
    if (event.button > 1) return;
    event.preventDefault();
    this.overlay.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, placeOf(event));
    if (this.#pointers.size > 1) return this.#beginPinch();
    this.#isChanged = false;
    this.#drag = this.#begin(this.#pointOf(placeOf(event)), event.button === 1);
  };

  /** A second finger: the first one was meant to zoom, not to draw. */
  #beginPinch(): void {
    const view = this.#view();
    if (this.#isChanged && this.#drag?.name !== 'pinch') view.takeBack();
    this.#isChanged = false;
    const { middle, distance } = this.#fingers();
    const { edits, zoom } = view;
    this.#drag = { name: 'pinch', from: this.#pointOf(middle), view: edits, zoom, distance };
  }

  #fingers(): { readonly middle: Point; readonly distance: number } {
    const [a, b] = [...this.#pointers.values()];
    if (!a || !b) return { middle: a ?? { x: 0, y: 0 }, distance: 1 };
    return {
      middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
      distance: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)),
    };
  }

  /** Two fingers on a touchpad reach the page as a wheel that is turned with Ctrl. */
  readonly #onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const at = placeOf(event);
    const view = this.#view();
    view.zoomAt(view.zoom * Math.exp(-event.deltaY / 100), this.#pointOf(at), at);
  };

  #begin(from: Point, isPanned: boolean): Drag {
    const view = this.#view();
    const { edits, tool, selection, zoom } = view;
    const slack = REACH / zoom;
    const common = { from, view: edits };
    if (isPanned) return { ...common, name: 'pan' };
    const box = this.#boxOf(edits, selection);
    const handle = box && handleAt(box, from, slack);
    // What draws marks draws them over handles too; only a crop is drawn and adjusted by the same tool.
    const isAdjusted = tool === 'select' || (tool === 'crop' && selection === 'crop');
    if (handle && selection !== undefined && isAdjusted)
      return { ...common, name: 'resize', handle, of: selection };
    if (tool !== 'select') return { ...common, name: 'draw' };
    const index = markAt(edits.marks, from, slack / 2);
    view.select(index < 0 ? undefined : index);
    return index < 0 ? { ...common, name: 'pan' } : { ...common, name: 'move', index };
  }

  readonly #onPointermove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (this.#pointers.has(event.pointerId)) this.#pointers.set(event.pointerId, placeOf(event));
    if (!drag) return;
    if (drag.name === 'pinch') {
      const { middle, distance } = this.#fingers();
      if (this.#pointers.size > 1)
        this.#view().zoomAt((drag.zoom * distance) / drag.distance, drag.from, middle);
      return;
    }
    const to = this.#pointOf(placeOf(event));
    const { zoom } = this.#view();
    const [dx, dy] = [to.x - drag.from.x, to.y - drag.from.y];
    if (!this.#isChanged && Math.max(Math.abs(dx), Math.abs(dy)) * zoom < LEAST_DRAG) return;
    if (drag.name === 'pan')
      return this.overlay.parentElement?.parentElement?.scrollBy(
        -event.movementX,
        -event.movementY,
      );
    const [edits, selection] = this.#dragged(drag, to, dx, dy);
    this.#view().change(edits, selection, this.#isChanged);
    this.#isChanged = true;
  };

  #dragged(drag: Drag, to: Point, dx: number, dy: number): [Edits, Selection] {
    const { source, tool } = this.#view();
    const { view, from } = drag;
    const replaced = (index: number, mark: Mark): [Edits, Selection] => [
      { ...view, marks: view.marks.with(index, mark) },
      index,
    ];
    if (drag.name === 'move') {
      const mark = view.marks[drag.index];
      return mark ? replaced(drag.index, movedBy(mark, dx, dy, source)) : [view, undefined];
    }
    if (drag.name === 'resize') {
      if (drag.of === 'crop')
        return [
          { ...view, crop: view.crop && stretched(view.crop, drag.handle, dx, dy, source) },
          'crop',
        ];
      const mark = view.marks[drag.of];
      return mark
        ? replaced(drag.of, resized(mark, drag.handle, dx, dy, source))
        : [view, undefined];
    }
    if (tool === 'crop') return [{ ...view, crop: between(from, to, source) }, 'crop'];
    if (tool === 'select') return [view, undefined];
    return [
      { ...view, marks: [...view.marks, markBetween(tool, from, to, source)] },
      view.marks.length,
    ];
  }

  readonly #onPointerup = (event: PointerEvent): void => {
    const drag = this.#drag;
    this.#pointers.delete(event.pointerId);
    // The finger that stays after a pinch draws nothing.
    if (drag?.name === 'pinch' && this.#pointers.size) return;
    this.#drag = undefined;
    if (drag?.name !== 'draw' || this.#isChanged) return;
    // A press without a drag chooses what is there, whatever the tool.
    const view = this.#view();
    const index = markAt(view.edits.marks, this.#pointOf(placeOf(event)), REACH / view.zoom / 2);
    view.select(index < 0 ? undefined : index);
  };
}
