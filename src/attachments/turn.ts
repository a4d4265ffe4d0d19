/** How a picture is shown: mirrored from left to right, or not, and then turned clockwise by so many quarters. */
export interface Turn {
  readonly isMirrored: boolean;
  readonly quarters: number;
}

export const noTurn: Turn = { isMirrored: false, quarters: 0 };

export const turnOf = (quarters: number, isMirrored = false): Turn => ({
  isMirrored,
  quarters: ((quarters % 4) + 4) % 4,
});

/** One turn and then another. */
export const turnedBy = (first: Turn, next: Turn): Turn =>
  turnOf(
    next.quarters + (next.isMirrored ? -first.quarters : first.quarters),
    first.isMirrored !== next.isMirrored,
  );

/** The pixels of a picture as they are shown; the former ones are let go of. */
export function turnPixels(bitmap: ImageBitmap, { isMirrored, quarters }: Turn): ImageBitmap {
  if (!isMirrored && !quarters) return bitmap;
  const { width, height } = bitmap;
  const [across, down] = quarters % 2 ? [height, width] : [width, height];
  const canvas = new OffscreenCanvas(across, down);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser draws nothing');
  const cos = [1, 0, -1, 0][quarters] ?? 1;
  const sin = [0, 1, 0, -1][quarters] ?? 0;
  const side = isMirrored ? -1 : 1;
  // Pixels stay whole: nothing is to be mixed.
  context.imageSmoothingEnabled = false;
  context.setTransform(side * cos, side * sin, -sin, cos, across / 2, down / 2);
  context.drawImage(bitmap, -width / 2, -height / 2);
  bitmap.close();
  return canvas.transferToImageBitmap();
}
