import { dimensionsOf, isWhole, type PictureType } from '../../../contract/picture-file.js';
import { longestSide, type Limits } from './limits.js';
import type { RefusalCode } from './refusals.js';

/** A picture's pixels, and the file to decode them from again; it never leaves the browser. */
export interface Decoded {
  readonly source: ImageBitmap;
  readonly original: Blob;
}

/** As many pixels of a photograph become a PNG that can be sent; of a screen's picture, far more do. */
const MOST_OF_A_PHOTOGRAPH = 4_000_000;

/** The pixels of a file, in `width` × `height` where these are given. */
export async function decodeTo(
  file: Blob,
  size?: { readonly width: number; readonly height: number },
): Promise<ImageBitmap> {
  const bitmap = await createImageBitmap(file);
  if (!size || (bitmap.width === size.width && bitmap.height === size.height)) return bitmap;
  const scaled = await createImageBitmap(bitmap, {
    resizeWidth: size.width,
    resizeHeight: size.height,
    resizeQuality: 'high',
  });
  bitmap.close();
  return scaled;
}

/** A photograph of a screen is made smaller rather than refused. */
async function decodePhotograph(file: Blob): Promise<ImageBitmap> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.sqrt(MOST_OF_A_PHOTOGRAPH / (bitmap.width * bitmap.height));
  if (scale >= 1) return bitmap;
  const size = {
    width: Math.round(bitmap.width * scale),
    height: Math.round(bitmap.height * scale),
  };
  bitmap.close();
  return decodeTo(file, size);
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
  if (width * height > limits.pixels || Math.max(width, height) > longestSide)
    return 'tooManyPixels';
  if (!isWhole(bytes, type)) return 'damaged';
  try {
    // What somebody says that the file is must not mislead the decoder.
    const original = file.slice(0, file.size, type);
    const source = await (type === 'image/jpeg'
      ? decodePhotograph(original)
      : createImageBitmap(original));
    return { source, original };
  } catch {
    return 'damaged';
  }
}
