import { html, nothing, type TemplateResult } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import type { Localization } from '../localization/localization-controller.js';

export function missingFilesText({ msg, formats }: Localization, names: readonly string[]): string {
  const list = formats.list([...names]);
  return msg(
    str`Add these attachments again: ${list}. They were not saved when you left the page.`,
  );
}

/** What a draft had beside its text and has to be added again; nothing where nothing is missing. */
export const missingFiles = (
  l10n: Localization,
  names: readonly string[],
  dismiss: () => void,
): TemplateResult | typeof nothing =>
  names.length
    ? html`
        <div class="notice" part="notice" id="missing-files">
          <p class="small">${missingFilesText(l10n, names)}</p>
          <div class="row"><button class="button" part="button" type="button" @click=${dismiss}>${l10n.msg('Dismiss')}</button></div>
        </div>
      `
    : nothing;
