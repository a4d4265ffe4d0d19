import type { Mark, Point, Rect } from '../../../attachments/edits.js';
import {
  between,
  clamp,
  contains,
  clampedPoint,
  stretched,
  type Handle,
  type Size,
} from './geometry.js';
import { labelled } from './text-label.js';

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

/** A mark between two points, as it is drawn by hand. A text has no words yet, and room for some. */
export function markBetween(kind: Mark['kind'], from: Point, to: Point, picture: Size): Mark {
  if (kind === 'arrow')
    return { kind, from: clampedPoint(from, picture), to: clampedPoint(to, picture) };
  const rect = between(from, to, picture);
  const most = Math.max(rect.width, picture.width / 3);
  return kind === 'text' ? labelled(rect, { text: '', most }, picture) : { kind, rect };
}

/** A mark in another rectangle; an arrow keeps its direction, and a label is as high as its words need. */
export function fitted(mark: Mark, rect: Rect, picture: Size): Mark {
  if (mark.kind === 'text') {
    const most = rect.width === mark.rect.width ? mark.most : undefined;
    return labelled(rect, { text: mark.text, most }, picture);
  }
  if (mark.kind !== 'arrow') return { ...mark, rect };
  const { from, to } = mark;
  const [left, right] = [rect.x, rect.x + rect.width];
  const [top, bottom] = [rect.y, rect.y + rect.height];
  const isRightward = to.x >= from.x;
  const isDownward = to.y >= from.y;
  return {
    ...mark,
    from: { x: isRightward ? left : right, y: isDownward ? top : bottom },
    to: { x: isRightward ? right : left, y: isDownward ? bottom : top },
  };
}

/** The same mark elsewhere; it stops at the edges of the picture. */
export function movedBy(mark: Mark, across: number, down: number, picture: Size): Mark {
  const { x, y, width, height } = boxOf(mark);
  const dx = clamp(Math.round(across), -x, picture.width - width - x);
  const dy = clamp(Math.round(down), -y, picture.height - height - y);
  if (mark.kind !== 'arrow') return { ...mark, rect: { ...mark.rect, x: x + dx, y: y + dy } };
  const { from, to } = mark;
  return { ...mark, from: { x: from.x + dx, y: from.y + dy }, to: { x: to.x + dx, y: to.y + dy } };
}

/** The same mark with some of its edges elsewhere; of an arrow, the end that is nearest to the handle. */
export function resized(mark: Mark, handle: Handle, dx: number, dy: number, picture: Size): Mark {
  if (mark.kind !== 'arrow')
    return fitted(mark, stretched(mark.rect, handle, dx, dy, picture), picture);
  const { from, to } = mark;
  const isTip = (to.x - from.x) * handle.across >= 0 && (to.y - from.y) * handle.down >= 0;
  const end = isTip ? to : from;
  const moved = clampedPoint({ x: end.x + dx, y: end.y + dy }, picture);
  return isTip ? { ...mark, to: moved } : { ...mark, from: moved };
}

/** The place of the mark at a point, the uppermost first; -1 where there is none. Covers lie on top. */
export function markAt(marks: readonly Mark[], point: Point, slack: number): number {
  const at = (isCover: boolean) =>
    marks.findLastIndex(
      (mark) => (mark.kind === 'cover') === isCover && contains(boxOf(mark), point, slack),
    );
  const cover = at(true);
  return cover >= 0 ? cover : at(false);
}
