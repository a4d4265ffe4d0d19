import {
  dimensionsOf,
  hasAllPixels,
  isAnimated,
  isDeep,
  type PictureType,
} from '../../contract/picture-file.js';
import { isPhotograph } from '../photograph.js';
import { noTurn, turnPixels, type Turn } from '../turn.js';
import { canvasIsTrue } from './canvas-is-true.js';
import { exifOf } from './exif.js';
import { longestSide, type Limits } from './import-limits.js';
import { mended } from './mend.js';
import type { RefusalCode, RemarkCode } from './refusal.js';

/** A picture's pixels, and the file to decode them from again; it never leaves the browser. */
export interface Decoded {
  readonly source: ImageBitmap;
  readonly original: Blob;
  /** How it is turned when it is decoded again. */
  readonly turn: Turn;
  readonly isPhoto: boolean;
  /** What the person has to know of how it differs from the file. */
  readonly remarks: readonly RemarkCode[];
}

/** In a photograph with more pixels nothing more can be read. */
const MOST_OF_A_PHOTOGRAPH = 4_000_000;
/** The pixels of an 8K screen: what has more, and came in a format for photographs, is one. */
const MOST_OF_A_SCREEN = 7680 * 4320;
/** What browsers were seen to decode: the largest photographs of telephones, and less of what is many pixels in few bytes. */
const mostDecoded = (type: PictureType): number =>
  type === 'image/jpeg' ? 210_000_000 : 100_000_000;

async function scaledTo(
  bitmap: ImageBitmap,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<ImageBitmap> {
  const scaled = await createImageBitmap(bitmap, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  });
  bitmap.close();
  return scaled;
}

/** The pixels of a picture again, as they were decoded first: turned, and then in `width` × `height`. */
export async function decodeAgain({
  original,
  turn,
  size,
}: {
  readonly original: Blob;
  readonly turn: Turn;
  readonly size: { readonly width: number; readonly height: number };
}): Promise<ImageBitmap> {
  const bitmap = turnPixels(await createImageBitmap(original), turn);
  return bitmap.width === size.width && bitmap.height === size.height
    ? bitmap
    : scaledTo(bitmap, size);
}

/** What decoders make of pixels that are missing at the end of a JPEG: the middle of all colours. */
const MISSING = 128;
/** By how much a value differs where colours are made to fit the screen. */
const TOLERANCE = 3;
/** Less than the smallest part that is missing, in pixels. */
const CORNER = 4;

/** Whether a corner holds nothing but what stands in for missing pixels; which one comes last depends on how a picture is turned. */
function isCutOff(bitmap: ImageBitmap): boolean {
  const context = new OffscreenCanvas(CORNER, CORNER).getContext('2d', {
    willReadFrequently: true,
  });
  const { width, height } = bitmap;
  return [0, width - CORNER].some((x) =>
    [0, height - CORNER].some((y) => {
      context?.clearRect(0, 0, CORNER, CORNER);
      context?.drawImage(bitmap, -x, -y);
      const { data = [] } = context?.getImageData(0, 0, CORNER, CORNER) ?? {};
      return data.every((value, at) => at % 4 === 3 || Math.abs(value - MISSING) <= TOLERANCE);
    }),
  );
}

/** A picture with more pixels than can be sent is made smaller rather than refused. */
async function decodeWithin(file: Blob, most: number): Promise<ImageBitmap> {
  const bitmap = await createImageBitmap(file);
  const { width, height } = bitmap;
  const scale = Math.min(Math.sqrt(most / (width * height)), longestSide / Math.max(width, height));
  return scale < 1
    ? scaledTo(bitmap, {
        width: Math.max(1, Math.floor(width * scale)),
        height: Math.max(1, Math.floor(height * scale)),
      })
    : bitmap;
}

/** A picture without anything else of its file, or why not. What its header says decides whether it is decoded at all. */
export async function decode(
  file: Blob,
  type: PictureType,
  limits: Limits,
): Promise<Decoded | RefusalCode> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const dimensions = dimensionsOf(bytes, type);
  if (!dimensions) return 'damaged';
  const { width, height } = dimensions;
  const isTooLong = type !== 'image/jpeg' && Math.max(width, height) > longestSide;
  const pixels = width * height;
  if (pixels * (isDeep(bytes, type) ? 2 : 1) > mostDecoded(type) || isTooLong)
    return 'tooManyPixels';
  const whole = await mended(bytes, type, dimensions);
  if (!hasAllPixels(whole, type)) return 'damaged';
  if (!canvasIsTrue()) return 'altered';
  // What somebody says that the file is must not mislead the decoder, and the file may be gone by the next time.
  const original = new Blob([whole], { type });
  const isPhoto = await isPhotograph(original);
  const exif = exifOf(bytes, type);
  // A screenshot may be saved in a format for photographs; its small text has to stay readable.
  const isLarge = isPhoto && (pixels > MOST_OF_A_SCREEN || Boolean(exif?.hasMaker));
  const most = isLarge ? Math.min(MOST_OF_A_PHOTOGRAPH, limits.pixels) : limits.pixels;
  try {
    const decoded = await decodeWithin(original, most);
    if (type === 'image/jpeg' && whole !== bytes && isCutOff(decoded)) {
      decoded.close();
      return 'damaged';
    }
    // All browsers turn a JPEG by themselves.
    const turn = type === 'image/jpeg' ? noTurn : (exif?.turn ?? noTurn);
    const source = turnPixels(decoded, turn);
    const isSmaller = !isLarge && source.width * source.height < pixels;
    const remarks: RemarkCode[] = [
      ...(isAnimated(bytes, type) ? (['firstFrame'] as const) : []),
      ...(isSmaller ? (['smaller'] as const) : []),
    ];
    return { source, original, turn, isPhoto, remarks };
  } catch {
    return 'notShown';
  }
}
