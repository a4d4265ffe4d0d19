import type { Edits, Mark, Point, Rect } from '../../../attachments/edits.js';
import { drawMarks, drawOnWhite } from '../../../attachments/render-picture.js';
import { between, contains, handleAt, handlesOf, stretched, type Handle } from './geometry.js';
import { markAt, markBetween, movedBy, resized } from './marks.js';
import type { Markup, MarkSelection } from './markup.js';

/** What a drag of the pointer does. */
export type Tool = Mark['kind'] | 'crop' | 'select';

/** The editor, as the canvas sees it. */
export interface CanvasHost {
  readonly source: ImageBitmap;
  readonly markup: Markup;
  readonly tool: Tool;
  select(selection: MarkSelection): void;
  /** @param step what makes the change: the same as the last one goes on with its step */
  change(edits: Edits, selection: MarkSelection, step: unknown): void;
  /** Takes back what has been changed since the pointer came down. */
  revert(): void;
  /** What was drawn is there, or was pressed. */
  drawn(): void;
  zoomTo(zoom: number): void;
}

/** Half of what can be hit, in CSS pixels: 24 in all. */
const REACH = 12;
const HANDLE = 10;
/** Around the picture, in CSS pixels, so that handles at its edges are whole and can be taken. */
const MARGIN = 12;
const MOST_ZOOM = 8;
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
  | {
      readonly name: 'resize';
      readonly handle: Handle;
      readonly of: Exclude<MarkSelection, undefined>;
    }
);

/** How finely a picture is drawn of which one pixel takes up so many of the screen. */
function scaleOf({ width, height }: ImageBitmap, seen: number): number {
  if (seen >= 1 || width * height <= DRAWN_WHOLE) return 1;
  return FINER ** Math.ceil(Math.log(seen) / Math.log(FINER));
}

const positionOf = ({ clientX: x, clientY: y }: MouseEvent): Point => ({ x, y });

function path(name: string): SVGPathElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  made.classList.add(name);
  return made;
}

/** The picture, above it what is drawn on it, which alone is drawn again, and the frame of what is chosen, which may stand over the edge. */
export class PictureCanvas {
  readonly element = document.createElement('div');
  readonly picture = document.createElement('canvas');
  readonly overlay = document.createElement('canvas');
  /** CSS pixels a pixel of the picture. */
  zoom = 1;
  readonly #frame = [path('halo'), path('line'), path('handles')] as const;
  readonly #view: () => CanvasHost;
  #drag: Drag | undefined;
  #isChanged = false;
  /** How many pixels of the canvases make one of the picture; nothing until it is drawn. */
  #scale: number | undefined;
  /** Where each finger or other pointer is in the window. */
  readonly #pointers = new Map<number, Point>();

  constructor(view: () => CanvasHost) {
    this.#view = view;
    const { element } = this;
    const frame = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    frame.append(...this.#frame);
    element.className = 'stage';
    element.role = 'img';
    element.append(this.picture, this.overlay, frame);
    element.addEventListener('pointerdown', this.#onPointerdown);
    element.addEventListener('pointermove', this.#onPointermove);
    element.addEventListener('pointerup', this.#onPointerup);
    element.addEventListener('pointercancel', this.#onPointerup);
    element.addEventListener('wheel', this.#onWheel, { passive: false });
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
    const { source, markup } = this.#view();
    const { edits, box, mark } = markup;
    const scale = scaleOf(source, this.zoom * devicePixelRatio);
    if (this.#scale !== scale) this.#drawPicture(source, scale);
    const context = this.overlay.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, source.width, source.height);
    drawMarks(context, edits.marks, source);
    if (edits.crop) this.#dim(context, edits.crop, source);
    this.#drawFrame(box, mark?.kind === 'text');
  }

  /** The zoom at which all of the picture is seen, but not larger than it is. */
  get fittingZoom(): number {
    const { clientWidth = 0, clientHeight = 0 } = this.#viewport ?? {};
    const { width, height } = this.#view().source;
    return Math.min(1, (clientWidth - 2 * MARGIN) / width, (clientHeight - 2 * MARGIN) / height);
  }

  /** What is seen of the picture now, in its pixels. */
  get seen(): Rect {
    const { source } = this.#view();
    const around = this.#viewport?.getBoundingClientRect();
    if (!around) return { x: 0, y: 0, width: source.width, height: source.height };
    const from = this.#pointOf({ x: around.left, y: around.top });
    return between(from, this.#pointOf({ x: around.right, y: around.bottom }), source);
  }

  /** Shows the picture as large as that; the middle of what is seen stays there. */
  scaleTo(zoom: number): void {
    const viewport = this.#viewport;
    if (!viewport) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = viewport;
    const { width, height } = this.#view().source;
    const next = Math.min(MOST_ZOOM, Math.max(0.02, zoom));
    const ratio = next / this.zoom;
    this.zoom = next;
    for (const { style } of [this.picture, this.overlay]) {
      style.width = `${width * next}px`;
      style.height = `${height * next}px`;
    }
    const scrolled = (from: number, seen: number) =>
      (from + seen / 2 - MARGIN) * ratio + MARGIN - seen / 2;
    viewport.scrollLeft = scrolled(scrollLeft, clientWidth);
    viewport.scrollTop = scrolled(scrollTop, clientHeight);
  }

  get #viewport(): Element | null {
    return this.element.parentElement;
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
  #drawFrame(box: Rect | undefined, isLabel: boolean): void {
    const { zoom } = this;
    const rect = ({ x, y, width, height }: Rect) => `M${x} ${y}h${width}v${height}h${-width}z`;
    const line = box
      ? rect({
          x: box.x * zoom - 2,
          y: box.y * zoom - 2,
          width: box.width * zoom + 4,
          height: box.height * zoom + 4,
        })
      : '';
    const handle = ({ x, y }: Point) =>
      rect({ x: x * zoom - HANDLE / 2, y: y * zoom - HANDLE / 2, width: HANDLE, height: HANDLE });
    const handles = box ? handlesOf(box, isLabel).map(handle).join('') : '';
    for (const [index, d] of [line, line, handles].entries())
      this.#frame[index]?.setAttribute('d', d);
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
    this.element.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, positionOf(event));
    if (this.#pointers.size > 1) return this.#beginPinch();
    this.#isChanged = false;
    this.#drag = this.#begin(this.#pointOf(positionOf(event)), event.button === 1);
  };

  /** A second finger: the first one was meant to zoom, not to draw. */
  #beginPinch(): void {
    const view = this.#view();
    if (this.#isChanged && this.#drag?.name !== 'pinch') view.revert();
    this.#isChanged = false;
    const { middle, distance } = this.#fingers();
    this.#drag = {
      name: 'pinch',
      from: this.#pointOf(middle),
      view: view.markup.edits,
      zoom: this.zoom,
      distance,
    };
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
    const at = positionOf(event);
    this.#zoomAt(this.zoom * Math.exp(-event.deltaY / 100), this.#pointOf(at), at);
  };

  /** Keeps what is at a point of the picture at a point of the window. */
  #zoomAt(zoom: number, point: Point, at: Point): void {
    this.#view().zoomTo(zoom);
    const { left, top } = this.overlay.getBoundingClientRect();
    this.#viewport?.scrollBy(left + point.x * this.zoom - at.x, top + point.y * this.zoom - at.y);
  }

  #begin(from: Point, isPanned: boolean): Drag {
    const view = this.#view();
    const { markup, tool, source } = view;
    const { edits, selection, box, mark } = markup;
    const slack = REACH / this.zoom;
    if (isPanned) return { from, view: edits, name: 'pan' };
    const handle = box && handleAt(box, from, slack, mark?.kind === 'text');
    // What draws marks draws them over handles too; only a crop is drawn and adjusted by the same tool.
    const isAdjusted = tool === 'select' || (tool === 'crop' && selection === 'crop');
    if (handle && selection !== undefined && isAdjusted)
      return { from, view: edits, name: 'resize', handle, of: selection };
    const isAtPicture = contains(
      { x: 0, y: 0, width: source.width, height: source.height },
      from,
      MARGIN / this.zoom,
    );
    const isDrawn = tool !== 'select' && isAtPicture;
    const index = tool === 'select' ? markAt(edits.marks, from, slack / 2) : -1;
    if (isDrawn) markup.settle();
    else view.select(index < 0 ? undefined : index);
    const common = { from, view: markup.edits };
    return typeof markup.selection === 'number' && index >= 0
      ? { ...common, name: 'move', index: markup.selection }
      : { ...common, name: isDrawn ? 'draw' : 'pan' };
  }

  readonly #onPointermove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (this.#pointers.has(event.pointerId)) this.#pointers.set(event.pointerId, positionOf(event));
    if (!drag) return;
    if (drag.name === 'pinch') {
      const { middle, distance } = this.#fingers();
      if (this.#pointers.size > 1)
        this.#zoomAt((drag.zoom * distance) / drag.distance, drag.from, middle);
      return;
    }
    const to = this.#pointOf(positionOf(event));
    const [dx, dy] = [to.x - drag.from.x, to.y - drag.from.y];
    if (!this.#isChanged && Math.max(Math.abs(dx), Math.abs(dy)) * this.zoom < LEAST_DRAG) return;
    if (drag.name === 'pan') return this.#viewport?.scrollBy(-event.movementX, -event.movementY);
    const [edits, selection] = this.#dragged(drag, to, dx, dy);
    this.#view().change(edits, selection, drag);
    this.#isChanged = true;
  };

  #dragged(drag: Drag, to: Point, dx: number, dy: number): [Edits, MarkSelection] {
    const { source, tool } = this.#view();
    const { view, from } = drag;
    const replaced = (index: number, mark: Mark): [Edits, MarkSelection] => [
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
    if (drag?.name !== 'draw' || event.type !== 'pointerup') return;
    const view = this.#view();
    const { edits } = view.markup;
    const at = this.#pointOf(positionOf(event));
    if (!this.#isChanged) {
      // A press without a drag chooses what is there, whatever the tool; where nothing is, it begins a text.
      const index = markAt(edits.marks, at, REACH / this.zoom / 2);
      if (index >= 0 || view.tool !== 'text') view.select(index < 0 ? undefined : index);
      else {
        const mark = markBetween('text', at, at, view.source);
        view.change({ ...edits, marks: [...edits.marks, mark] }, edits.marks.length, drag);
      }
    }
    view.drawn();
  };
}
