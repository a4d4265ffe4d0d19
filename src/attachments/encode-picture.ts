import { plainParts } from '../contract/picture-file.js';
import { isPhotograph } from './photograph.js';
import { writePng, type Drawing } from './write-png.js';

/** A picture as it will be sent: its pixels and nothing else. */
export interface Encoded {
  readonly blob: Blob;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** How a picture is to be sent. */
export interface Sending {
  /** What it came as: a photograph stays one, and hardly grows. */
  readonly original: Blob;
  /** The most bytes that it may have. */
  readonly most: number;
  /** What may be sent: types, or endings such as `.jpg`. */
  readonly types: readonly string[];
}

/** Of a screen, and as many bytes as it takes. */
export const asScreen: Sending = { original: new Blob(), most: Infinity, types: ['image/png'] };

type Type = 'image/png' | 'image/jpeg';

const namesOf: Readonly<Record<Type, readonly string[]>> = {
  'image/png': ['image/*', 'image/png', '.png'],
  'image/jpeg': ['image/*', 'image/jpeg', '.jpg', '.jpeg'],
};

/** Photographs may have so many times the bytes that they came with. */
const MOST_GROWTH = 1.2;
const QUALITIES = [0.85, 0.7, 0.5];
/** For photographs that came as poor as that, so that they don't grow. */
const POOR_QUALITIES = [0.3, 0.15];
/** A picture with less would be of no use, in pixels. */
const SMALLEST = 200_000;

/**
 * Chromium writes pictures in idle moments, which it has between two frames. A page that shows nothing new has no frames, and the
 * picture would wait for one to seven seconds; so there are frames for as long as it takes.
 */
async function withFrames<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const next = () => void (isDone || requestAnimationFrame(next));
  next();
  try {
    return await work;
  } finally {
    isDone = true;
  }
}

const pngOf = async (drawing: Drawing): Promise<Encoded> => ({
  blob: await writePng(drawing),
  width: drawing.width,
  height: drawing.height,
});

function canvasOf({ width, height, draw }: Drawing): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  // It is read back at once and never shown, so it is better off outside of the graphics card.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser draws nothing');
  draw(context);
  return canvas;
}

/** The same picture smaller: as it is drawn, so that nothing of what is covered shines through at the edges of a cover. */
function shrunk(drawing: Drawing, scale: number): Drawing {
  const canvas = canvasOf(drawing);
  const width = Math.max(1, Math.round(drawing.width * scale));
  const height = Math.max(1, Math.round(drawing.height * scale));
  return {
    width,
    height,
    draw(context) {
      context.imageSmoothingQuality = 'high';
      context.drawImage(canvas, 0, 0, width, height);
    },
  };
}

/** Smaller and smaller until it has no more bytes than it may. */
async function writeWithin(
  drawing: Drawing,
  most: number,
  writeOnce: (drawing: Drawing) => Promise<Encoded>,
): Promise<Encoded> {
  const written = await writeOnce(drawing);
  if (written.blob.size <= most || drawing.width * drawing.height <= SMALLEST) return written;
  const scale = Math.min(0.9, 0.95 * Math.sqrt(most / written.blob.size));
  return writeWithin(shrunk(drawing, scale), most, writeOnce);
}

async function jpegOf(canvas: OffscreenCanvas, quality?: number): Promise<Encoded> {
  const { width, height } = canvas;
  const type = 'image/jpeg';
  const written = await withFrames(
    canvas.convertToBlob({ type, ...(quality !== undefined && { quality }) }),
  );
  const parts = plainParts(new Uint8Array(await written.arrayBuffer()), type);
  // Firefox can't decode a file whose first part is as short as that of a JPEG.
  const bytes = await new Blob(parts).arrayBuffer();
  return { blob: new Blob([bytes], { type }), width, height };
}

/** In the first quality that keeps to the bytes, else in the last. */
async function writeJpeg(
  canvas: OffscreenCanvas,
  goal: number,
  qualities: readonly number[],
): Promise<Encoded> {
  const [quality, ...others] = qualities;
  const written = await jpegOf(canvas, quality);
  return written.blob.size <= goal || !others.length ? written : writeJpeg(canvas, goal, others);
}

/**
 * A PNG for what came from a screen, and a JPEG for what came as a photograph, or would be too much as a PNG. Browsers that write
 * WebP take several times as long for it, and not every program shows it.
 */
export async function encodePicture(
  drawing: Drawing,
  { original, most, types }: Sending,
): Promise<Encoded> {
  const isSendable = (type: Type) => namesOf[type].some((name) => types.includes(name));
  const isPhoto = await isPhotograph(original);
  if (!isSendable('image/jpeg')) return writeWithin(drawing, most, pngOf);
  if (!isPhoto && isSendable('image/png')) {
    const png = await pngOf(drawing);
    if (png.blob.size <= most) return png;
  }
  const goal = isPhoto ? original.size * MOST_GROWTH : most;
  const qualities = goal < most ? [...QUALITIES, ...POOR_QUALITIES] : QUALITIES;
  return writeWithin(drawing, most, (smaller) =>
    writeJpeg(canvasOf(smaller), Math.min(goal, most), qualities),
  );
}
