import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { Mark } from '../edits.js';
import { boxOf } from './geometry.js';
import type { Tool } from './stage.js';

/** What each tool is called, as the button that chooses it says. */
export const toolText = ({ msg }: Localization, tool: Tool): string =>
  ({
    cover: msg('Cover'),
    box: msg('Highlight'),
    arrow: msg('Arrow'),
    crop: msg('Crop'),
    select: msg('Select'),
  })[tool];

const nameOf = ({ msg }: Localization, kind: Mark['kind'], number: number): string =>
  ({
    cover: msg(str`Cover ${number}`),
    box: msg(str`Highlight ${number}`),
    arrow: msg(str`Arrow ${number}`),
  })[kind];

/** Which mark it is, how large and where: `Cover 1: 240 × 32, at 100, 80`. */
export function markText(l10n: Localization, marks: readonly Mark[], index: number): string {
  const mark = marks[index];
  if (!mark) return '';
  const number = marks.slice(0, index + 1).filter(({ kind }) => kind === mark.kind).length;
  const { x, y, width, height } = boxOf(mark);
  return l10n.msg(str`${nameOf(l10n, mark.kind, number)}: ${width} × ${height}, at ${x}, ${y}`);
}
