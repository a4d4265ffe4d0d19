import { plainParts } from '../../contract/picture-file.js';
import { isPhotograph } from './photograph.js';

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

async function write(canvas: OffscreenCanvas, type: Type, quality?: number): Promise<Encoded> {
  const { width, height } = canvas;
  const written = await withFrames(
    canvas.convertToBlob({ type, ...(quality !== undefined && { quality }) }),
  );
  const parts = plainParts(new Uint8Array(await written.arrayBuffer()), type);
  // Firefox can't decode a file whose first part is as short as that of a JPEG.
  const bytes = await new Blob(parts).arrayBuffer();
  return { blob: new Blob([bytes], { type }), width, height };
}

function shrunk(canvas: OffscreenCanvas, scale: number): OffscreenCanvas {
  const smaller = new OffscreenCanvas(
    Math.max(1, Math.round(canvas.width * scale)),
    Math.max(1, Math.round(canvas.height * scale)),
  );
  const context = smaller.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser draws nothing');
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, smaller.width, smaller.height);
  return smaller;
}

/** Smaller and smaller until it has no more bytes than it may. */
async function writeWithin(
  canvas: OffscreenCanvas,
  most: number,
  writeOnce: (canvas: OffscreenCanvas) => Promise<Encoded>,
): Promise<Encoded> {
  const written = await writeOnce(canvas);
  if (written.blob.size <= most || canvas.width * canvas.height <= SMALLEST) return written;
  const scale = Math.min(0.9, 0.95 * Math.sqrt(most / written.blob.size));
  return writeWithin(shrunk(canvas, scale), most, writeOnce);
}

/** In the first quality that keeps to the bytes, else in the last. */
async function writeJpeg(
  canvas: OffscreenCanvas,
  goal: number,
  qualities: readonly number[],
): Promise<Encoded> {
  const [quality, ...others] = qualities;
  const written = await write(canvas, 'image/jpeg', quality);
  return written.blob.size <= goal || !others.length ? written : writeJpeg(canvas, goal, others);
}

/**
 * A PNG for what came from a screen, and a JPEG for what came as a photograph, or would be too much as a PNG. Browsers that write
 * WebP take several times as long for it, and not every program shows it.
 */
export async function encodePicture(
  canvas: OffscreenCanvas,
  { original, most, types }: Sending,
): Promise<Encoded> {
  const isSendable = (type: Type) => namesOf[type].some((name) => types.includes(name));
  const isPhoto = await isPhotograph(original);
  if (!isSendable('image/jpeg'))
    return writeWithin(canvas, most, (smaller) => write(smaller, 'image/png'));
  if (!isPhoto && isSendable('image/png')) {
    const png = await write(canvas, 'image/png');
    if (png.blob.size <= most) return png;
  }
  const goal = isPhoto ? original.size * MOST_GROWTH : most;
  const qualities = goal < most ? [...QUALITIES, ...POOR_QUALITIES] : QUALITIES;
  return writeWithin(canvas, most, (smaller) =>
    writeJpeg(smaller, Math.min(goal, most), qualities),
  );
}
