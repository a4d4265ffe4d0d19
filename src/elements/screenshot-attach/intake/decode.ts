import { dimensionsOf, isWhole, type PictureType } from '../../../contract/picture-file.js';
import { longestSide, type Limits } from './limits.js';
import type { RefusalCode } from './refusals.js';

/** A picture's pixels and nothing else of it, or why not. What its header says decides whether it is decoded at all. */
export async function decode(file: Blob, type: PictureType, limits: Limits): Promise<ImageBitmap | RefusalCode> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const dimensions = dimensionsOf(bytes, type);
  if (!dimensions) return 'damaged';
  const { width, height } = dimensions;
  if (width * height > limits.pixels || Math.max(width, height) > longestSide) return 'tooManyPixels';
  if (!isWhole(bytes, type)) return 'damaged';
  try {
    // What somebody says that the file is must not mislead the decoder.
    return await createImageBitmap(file.slice(0, file.size, type));
  } catch {
    return 'damaged';
  }
}
