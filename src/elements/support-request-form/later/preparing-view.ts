import { html, type TemplateResult } from 'lit';
import type { Localization } from '../../../localization/localization-controller.js';

export const preparingText = ({ msg }: Localization): string =>
  msg(
    'The pictures are being prepared. The support request will be sent as soon as they are ready.',
  );

/** Above the buttons, while the request waits for pictures. */
export const preparingView = (l10n: Localization, cancel: () => void): TemplateResult => html`
  <div class="notice calm" part="notice">
    <progress aria-labelledby="preparing"></progress>
    <div class="row between">
      <p class="small" id="preparing">${preparingText(l10n)}</p>
      <button class="button" part="button" type="button" @click=${cancel}>${l10n.msg('Cancel')}</button>
    </div>
  </div>
`;
