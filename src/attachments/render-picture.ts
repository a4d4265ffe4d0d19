import type { Edits, Mark, Point, Rect, TextMark } from './edits.js';
import { asScreen, encodePicture, type Encoded, type Sending } from './encode-picture.js';

/** What can be drawn on, on a page and off it. */
export type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export const COVER = '#17242b';
const MARK = '#d3261a';

/** Lines are as thick in a large picture as in a small one when both are seen as a whole. */
const thickness = ({ width, height }: Pick<Rect, 'width' | 'height'>): number =>
  Math.max(3, Math.round(Math.max(width, height) / 400));

/** Four bars on the pixel grid, inside of the rectangle. */
function drawBox(context: Canvas2D, { x, y, width, height }: Rect, line: number): void {
  context.fillRect(x, y, width, Math.min(line, height));
  context.fillRect(x, y + Math.max(0, height - line), width, Math.min(line, height));
  context.fillRect(x, y, Math.min(line, width), height);
  context.fillRect(x + Math.max(0, width - line), y, Math.min(line, width), height);
}

function drawArrow(context: Canvas2D, from: Point, to: Point, line: number): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const head = line * 5;
  const at = (turn: number, length: number): [number, number] => [
    to.x - length * Math.cos(angle + turn),
    to.y - length * Math.sin(angle + turn),
  ];
  context.lineWidth = line;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(...at(0, head / 2));
  context.stroke();
  context.beginPath();
  context.moveTo(to.x, to.y);
  context.lineTo(...at(0.45, head));
  context.lineTo(...at(-0.45, head));
  context.closePath();
  context.fill();
}

export const fontOf = (size: number): string => `600 ${size}px system-ui, sans-serif`;
/** Of the letters' size: between lines, and from the edge of a label to its words. */
export const LINE_HEIGHT = 1.3;
export const LABEL_PADDING = 0.5;

/** White words on a label of one colour, which can be read on every picture. */
function drawLabel(context: Canvas2D, { rect, size, lines }: TextMark): void {
  if (!lines.some(Boolean)) return;
  const { x, y, width, height } = rect;
  context.fillRect(x, y, width, height);
  context.fillStyle = 'white';
  context.font = fontOf(size);
  context.textBaseline = 'middle';
  const padding = LABEL_PADDING * size;
  for (const [index, line] of lines.entries())
    context.fillText(
      line,
      x + padding,
      y + padding / 2 + (index + 0.5) * LINE_HEIGHT * size,
      width - padding,
    );
  context.fillStyle = MARK;
}

/** Every pixel that a cover touches, whole. */
function drawCover(context: Canvas2D, { x, y, width, height }: Rect): void {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  context.fillRect(left, top, Math.ceil(x + width) - left, Math.ceil(y + height) - top);
}

/**
 * Draws marks on a picture of that size. Covers come last and are opaque and on the pixel grid: below them nothing is left, and
 * nothing is drawn over them.
 */
export function drawMarks(
  context: Canvas2D,
  marks: readonly Mark[],
  size: Pick<Rect, 'width' | 'height'>,
): void {
  const line = thickness(size);
  context.fillStyle = context.strokeStyle = MARK;
  for (const mark of marks) {
    if (mark.kind === 'box') drawBox(context, mark.rect, line);
    if (mark.kind === 'arrow') drawArrow(context, mark.from, mark.to, line);
    if (mark.kind === 'text') drawLabel(context, mark);
  }
  context.fillStyle = COVER;
  for (const mark of marks) {
    if (mark.kind === 'cover') drawCover(context, mark.rect);
  }
}

/** Draws a picture on white: what is transparent looks the same in every program. */
export function drawOnWhite(context: Canvas2D, source: ImageBitmap): void {
  context.fillStyle = 'white';
  context.fillRect(0, 0, source.width, source.height);
  context.drawImage(source, 0, 0);
}

/** What is shown of a picture. */
export const shownOf = ({ width, height }: ImageBitmap, { crop }: Edits): Rect =>
  crop ?? { x: 0, y: 0, width, height };

/** The one function that makes what is shown, measured and sent; it doesn't depend on the screen. */
export function renderPicture(
  source: ImageBitmap,
  edits: Edits,
  sending: Sending = asScreen,
): Promise<Encoded> {
  const { x, y, width, height } = shownOf(source, edits);
  const draw = (context: Canvas2D): void => {
    context.translate(-x, -y);
    drawOnWhite(context, source);
    drawMarks(context, edits.marks, source);
  };
  return encodePicture({ width, height, draw }, sending);
}
