import type { Point, Rect } from '../../../attachments/edits.js';

export type Size = Pick<Rect, 'width' | 'height'>;

/** Which edges follow the pointer: -1 the left or upper one, 1 the right or lower one, 0 none. */
export interface Handle {
  readonly across: -1 | 0 | 1;
  readonly down: -1 | 0 | 1;
}

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most));

/** The rectangle between two corners, in whole pixels and inside of the picture; at least one pixel. */
export function between(from: Point, to: Point, picture: Size): Rect {
  const x = clamp(Math.floor(Math.min(from.x, to.x)), 0, picture.width - 1);
  const y = clamp(Math.floor(Math.min(from.y, to.y)), 0, picture.height - 1);
  const right = clamp(Math.ceil(Math.max(from.x, to.x)), x + 1, picture.width);
  const bottom = clamp(Math.ceil(Math.max(from.y, to.y)), y + 1, picture.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** A rectangle of any numbers as one inside of the picture; its place gives way before its size does. */
export function clamped({ x, y, width, height }: Rect, picture: Size): Rect {
  const w = clamp(Math.round(width), 1, picture.width);
  const h = clamp(Math.round(height), 1, picture.height);
  return {
    x: clamp(Math.round(x), 0, picture.width - w),
    y: clamp(Math.round(y), 0, picture.height - h),
    width: w,
    height: h,
  };
}

/** A point as the nearest one inside of the picture. */
export const clampedPoint = ({ x, y }: Point, picture: Size): Point => ({
  x: clamp(Math.round(x), 0, picture.width),
  y: clamp(Math.round(y), 0, picture.height),
});

/** A rectangle with some of its edges elsewhere. */
export function stretched(
  { x, y, width, height }: Rect,
  { across, down }: Handle,
  dx: number,
  dy: number,
  picture: Size,
): Rect {
  const left = x + (across < 0 ? dx : 0);
  const top = y + (down < 0 ? dy : 0);
  const right = x + width + (across > 0 ? dx : 0);
  const bottom = y + height + (down > 0 ? dy : 0);
  return between({ x: left, y: top }, { x: right, y: bottom }, picture);
}

/** Whether a point is in a rectangle, or so near to it. */
export const contains = ({ x, y, width, height }: Rect, point: Point, slack: number): boolean =>
  point.x >= x - slack &&
  point.x <= x + width + slack &&
  point.y >= y - slack &&
  point.y <= y + height + slack;

const ends = [-1, 0, 1] as const;

/** The corners and edges by which a rectangle is resized; of a label, whose height comes of its words, the sides alone. */
export const handlesOf = (
  { x, y, width, height }: Rect,
  isLabel = false,
): readonly (Handle & Point)[] =>
  ends
    .flatMap((across) => ends.map((down) => ({ across, down })))
    .filter(({ across, down }) => (isLabel ? across && !down : across || down))
    .map(({ across, down }) => ({
      across,
      down,
      x: x + (width * (across + 1)) / 2,
      y: y + (height * (down + 1)) / 2,
    }));

/** The handle at a point, the nearest first. */
export function handleAt(
  rect: Rect,
  point: Point,
  slack: number,
  isLabel = false,
): Handle | undefined {
  const distance = ({ x, y }: Point) => Math.max(Math.abs(x - point.x), Math.abs(y - point.y));
  const [nearest] = handlesOf(rect, isLabel).toSorted((a, b) => distance(a) - distance(b));
  return nearest && distance(nearest) <= slack ? nearest : undefined;
}
