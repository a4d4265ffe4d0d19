import { html, type TemplateResult } from 'lit';
import type { Localization } from '../../../localization/localization-controller.js';
import { modifierKey } from '../../../ui/keys.js';

interface Buttons {
  /** Whether there is something to clear, or to bring back. */
  readonly canClear: boolean;
  /** Whether what was cleared can be brought back. */
  readonly canUndoClear: boolean;
  /** Whether the request waits for pictures. */
  readonly isPreparing: boolean;
  /** Clears, or brings back. */
  clear(): void;
}

/** To clear the form, and to send it. What is of no use before something is written keeps its place. */
export const formButtons = (
  { msg }: Localization,
  { canClear, canUndoClear, isPreparing, clear }: Buttons,
): TemplateResult => html`
  <div class="row sends">
    <span class="small quiet ${canClear ? '' : 'unseen'}">${msg('Send:')} <kbd>${modifierKey()}</kbd> + <kbd>Enter</kbd></span>
    <div class="row">
      <button class="button text ${canClear ? '' : 'unseen'}" part="button" type="button" @click=${clear}>${canUndoClear ? msg('Undo clear') : msg('Clear')}</button>
      <button class="button primary" id="send" part="primary-button" type="submit" aria-disabled=${isPreparing}>${msg('Send request')}</button>
    </div>
  </div>
`;
