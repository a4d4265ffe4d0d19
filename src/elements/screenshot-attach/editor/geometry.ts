import type { Mark, Point, Rect } from '../edits.js';

export type Size = Pick<Rect, 'width' | 'height'>;

/** Which edges follow the pointer: -1 the left or upper one, 1 the right or lower one, 0 none. */
export interface Handle {
  readonly across: -1 | 0 | 1;
  readonly down: -1 | 0 | 1;
}

const clamp = (value: number, least: number, most: number): number =>
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
export function inside({ x, y, width, height }: Rect, picture: Size): Rect {
  const w = clamp(Math.round(width), 1, picture.width);
  const h = clamp(Math.round(height), 1, picture.height);
  return {
    x: clamp(Math.round(x), 0, picture.width - w),
    y: clamp(Math.round(y), 0, picture.height - h),
    width: w,
    height: h,
  };
}

const pointInside = ({ x, y }: Point, picture: Size): Point => ({
  x: clamp(Math.round(x), 0, picture.width),
  y: clamp(Math.round(y), 0, picture.height),
});

/** The rectangle that a mark takes up. */
export function boxOf(mark: Mark): Rect {
  if (mark.kind !== 'arrow') return mark.rect;
  const { from, to } = mark;
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
}

/** A mark between two points, as it is drawn by hand. */
export const markBetween = (kind: Mark['kind'], from: Point, to: Point, picture: Size): Mark =>
  kind === 'arrow'
    ? { kind, from: pointInside(from, picture), to: pointInside(to, picture) }
    : { kind, rect: between(from, to, picture) };

/** The same mark elsewhere; it stops at the edges of the picture. */
export function movedBy(mark: Mark, across: number, down: number, picture: Size): Mark {
  const { x, y, width, height } = boxOf(mark);
  const dx = clamp(Math.round(across), -x, picture.width - width - x);
  const dy = clamp(Math.round(down), -y, picture.height - height - y);
  if (mark.kind !== 'arrow') return { ...mark, rect: { ...mark.rect, x: x + dx, y: y + dy } };
  const { from, to } = mark;
  return { ...mark, from: { x: from.x + dx, y: from.y + dy }, to: { x: to.x + dx, y: to.y + dy } };
}

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

/** The same mark with some of its edges elsewhere; of an arrow, the end that is nearest to the handle. */
export function resized(mark: Mark, handle: Handle, dx: number, dy: number, picture: Size): Mark {
  if (mark.kind !== 'arrow')
    return { ...mark, rect: stretched(mark.rect, handle, dx, dy, picture) };
  const { from, to } = mark;
  const isTip = (to.x - from.x) * handle.across >= 0 && (to.y - from.y) * handle.down >= 0;
  const end = isTip ? to : from;
  const moved = pointInside({ x: end.x + dx, y: end.y + dy }, picture);
  return isTip ? { ...mark, to: moved } : { ...mark, from: moved };
}

const contains = ({ x, y, width, height }: Rect, point: Point, slack: number): boolean =>
  point.x >= x - slack &&
  point.x <= x + width + slack &&
  point.y >= y - slack &&
  point.y <= y + height + slack;

/** The place of the mark at a point, the uppermost first; -1 where there is none. Covers lie on top. */
export function markAt(marks: readonly Mark[], point: Point, slack: number): number {
  const at = (isCover: boolean) =>
    marks.findLastIndex(
      (mark) => (mark.kind === 'cover') === isCover && contains(boxOf(mark), point, slack),
    );
  const cover = at(true);
  return cover >= 0 ? cover : at(false);
}

const ends = [-1, 0, 1] as const;

/** The corners and edges by which a rectangle is resized. */
export const handlesOf = ({ x, y, width, height }: Rect): readonly (Handle & Point)[] =>
  ends
    .flatMap((across) => ends.map((down) => ({ across, down })))
    .filter(({ across, down }) => across || down)
    .map(({ across, down }) => ({
      across,
      down,
      x: x + (width * (across + 1)) / 2,
      y: y + (height * (down + 1)) / 2,
    }));

/** The handle at a point, the nearest first. */
export function handleAt(rect: Rect, point: Point, slack: number): Handle | undefined {
  const distance = ({ x, y }: Point) => Math.max(Math.abs(x - point.x), Math.abs(y - point.y));
  const [nearest] = handlesOf(rect).toSorted((a, b) => distance(a) - distance(b));
  return nearest && distance(nearest) <= slack ? nearest : undefined;
}
