import type { Rect } from '../edits.js';
import type { Turn } from '../turn.js';
import type { Tag } from './xml.js';

/** What is cut off at each side, as parts of the picture's width or height; never less than nothing. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** `unknown` where what was cropped away can't be told: then nothing of the picture may be shown. */
export type CropOrUnknown = Crop | 'unknown';

export const noCrop: Crop = { left: 0, top: 0, right: 0, bottom: 0 };

const sides = ['left', 'top', 'right', 'bottom'] as const;

/** Thousandths of a percent, or in the strict format percent: `50000`, `50%`. */
function drawingPart(value = '0'): number {
  const [, digits, percent] = /^\s*([+-]?\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(value) ?? [];
  return Number(digits) / (percent ? 100 : 100_000);
}

/** 65536ths, percent, or a plain fraction: `32768f`, `50%`, `.5`. */
function vmlPart(value = '0'): number {
  const [, digits, unit] = /^\s*([+-]?(?:\d+\.?\d*|\.\d+))\s*(f?|%)\s*$/i.exec(value) ?? [];
  const part = Number(digits) / (unit === '%' ? 100 : unit ? 65_536 : 1);
  // Without a unit 32768 can only be something else than a fraction.
  return !unit && Math.abs(part) > 1 ? NaN : part;
}

/** A picture may also stand smaller in its frame: then there is only more margin, and nothing is cut off. */
function cropOf(parts: readonly number[]): CropOrUnknown {
  const [left = NaN, top = NaN, right = NaN, bottom = NaN] = parts.map((part) => Math.max(0, part));
  return left + right < 1 && top + bottom < 1 ? { left, top, right, bottom } : 'unknown';
}

/** `a:srcRect`, which names what is shown of a picture. */
export const drawingCrop = ({ attribute }: Tag): CropOrUnknown =>
  cropOf(['l', 't', 'r', 'b'].map((side) => drawingPart(attribute(side))));

/** `v:imagedata` of documents before 2010. */
export const vmlCrop = ({ attribute }: Tag): CropOrUnknown =>
  cropOf(sides.map((side) => vmlPart(attribute(`crop${side}`))));

/** `a:fillRect`: what is left of a picture that reaches over the edges of the shape which it fills. */
export function fillCrop(tag: Tag): CropOrUnknown {
  const [left = NaN, top = NaN, right = NaN, bottom = NaN] = ['l', 't', 'r', 'b'].map((side) =>
    drawingPart(tag.attribute(side)),
  );
  const [width, height] = [1 - left - right, 1 - top - bottom];
  return width > 0 && height > 0
    ? cropOf([-left / width, -top / height, -right / width, -bottom / height])
    : 'unknown';
}

/** A crop of what another one has left. */
export function cropped(outer: CropOrUnknown, inner: CropOrUnknown): CropOrUnknown {
  if (outer === 'unknown' || inner === 'unknown') return 'unknown';
  const width = 1 - outer.left - outer.right;
  const height = 1 - outer.top - outer.bottom;
  return {
    left: outer.left + inner.left * width,
    top: outer.top + inner.top * height,
    right: outer.right + inner.right * width,
    bottom: outer.bottom + inner.bottom * height,
  };
}

/** The same sides once the picture is turned. */
export function turnCrop({ left, top, right, bottom }: Crop, { isMirrored, quarters }: Turn): Crop {
  const clockwise = isMirrored ? [right, top, left, bottom] : [left, top, right, bottom];
  const [l = 0, t = 0, r = 0, b = 0] = clockwise.map((_, index) => clockwise.at(index - quarters));
  return { left: l, top: t, right: r, bottom: b };
}

/** Whole pixels that all lie within what is shown; nothing where there is no such pixel. */
export function pixelsOf(
  { left, top, right, bottom }: Crop,
  { width, height }: Pick<Rect, 'width' | 'height'>,
): Rect | undefined {
  const inward = (from: number) => Math.max(0, Math.ceil(from - 1e-6));
  const [x, y] = [inward(left * width), inward(top * height)];
  const rect = {
    x,
    y,
    width: width - inward(right * width) - x,
    height: height - inward(bottom * height) - y,
  };
  return rect.width > 0 && rect.height > 0 ? rect : undefined;
}
