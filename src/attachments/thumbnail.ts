import type { Edits } from './edits.js';
import { drawMarks, drawOnWhite, shownOf } from './render-picture.js';

/** Twice as wide as it is shown, for fine screens. */
const WIDTH = 224;
const HEIGHT = 140;

/** A picture as it will be sent, small. Drawn on a canvas: a page with a strict policy shows no picture by a blob's address. */
export function thumbnailOf(source: ImageBitmap, edits: Edits): HTMLCanvasElement {
  const { x, y, width, height } = shownOf(source, edits);
  const scale = Math.min(1, WIDTH / width, HEIGHT / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.imageSmoothingQuality = 'medium';
  context.scale(canvas.width / width, canvas.height / height);
  context.translate(-x, -y);
  drawOnWhite(context, source);
  drawMarks(context, edits.marks, source);
  return canvas;
}
