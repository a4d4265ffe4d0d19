import { dimensionsOf, isWhole, type PictureType } from '../../../contract/picture-file.js';
import { longestSide, type Limits } from './limits.js';
import type { RefusalCode } from './refusals.js';

/** A picture's pixels and nothing else of it, or why not. What its header says decides whether it is decoded at all. */
export async function decode(bytes: Uint8Array<ArrayBuffer>, type: PictureType, limits: Limits): Promise<ImageBitmap | RefusalCode> {
  const dimensions = dimensionsOf(bytes, type);
  if (!dimensions) return 'damaged';
  const { width, height } = dimensions;
  if (width * height > limits.pixels || Math.max(width, height) > longestSide) return 'tooManyPixels';
  if (!isWhole(bytes, type)) return 'damaged';
  try {
    return await createImageBitmap(new Blob([bytes], { type }));
  } catch {
    return 'damaged';
  }
}
