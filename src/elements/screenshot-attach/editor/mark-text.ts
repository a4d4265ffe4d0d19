import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { Mark } from '../../../attachments/edits.js';
import { boxOf } from './marks.js';
import type { Tool } from './picture-canvas.js';

/** What each tool is called, as the button that chooses it says. */
export const toolText = ({ msg }: Localization, tool: Tool): string =>
  ({
    cover: msg('Cover'),
    box: msg('Highlight'),
    arrow: msg('Arrow'),
    text: msg('Text'),
    crop: msg('Crop'),
    select: msg('Select'),
  })[tool];

/** Which mark it is, as the list shows it: `Cover 1`, or `Text 1: this one` by its words. */
export function markName({ msg }: Localization, marks: readonly Mark[], mark: Mark): string {
  const alike = marks.filter(({ kind }) => kind === mark.kind);
  const number = alike.indexOf(mark) + 1;
  const name = {
    cover: msg(str`Cover ${number}`),
    box: msg(str`Highlight ${number}`),
    arrow: msg(str`Arrow ${number}`),
    text: msg(str`Text ${number}`),
  }[mark.kind];
  return mark.kind === 'text' && mark.text.trim() ? `${name}: ${mark.text.trim()}` : name;
}

/** The same for who doesn't see it, with how large it is and where: `Cover 1: 240 × 32, at 100, 80`. */
export function markText(l10n: Localization, marks: readonly Mark[], mark: Mark): string {
  const { x, y, width, height } = boxOf(mark);
  return l10n.msg(str`${markName(l10n, marks, mark)}: ${width} × ${height}, at ${x}, ${y}`);
}
