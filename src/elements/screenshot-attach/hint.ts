import { html } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../../localization/localization-controller.js';
import { emphasized, strong } from '../../ui/emphasis.js';
import { isMac, modifierKey } from '../../ui/keys.js';

const key = (name: string) => html`<kbd>${name}</kbd>`;

/** How a picture comes here, by the keys of this computer [guide 1.3]. */
export function hint({ msg }: Localization): unknown {
  const take = strong(isMac() ? '⇧ ⌃ ⌘ 4' : 'Print Screen');
  return emphasized(msg(str`Take a picture: ${take}. Paste it: ${strong(modifierKey())} + ${strong('V')}. You can also drop files here.`), key);
}
