import { html } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../localization/localization-controller.js';
import { emphasized, strong } from '../../ui/emphasis.js';
import { isMac, modifierKey } from '../../ui/keys.js';

/** Keys that are pressed together stay on one line. */
const keys = (names: string) =>
  html`<span class="keys">${names.split(' + ').map((name, index) => html`${index ? ' + ' : ''}<kbd>${name}</kbd>`)}</span>`;

/** How a picture comes here, by the keys of this computer [guide 1.3]; while files are held over the place, what to do with them. */
export function hint({ msg }: Localization, isDraggedOver: boolean): unknown {
  if (isDraggedOver) return msg('Drop the files here');
  const take = strong(isMac() ? '⇧ ⌃ ⌘ 4' : 'Print Screen');
  const paste = strong(`${modifierKey()} + V`);
  return emphasized(msg(str`${take}, then ${paste}`), keys);
}
